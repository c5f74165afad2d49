import type { ReactNode } from 'react';
import { WarningIcon } from './everyday-icons';

/** What every field of a form has around its control. */
export interface FieldTexts {
  label: ReactNode;
  /** Help that stays visible; a placeholder is none, it disappears when it is needed. */
  description?: ReactNode;
  /** What is wrong and how to put it right; marks the field as invalid. */
  error?: ReactNode;
}

/** Ties the texts to a control: spread the result on the control that has this id. */
export function fieldAria(id: string, { description, error }: FieldTexts) {
  const ids = [description && `${id}-description`, error && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return { id, 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

/** The look of a text box, a list or a text area. */
export const controlClass =
  'reacts bg-surface border-edge text-ink placeholder:text-muted aria-invalid:border-red disabled:bg-sunken disabled:text-muted block w-full min-h-12 rounded-md border px-4 py-2.5 text-base aria-invalid:border-2';

/** The same for a time of day; a phone opens its clock wherever it is touched, so it needs no icon. */
export const timeClass = `${controlClass} min-w-0 px-3 tabular-nums max-sm:px-2 max-sm:text-center max-sm:[&::-webkit-calendar-picker-indicator]:hidden`;

/** Label above, help below it, control, then the error where the eye is after sending. */
export function Field({
  id,
  label,
  description,
  error,
  isRequired = false,
  children,
}: FieldTexts & { id: string; isRequired?: boolean; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label id={`${id}-label`} htmlFor={id} className="text-sm font-semibold">
        {label}
        {/* The control's own `required` says it to assistive technology. */}
        {isRequired && (
          <span aria-hidden="true" className="text-red">
            {' *'}
          </span>
        )}
      </label>
      {description && (
        <p id={`${id}-description`} className="text-muted text-sm">
          {description}
        </p>
      )}
      {children}
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}

/** The error line below a control; `id` is the control's. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={`${id}-error`} className="text-red flex items-start gap-1.5 text-sm font-medium">
      <WarningIcon className="mt-0.5 size-4" />
      <span>{children}</span>
    </p>
  );
}
