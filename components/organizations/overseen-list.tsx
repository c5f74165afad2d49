import { useLocale, useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { written } from '@/components/ui/written';
import { organizationPath } from '@/domain/organizations';
import { formatDateTime } from '@/kernel/time/format';
import type { OverseenOrganization } from '@/lib/organizations/schema';
import { OversightButton } from './oversight-button';

/** Organizations as those who run the installation see them, each with what can be done. */
export function OverseenList({
  organizations,
  timeZone,
}: {
  organizations: OverseenOrganization[];
  timeZone: string;
}) {
  const t = useTranslations('operator');
  if (organizations.length === 0) {
    return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
  }
  return (
    <ul className="flex flex-col gap-4">
      {organizations.map((organization) => (
        <Overseen key={organization.id} {...{ organization, timeZone }} />
      ))}
    </ul>
  );
}

function Overseen({
  organization,
  timeZone,
}: {
  organization: OverseenOrganization;
  timeZone: string;
}) {
  const t = useTranslations('operator');
  const states = useTranslations('organizations');
  const place = { locale: useLocale(), timeZone };
  const { slug, name, founder, isPublic, isApproved, isClosed } = organization;
  return (
    <Card as="li" className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0">
        <h2 className="text-lg break-words" {...written()}>
          {name}
        </h2>
        <p className="text-muted text-sm break-all">{organizationPath(slug)}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          {isClosed && <Tag tone="danger">{states('closed')}</Tag>}
          {!isApproved && <Tag tone="highlight">{states('notApproved')}</Tag>}
          <Tag>{states(isPublic ? 'forEverybody' : 'forMembers')}</Tag>
        </p>
        <p className="text-muted mt-2 text-sm">
          {t('foundedOn', {
            when: formatDateTime(organization.createdAt, place, { withYear: true }),
          })}
        </p>
        {founder && (
          <p className="text-sm break-words">
            {founder.name !== null && <span {...written()}>{founder.name}</span>}{' '}
            <span className="text-muted break-all">{founder.email}</span>
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {!isApproved && <OversightButton organization={organization} oversight="approve" />}
        <OversightButton organization={organization} oversight={isClosed ? 'reopen' : 'close'} />
      </div>
    </Card>
  );
}
