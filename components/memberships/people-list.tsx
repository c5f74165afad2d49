import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { adminPath } from '@/domain/organizations';
import { Link } from '@/i18n/navigation';
import { formatDay } from '@/kernel/time/format';
import type { Member, PeopleView } from '@/lib/memberships/schema';
import { peopleHref } from './people-href';

/** An organization's people, who came last first, each leading to a page of their own. */
export function PeopleList({
  organization,
  view,
  members,
  next,
  timeZone,
}: {
  /** Its slug. */
  organization: string;
  view: PeopleView;
  members: Member[];
  /** Where this page ends; null for the last one. */
  next: string | null;
  timeZone: string;
}) {
  const t = useTranslations('memberships');
  const place = { locale: useLocale(), timeZone };
  if (members.length === 0) {
    return (
      <EmptyState
        title={t('people.emptyTitle')}
        actions={<ButtonLink href={peopleHref(organization)}>{t('people.all')}</ButtonLink>}
      >
        {t('people.emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <ul className="divide-y border-y">
        {members.map(({ userId, name, email, role, joinedAt, isBlocked, isMentor }) => (
          <li key={userId} className="flex flex-wrap items-start justify-between gap-3 py-3">
            <div className="min-w-0">
              <Link
                href={`${adminPath(organization, 'people')}/${userId}`}
                prefetch={false}
                className="text-link inline-flex min-h-11 min-w-0 items-center font-semibold break-all"
              >
                {name ?? email}
              </Link>
              <p className="text-muted text-sm break-all">{name !== null && email}</p>
              <p className="text-muted text-sm">
                {t('people.since', { when: formatDay(joinedAt, place, { withYear: true }) })}
              </p>
            </div>
            <p className="flex flex-wrap gap-2 pt-2">
              {isBlocked && <Tag tone="danger">{t('people.blocked')}</Tag>}
              {isMentor && <Tag>{t('people.mentor')}</Tag>}
              <Tag tone={role === 'member' ? 'neutral' : 'success'}>{t(`roles.${role}`)}</Tag>
            </p>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {next !== null && (
          <ButtonLink href={peopleHref(organization, { ...view, after: next })} variant="secondary">
            {t('people.next')}
          </ButtonLink>
        )}
        {view.after !== null && (
          <ButtonLink href={peopleHref(organization, { ...view, after: null })} variant="ghost">
            {t('people.first')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
