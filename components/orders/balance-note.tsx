'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import type { Balance } from './order-data';

/** What the booker has to spend beside what the session costs, before they fill anything in. */
export function BalanceNote({ balance, price }: { balance: Balance | null; price: number }) {
  const t = useTranslations('booking');
  if (balance === null || price === 0) return null;
  const { credits, welcomeLater, isWelcome } = balance;
  if (isWelcome) {
    return (
      <p className="text-muted text-sm">
        {t(credits > 0 ? 'balanceWelcome' : 'balanceLater', { credits })}
      </p>
    );
  }
  if (credits >= price) {
    return <p className="text-muted text-sm">{t('balance', { credits, left: credits - price })}</p>;
  }
  return (
    <Alert
      tone="warning"
      title={t('balanceShortTitle', { missing: price - credits })}
      actions={
        <ButtonLink href="/credits" variant="secondary" size="sm">
          {t('balanceLink')}
        </ButtonLink>
      }
    >
      {welcomeLater > 0
        ? t('balanceWelcomeLater', { credits: welcomeLater })
        : t('balanceShortText', { credits, price })}
    </Alert>
  );
}
