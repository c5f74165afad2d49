import { useId, type ComponentProps } from 'react';
import { controlClass, Field, fieldAria, type FieldTexts } from './field';

/** One line of text. After a refused submission pass what was sent as `defaultValue`. */
export function TextField({
  label,
  description,
  error,
  className = '',
  ...rest
}: ComponentProps<'input'> & FieldTexts) {
  const ownId = useId();
  const id = rest.id ?? ownId;
  const texts = { label, description, error };
  return (
    <Field {...texts} id={id} isRequired={rest.required}>
      <input
        // What is written there runs as its first letters do; addresses and numbers as they always do.
        dir={rest.type === undefined || rest.type === 'text' ? 'auto' : undefined}
        {...rest}
        {...fieldAria(id, texts)}
        className={`${controlClass} ${className}`}
      />
    </Field>
  );
}
