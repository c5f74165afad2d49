import type { useTranslations } from 'next-intl';
import type { StatementLine } from '@/lib/ledger/schema';
import { formatPrice } from '@/lib/top-ups/rules';

/** What a line of a statement says: in the list and in the download. */
export function lineText(
  { kind, booking, reason, paid }: StatementLine,
  t: ReturnType<typeof useTranslations<'credits'>>,
  locale: string,
): { title: string; detail: string; reference: string } {
  const detail = booking
    ? t('session', {
        service: booking.serviceTitle,
        name: booking.otherName ?? t('someone'),
      })
    : paid
      ? t('paid', { price: formatPrice(paid, locale) })
      : reason;
  return { title: t(`kind_${kind}`), detail, reference: booking?.reference ?? '' };
}
