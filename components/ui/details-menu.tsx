'use client';

import { useEffect, useRef, type ReactNode } from 'react';

export type DetailsMenuLook = 'plain' | 'pill' | 'filled-pill';

const pill =
  'font-medium sm:justify-center sm:border sm:gap-1.5 sm:px-4 sm:text-sm sm:group-open:border-green';
const triggers: Record<DetailsMenuLook, string> = {
  plain: 'justify-center text-muted hover:text-ink group-open:text-ink',
  pill: `${pill} text-ink sm:bg-surface sm:border-edge sm:hover:bg-sunken`,
  'filled-pill': `${pill} text-green sm:text-on-green sm:bg-green sm:border-green sm:hover:bg-green-strong`,
};

const menu = 'bg-surface shadow-pop border absolute top-full right-0 mt-2 rounded-lg p-2';
const section =
  'pb-4 sm:bg-surface sm:shadow-pop sm:border sm:absolute sm:top-full sm:left-0 sm:mt-2 sm:w-80 sm:rounded-lg sm:p-5';

/**
 * A button that unfolds a panel below itself. It is a native `details`, so it opens before or
 * without JavaScript; with it, following a link, pressing Escape and pointing elsewhere close it.
 */
export function DetailsMenu({
  label,
  trigger,
  look = 'plain',
  children,
  className = '',
  triggerClassName = '',
  panelClassName = '',
}: {
  /** The accessible name, where `trigger` is only a drawing. */
  label?: string;
  trigger: ReactNode;
  /** A pill opens to its right, and on a phone below its line; a filled one is in use. */
  look?: DetailsMenuLook;
  children: ReactNode;
  className?: string;
  triggerClassName?: string;
  panelClassName?: string;
}) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const close = () => details.current?.removeAttribute('open');
    const onPointerDown = (event: PointerEvent) => {
      const { current } = details;
      if (!(event.target instanceof Node) || current?.contains(event.target)) return;
      // What stands in the page's flow would pull away what is pointed at.
      if (current && getComputedStyle(current.lastElementChild ?? current).position !== 'static') {
        close();
      }
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.current?.open) return;
      const hadFocus = details.current.contains(document.activeElement);
      close();
      if (hadFocus) details.current.querySelector('summary')?.focus();
    };
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a')) close();
    };
    const element = details.current;
    document.addEventListener('pointerdown', onPointerDown);
    document.addEventListener('keydown', onKeyDown);
    element?.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      document.removeEventListener('keydown', onKeyDown);
      element?.removeEventListener('click', onClick);
    };
  }, []);

  return (
    <details ref={details} className={`group relative ${className}`}>
      <summary
        aria-label={label}
        className={`reacts flex min-h-11 min-w-11 cursor-pointer list-none items-center rounded-md ${triggers[look]} ${triggerClassName}`}
      >
        {trigger}
      </summary>
      <div className={`z-40 ${look === 'plain' ? menu : section} ${panelClassName}`}>
        {children}
      </div>
    </details>
  );
}
