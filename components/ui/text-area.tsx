import { useId, type ComponentProps } from 'react';
import { controlClass, Field, fieldAria, type FieldTexts } from './field';

/** Several lines of text. */
export function TextArea({
  label,
  description,
  error,
  className = '',
  rows = 4,
  ...rest
}: ComponentProps<'textarea'> & FieldTexts) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const texts = { label, description, error };
  return (
    <Field {...texts} id={id} isRequired={rest.required}>
      <textarea
        dir="auto"
        {...rest}
        {...fieldAria(id, texts)}
        rows={rows}
        className={`${controlClass} ${className}`}
      />
    </Field>
  );
}
