import { useTranslations } from 'next-intl';
import type { NotBookable } from '@/lib/mentors/schema';

/** Why "Book" is switched off, in the place of the next free slot. */
export function NotBookableNote({
  reason,
  awayMessage,
}: {
  reason: NotBookable | null;
  /** The mentor's own words, while they take no bookings. */
  awayMessage: string;
}) {
  const t = useTranslations('mentorCard');
  if (reason === null) return null;
  const hint = reason === 'away' && awayMessage !== '' ? awayMessage : t(`${reason}Hint`);
  return (
    <div className="min-w-0 text-sm">
      <p className="font-semibold">{t(reason)}</p>
      <p className="text-muted truncate" title={hint}>
        {hint}
      </p>
    </div>
  );
}
