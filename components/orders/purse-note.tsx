'use client';

import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { ButtonLink } from '@/components/ui/button-link';
import type { Purse } from '@/components/slots/panel-data';

/** What the booker has to spend beside what the session costs, before they fill anything in. */
export function PurseNote({ purse, price }: { purse: Purse | null; price: number }) {
  const t = useTranslations('booking');
  if (purse === null || price === 0) return null;
  const { credits, isWelcome } = purse;
  if (isWelcome) {
    return (
      <p className="text-muted text-sm">
        {t(credits > 0 ? 'purseWelcome' : 'purseLater', { credits })}
      </p>
    );
  }
  if (credits >= price) {
    return <p className="text-muted text-sm">{t('purse', { credits, left: credits - price })}</p>;
  }
  return (
    <Alert
      tone="warning"
      title={t('purseShortTitle', { missing: price - credits })}
      actions={
        <ButtonLink href="/credits" variant="secondary" size="sm">
          {t('purseLink')}
        </ButtonLink>
      }
    >
      {t('purseShortText', { credits, price })}
    </Alert>
  );
}
