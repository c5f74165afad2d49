'use client';

import { useTranslations } from 'next-intl';
import { RefusedAlert } from '@/components/forms/refused-alert';
import type { sendDomainAgainAction } from '@/lib/memberships/actions/domains';
import { domainRefusal } from './domain-refusal';

export type SendAgainState = Awaited<ReturnType<typeof sendDomainAgainAction>>;

/** Why a domain of the list was not changed, where a post without script asked for it. */
export function RefusedChange({ state }: { state: SendAgainState }) {
  const t = useTranslations('domains');
  return (
    <RefusedAlert
      state={state}
      title={t('unchangedTitle')}
      words={({ reason }) => domainRefusal(t, reason)}
    />
  );
}
