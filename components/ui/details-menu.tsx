'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/**
 * A button that unfolds a panel below itself. It is a native `details`, so it opens before or
 * without JavaScript; with it, following a link, pressing Escape and pointing elsewhere close it.
 */
export function DetailsMenu({
  label,
  trigger,
  children,
  className = '',
  triggerClassName = '',
  panelClassName = '',
}: {
  /** The accessible name, where `trigger` is only a drawing. */
  label?: string;
  trigger: ReactNode;
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
        className={`reacts text-muted hover:text-ink group-open:text-ink flex min-h-11 min-w-11 cursor-pointer list-none items-center justify-center rounded-md ${triggerClassName}`}
      >
        {trigger}
      </summary>
      <div
        className={`bg-surface shadow-pop absolute top-full right-0 z-40 mt-2 rounded-lg border p-2 ${panelClassName}`}
      >
        {children}
      </div>
    </details>
  );
}
