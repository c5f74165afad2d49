import { useId, type ReactNode } from 'react';
import { pillClass } from './choice-group';
import { FieldError } from './field';

/** Any of several, as pills. Native checkboxes, so a page without JavaScript works by itself. */
export function ChoiceBoxes({
  legend,
  description,
  name,
  choices,
  defaultValues,
  error,
  more,
}: {
  legend: string;
  description?: ReactNode;
  name: string;
  choices: readonly { value: string; label: ReactNode }[];
  defaultValues: readonly string[];
  error?: ReactNode;
  /** Choices that are wanted seldom, behind this label. */
  more?: { label: string; choices: readonly { value: string; label: ReactNode }[] };
}) {
  const id = useId();
  const ids = [description && `${id}-description`, error && `${id}-error`].filter(Boolean);
  const boxes = (list: readonly { value: string; label: ReactNode }[]) => (
    <div className="flex flex-wrap gap-2">
      {list.map(({ value, label }) => (
        <label key={value} className={pillClass}>
          <input
            type="checkbox"
            name={name}
            value={value}
            defaultChecked={defaultValues.includes(value)}
            className="absolute inset-0 cursor-pointer opacity-0"
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
  return (
    <fieldset
      data-invalid={error ? '' : undefined}
      aria-describedby={ids.length > 0 ? ids.join(' ') : undefined}
    >
      <legend className="text-sm font-semibold">{legend}</legend>
      {description && (
        <p id={`${id}-description`} className="text-muted mt-1.5 text-sm">
          {description}
        </p>
      )}
      <div className="mt-2">{boxes(choices)}</div>
      {more && (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 cursor-pointer list-none items-center rounded-sm text-sm underline underline-offset-4">
            {more.label}
          </summary>
          {boxes(more.choices)}
        </details>
      )}
      {error && (
        <div className="mt-2">
          <FieldError id={id}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
