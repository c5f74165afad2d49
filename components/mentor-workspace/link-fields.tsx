'use client';

import { useTranslations } from 'next-intl';
import { TextField } from '@/components/ui/text-field';
import type { SaveProfileState } from '@/lib/mentors/schema';
import { linkFields } from '@/domain/mentors';
import { errorCode, sentOr } from './sent-values';
import { useFieldError } from './use-field-error';

/** Addresses of pages elsewhere: those that are there and one more, the rest folded away. */
export function LinkFields({ links, state }: { links: string[]; state: SaveProfileState }) {
  const t = useTranslations('mentorProfile');
  const fieldError = useFieldError();
  const fields = linkFields.map((name, index) => ({
    name,
    label: t('link', { number: index + 1 }),
    defaultValue: sentOr(state, name, links[index] ?? ''),
    error: fieldError(errorCode(state, name)),
    // Not of type "url": browsers refuse an address without a scheme, which is how people write them.
    inputMode: 'url' as const,
    autoCapitalize: 'none',
    spellCheck: false,
    maxLength: 300,
  }));
  const lastFilled = fields.findLastIndex(
    ({ defaultValue, error }) => defaultValue !== '' || error !== undefined,
  );
  const shown = fields.slice(0, lastFilled + 2);
  const folded = fields.slice(lastFilled + 2);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 text-sm font-semibold">{t('links')}</legend>
      <p className="text-muted text-sm">{t('linksHelp')}</p>
      {shown.map((field) => (
        <TextField key={field.name} {...field} />
      ))}
      {folded.length > 0 && (
        <details>
          <summary className="text-link inline-flex min-h-11 cursor-pointer items-center text-sm">
            {t('moreLinks')}
          </summary>
          <div className="mt-2 flex flex-col gap-3">
            {folded.map((field) => (
              <TextField key={field.name} {...field} />
            ))}
          </div>
        </details>
      )}
    </fieldset>
  );
}
