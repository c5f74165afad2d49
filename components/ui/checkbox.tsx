import { useId, type ComponentProps, type ReactNode } from 'react';
import { FieldError } from './field';

/** A native checkbox whose whole line can be pressed. */
export function Checkbox({
  label,
  description,
  error,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  label: ReactNode;
  description?: ReactNode;
  error?: ReactNode;
}) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  return (
    <div>
      <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2.5">
        <input
          {...rest}
          id={id}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="accent-green mt-0.5 size-5 shrink-0 cursor-pointer"
        />
        <span>
          {label}
          {description && <span className="text-muted block text-sm">{description}</span>}
        </span>
      </label>
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}
