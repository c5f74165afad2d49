import type { ReactNode } from 'react';

/**
 * A line icon on a 24-unit grid, in the colour of the text around it. It always stands beside a text or
 * inside something that has a label, so it is hidden from assistive technology.
 */
export function icon(drawing: ReactNode) {
  return function Icon({ className = 'size-5' }: { className?: string }) {
    return (
      <svg
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        className={`shrink-0 ${className}`}
      >
        {drawing}
      </svg>
    );
  };
}
