import type { ComponentProps } from 'react';
import { Select } from '@/components/ui/select';

/** Languages by their names: those that are likely, and all others. */
export interface NamedLanguages {
  common: NamedLanguage[];
  others: NamedLanguage[];
}

interface NamedLanguage {
  /** ISO 639 code. */
  value: string;
  label: string;
}

/** Which language something is written in. */
export function LanguageSelect({
  languages,
  ...field
}: Omit<ComponentProps<typeof Select>, 'children'> & { languages: NamedLanguages }) {
  return (
    // Keyed by what is chosen: React empties a list when its form was sent, whatever its default is.
    <Select key={String(field.defaultValue)} {...field}>
      {[...languages.common, ...languages.others].map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  );
}
