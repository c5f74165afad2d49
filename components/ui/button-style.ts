export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const base =
  'reacts wrap-break-word inline-flex cursor-pointer items-center justify-center gap-2 rounded-md text-center font-semibold no-underline active:scale-[0.98] disabled:cursor-not-allowed disabled:active:scale-100 aria-disabled:cursor-not-allowed aria-disabled:active:scale-100';

const idle = 'disabled:border-line disabled:bg-sunken disabled:text-muted disabled:hover:bg-sunken';

const variants: Record<ButtonVariant, string> = {
  primary: 'border border-transparent bg-green text-on-green hover:bg-green-strong',
  secondary: 'border border-edge bg-surface text-ink hover:bg-sunken',
  ghost: 'border border-transparent text-ink hover:bg-sunken',
  danger: 'border border-transparent bg-red text-on-red hover:bg-red-strong',
};

/** Every size is at least 44 px high, the least a thumb can hit. */
const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-11 px-3 text-sm whitespace-nowrap',
  md: 'min-h-12 px-5 text-base',
  lg: 'min-h-13 px-6 text-base',
};

export interface ButtonStyle {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** As wide as what is around it. */
  wide?: boolean;
}

/** The classes of a button, for whatever element acts as one. */
export function buttonClass({
  variant = 'primary',
  size = 'md',
  wide = false,
}: ButtonStyle = {}): string {
  return `${base} ${variants[variant]} ${sizes[size]} ${idle} ${wide ? 'w-full' : ''}`;
}
