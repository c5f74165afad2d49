'use client';

import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import type { BookableVariant } from '@/components/slots/panel-data';

/** What all of it costs, beside what the viewer has. */
export function OrderTotal({
  variant,
  count,
  credits,
}: {
  variant: BookableVariant;
  count: number;
  credits: number | null;
}) {
  const t = useTranslations('batch');
  const tBooking = useTranslations('booking');
  const each = variant.priceCredits;
  const sum = count * each;
  const missing = credits === null ? 0 : sum - credits;
  return (
    <div className="bg-sunken rounded-md px-4 py-3 tabular-nums">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="text-sm font-semibold">{t('total')}</span>
        <output className="font-semibold">
          {each === 0 ? t('free') : t('sum', { count, each, sum })}
        </output>
      </div>
      {credits !== null && (
        <p className="text-muted mt-1 text-sm">
          {t('balance', { credits })}{' '}
          {missing > 0 && (
            <>
              <strong className="text-red font-semibold">{t('tooExpensive', { missing })}</strong>{' '}
              <Link href="/credits" prefetch={false} className="text-link">
                {tBooking('balanceLink')}
              </Link>
            </>
          )}
        </p>
      )}
    </div>
  );
}
