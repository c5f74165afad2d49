import { useLocale, useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { written } from '@/components/ui/written';
import { formatDateTime } from '@/kernel/time/format';
import type { DomainView } from '@/lib/memberships/schema/domains';
import { ProveDomainForm, type ProveState } from './prove-domain-form';

/** Who asks a postmaster, and what it means to confirm, with the button that does: or why it does not. */
export function DomainProofCard({
  token,
  proof,
  first,
}: {
  token: string;
  proof: DomainView;
  /** What a post without script left. */
  first: ProveState;
}) {
  const t = useTranslations('domains');
  const place = { locale: useLocale(), timeZone: proof.timeZone };
  const { domain, requesterName, expiresAt } = proof;
  const { name: organization, slug, description } = proof.organization;
  const words = { domain, organization };
  const over = proof.isProved ? ('proved' as const) : proof.refusal;
  if (over !== null) {
    return (
      <EmptyState
        headingLevel="h1"
        title={t(`proof.${over}Title`, words)}
        actions={<ButtonLink href="/">{t('proof.toBaobab')}</ButtonLink>}
      >
        <p className="wrap-anywhere">{t(`proof.${over}Text`, words)}</p>
      </EmptyState>
    );
  }
  return (
    <Card isRaised as="section" className="flex flex-col gap-5">
      <div className="flex min-w-0 flex-col items-start gap-4 sm:flex-row">
        <Avatar name={organization} seed={slug} size="lg" />
        <div className="min-w-0">
          <h1 className="text-2xl wrap-anywhere sm:text-3xl">{t('proof.title', words)}</h1>
          <p className="text-muted mt-2 wrap-anywhere">
            {t('proof.by', { name: requesterName ?? organization })}
          </p>
        </div>
      </div>
      {description !== '' && (
        <p className="wrap-anywhere whitespace-pre-line" {...written()}>
          {description}
        </p>
      )}
      <div>
        <h2 className="mb-2 text-xl">{t('proof.whatTitle')}</h2>
        <ul className="flex list-disc flex-col gap-2 pl-5 wrap-anywhere">
          <li>{t('proof.whatAsked', words)}</li>
          <li>{t('proof.whatMembers')}</li>
          <li>{t('proof.whatNot', words)}</li>
          <li>{t('proof.whatBack', words)}</li>
        </ul>
      </div>
      <MessagesProvider namespaces={['domains']}>
        <ProveDomainForm token={token} domain={domain} first={first} />
      </MessagesProvider>
      <div className="text-muted text-sm wrap-anywhere">
        <p>{t('proof.until', { when: formatDateTime(expiresAt, place, { withYear: true }) })}</p>
        <p>{t('proof.no', words)}</p>
      </div>
    </Card>
  );
}
