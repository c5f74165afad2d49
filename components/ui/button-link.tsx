import type { ComponentProps } from 'react';
import { Link } from '@/i18n/navigation';
import { buttonClass, type ButtonStyle } from './button-style';

/** A link that looks like a button. `prefetch={false}` where the page behind it is heavy. */
export function ButtonLink({
  variant,
  size,
  wide,
  className = '',
  ...rest
}: ComponentProps<typeof Link> & ButtonStyle) {
  return <Link {...rest} className={`${buttonClass({ variant, size, wide })} ${className}`} />;
}
