import type { ComponentProps } from 'react';
import { buttonClass, type ButtonStyle } from './button-style';
import { Spinner } from './spinner';

/**
 * A button. While `isPending` it keeps its focus and its width, says so to assistive technology,
 * and ignores presses.
 */
export function Button({
  variant,
  size,
  wide,
  isPending = false,
  type = 'button',
  className = '',
  children,
  onClick,
  ...rest
}: ComponentProps<'button'> & ButtonStyle & { isPending?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={isPending || rest['aria-disabled'] || undefined}
      aria-busy={isPending || undefined}
      onClick={isPending ? (event) => event.preventDefault() : onClick}
      className={`relative ${buttonClass({ variant, size, wide })} ${className}`}
    >
      <span className={`inline-flex items-center gap-2 ${isPending ? 'opacity-0' : ''}`}>
        {children}
      </span>
      {isPending && <Spinner className="absolute inset-0 m-auto size-5" />}
    </button>
  );
}
