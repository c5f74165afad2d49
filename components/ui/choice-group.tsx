import { useId, type ReactNode } from 'react';
import { FieldError } from './field';

export interface Choice {
  value: string;
  label: ReactNode;
  /** A quieter second part, such as a price. */
  hint?: ReactNode;
  isDisabled?: boolean;
}

/**
 * One of several, as pills. Native radios: the keyboard, forms and a page without JavaScript work
 * by themselves. Uncontrolled with `defaultValue`, controlled with `value` and `onChange`.
 */
export function ChoiceGroup({
  legend,
  name,
  choices,
  value,
  defaultValue,
  onChange,
  required,
  marksRequired = false,
  error,
  hideLegend = false,
  className = 'flex flex-wrap gap-2',
}: {
  legend: ReactNode;
  name: string;
  choices: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  required?: boolean;
  /** Shows that a choice is wanted, where none is made beforehand. */
  marksRequired?: boolean;
  error?: ReactNode;
  hideLegend?: boolean;
  /** The arrangement of the pills. */
  className?: string;
}) {
  const id = useId();
  return (
    <fieldset
      data-invalid={error ? '' : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={hideLegend ? 'sr-only' : 'mb-2 text-sm font-semibold'}>
        {legend}
        {/* The radios' own `required` says it to assistive technology. */}
        {marksRequired && (
          <span aria-hidden="true" className="text-red">
            {' *'}
          </span>
        )}
      </legend>
      <div className={className}>
        {choices.map((choice) => (
          <label key={choice.value} className={pillClass}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              required={required}
              disabled={choice.isDisabled}
              {...(value === undefined
                ? { defaultChecked: choice.value === defaultValue }
                : { checked: choice.value === value })}
              onChange={onChange && (() => onChange(choice.value))}
              className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-not-allowed"
            />
            <span>{choice.label}</span>
            {choice.hint && <span className="text-sm font-normal opacity-80">{choice.hint}</span>}
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-2">
          <FieldError id={id}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}

/** The look of a choice as a pill around its hidden input. */
export const pillClass =
  'reacts relative inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-md border border-edge bg-surface px-4 py-2 text-sm font-semibold tabular-nums hover:bg-sunken has-checked:border-green has-checked:bg-green has-checked:text-on-green has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-green has-disabled:border-dashed has-disabled:bg-sunken has-disabled:text-muted has-disabled:line-through';
