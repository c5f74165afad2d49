import { useLocale, useTranslations } from 'next-intl';
import { noonOf } from '@/kernel/time/calendar';
import { formatDayShort } from '@/kernel/time/format';
import { written } from '@/components/ui/written';
import type { NotBookable } from '@/lib/mentors/schema';

/** Why "Book" is switched off, in the place of the next free slot. */
export function NotBookableNote({
  reason,
  awayMessage,
  resumesOn,
  writtenIn,
}: {
  reason: NotBookable | null;
  /** The mentor's own words, while they take no bookings. */
  awayMessage: string;
  /** The local day on which they take them again; null: not known. */
  resumesOn: string | null;
  writtenIn: string;
}) {
  const t = useTranslations('mentorCard');
  const locale = useLocale();
  if (reason === null) return null;
  const isOwn = reason === 'away' && awayMessage !== '';
  // With a day there is nothing to add to it, but for the mentor's own words.
  const known = resumesOn === null ? t(`${reason}Hint`) : '';
  const hint = isOwn ? awayMessage : known;
  return (
    <div className="min-w-0 text-sm">
      <p className="font-semibold">
        {resumesOn === null
          ? t(reason)
          : t('awayUntil', {
              day: formatDayShort(noonOf(resumesOn), { locale, timeZone: 'UTC' }),
            })}
      </p>
      {hint !== '' && (
        <p className="text-muted truncate" title={hint} {...(isOwn && written(writtenIn))}>
          {hint}
        </p>
      )}
    </div>
  );
}
