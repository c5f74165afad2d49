import type { ComponentProps } from 'react';

/** A surface that holds one thing. `isRaised` for the one panel that a page is about. */
export function Card({
  as: Element = 'div',
  isRaised = false,
  className = '',
  ...rest
}: ComponentProps<'div'> & { as?: 'div' | 'article' | 'section' | 'li'; isRaised?: boolean }) {
  return (
    // The element's own props are those of a div: nothing more specific is passed on.
    <Element
      {...(rest as object)}
      className={`card bg-surface border ${isRaised ? 'shadow-card rounded-xl p-5 sm:p-6' : 'rounded-lg p-5'} ${className}`}
    />
  );
}
