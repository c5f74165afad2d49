import type { useTranslations } from 'next-intl';
import type { StatementLine } from '@/lib/ledger/schema';

/** What a line of a statement says: in the list and in the download. */
export function lineText(
  { kind, booking, reason }: StatementLine,
  t: ReturnType<typeof useTranslations<'credits'>>,
): { title: string; detail: string; reference: string } {
  const detail = booking
    ? t('session', {
        service: booking.serviceTitle,
        name: booking.otherName ?? t('someone'),
      })
    : reason;
  return { title: t(`kind_${kind}`), detail, reference: booking?.reference ?? '' };
}
