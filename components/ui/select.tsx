import { useId, type ComponentProps } from 'react';
import { controlClass, Field, fieldAria, type FieldTexts } from './field';
import { ChevronDownIcon } from './icons';

/** The browser's own list, which every phone knows how to show; `option`s are its children. */
export function Select({
  label,
  description,
  error,
  className = '',
  children,
  ...rest
}: ComponentProps<'select'> & FieldTexts) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const texts = { label, description, error };
  return (
    <Field {...texts} id={id} isRequired={rest.required}>
      <span className="relative block">
        <select
          {...rest}
          {...fieldAria(id, texts)}
          className={`${controlClass} cursor-pointer appearance-none pr-11 ${className}`}
        >
          {children}
        </select>
        <ChevronDownIcon className="text-muted pointer-events-none absolute top-1/2 right-3.5 size-5 -translate-y-1/2" />
      </span>
    </Field>
  );
}
