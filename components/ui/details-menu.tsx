'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** The classes of the button and of what it unfolds. */
export interface DetailsMenuLook {
  trigger: string;
  panel: string;
}

const plain: DetailsMenuLook = {
  trigger: 'justify-center text-muted hover:text-ink group-open:text-ink',
  panel: 'bg-surface shadow-pop border absolute top-full right-0 mt-2 rounded-lg p-2',
};

/**
 * A button that unfolds a panel below itself. It is a native `details`, so it opens before or
 * without JavaScript; with it, following a link, pressing Escape and pointing elsewhere close it.
 */
export function DetailsMenu({
  label,
  trigger,
  look = plain,
  children,
  className = '',
  panelClassName = '',
}: {
  /** The accessible name, where `trigger` is only a drawing. */
  label?: string;
  trigger: ReactNode;
  look?: DetailsMenuLook;
  children: ReactNode;
  className?: string;
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
        className={`reacts flex min-h-11 min-w-11 cursor-pointer list-none items-center rounded-md ${look.trigger}`}
      >
        {trigger}
      </summary>
      <div className={`z-40 ${look.panel} ${panelClassName}`}>{children}</div>
    </details>
  );
}
