'use client';

import { useEffect, useRef, type ReactNode } from 'react';

export type DetailsMenuLook = 'plain' | 'pill' | 'filled-pill';

const pill = 'border gap-1.5 px-4 text-sm font-medium group-open:border-green';
const triggers: Record<DetailsMenuLook, string> = {
  plain: 'text-muted hover:text-ink group-open:text-ink',
  pill: `${pill} bg-surface border-edge text-ink hover:bg-sunken`,
  'filled-pill': `${pill} bg-green border-green text-on-green hover:bg-green-strong`,
};

const menu = 'absolute top-full right-0 mt-2 rounded-lg p-2';
const sheet =
  'fixed inset-x-0 bottom-0 max-h-[80dvh] overflow-y-auto rounded-t-xl p-5 sm:absolute sm:inset-x-auto sm:top-full sm:bottom-auto sm:left-0 sm:mt-2 sm:max-h-none sm:w-80 sm:rounded-lg';

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
  /** A pill opens to its right, and as a sheet at the foot of a phone; a filled one is in use. */
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
      if (event.target instanceof Node && !details.current?.contains(event.target)) close();
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
        className={`reacts flex min-h-11 min-w-11 cursor-pointer list-none items-center justify-center rounded-md ${triggers[look]} ${triggerClassName}`}
      >
        {trigger}
      </summary>
      <div
        className={`bg-surface shadow-pop z-40 border ${look === 'plain' ? menu : sheet} ${panelClassName}`}
      >
        {children}
      </div>
    </details>
  );
}
