import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Time } from '@/components/ui/time';
import { written } from '@/components/ui/written';
import { adminPath, publicSlug } from '@/domain/organizations';
import { Link } from '@/i18n/navigation';
import { formatDateTime } from '@/kernel/time/format';
import { mostCounted, type Overview } from '@/lib/organizations/schema/overview';

/** What needs those who run an organization, each with where it is dealt with, and who is new in it. */
export function OrganizationOverview({ slug, overview }: { slug: string; overview: Overview }) {
  const t = useTranslations('organizationOverview');
  const { unanswered, waitingMentors, failedMails, newMembers } = overview.counts;
  const shown = (count: number) => (count > mostCounted ? t('many', { most: mostCounted }) : count);
  const isQuiet = unanswered + waitingMentors + failedMails === 0;
  return (
    <div className="flex flex-col gap-6">
      {isQuiet && <EmptyState title={t('quietTitle')}>{t('quietText')}</EmptyState>}
      {unanswered > 0 && (
        <Part title={t('unanswered', { count: unanswered })} count={shown(unanswered)}>
          <p className="text-muted text-sm">{t('unansweredText')}</p>
          <Requests {...{ overview }} />
        </Part>
      )}
      <div className="grid gap-6 sm:grid-cols-2">
        {waitingMentors > 0 && (
          <Part
            title={t('waitingMentors', { count: waitingMentors })}
            count={shown(waitingMentors)}
          >
            <Onward href={`${adminPath(slug, 'mentors')}?state=waiting`}>{t('seeMentors')}</Onward>
          </Part>
        )}
        {failedMails > 0 && (
          <Part title={t('failedMails', { count: failedMails })} count={shown(failedMails)}>
            <Onward href={adminPath(slug, 'mails')}>{t('seeMails')}</Onward>
          </Part>
        )}
        {slug !== publicSlug && (
          <Part title={t('newMembers', { count: newMembers })} count={shown(newMembers)}>
            <Onward href={adminPath(slug, 'people')}>{t('seePeople')}</Onward>
          </Part>
        )}
      </div>
    </div>
  );
}

function Part({
  title,
  count,
  children,
}: {
  title: string;
  count: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card as="section" aria-label={title} className="flex flex-col items-start gap-2">
      <h2 className="text-lg">
        <span className="block text-3xl tabular-nums">{count}</span> {title}
      </h2>
      {children}
    </Card>
  );
}

function Onward({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="text-link inline-flex min-h-11 items-center">
      {children}
    </Link>
  );
}

function Requests({ overview: { requests, timeZone } }: { overview: Overview }) {
  const t = useTranslations('organizationOverview');
  const place = { locale: useLocale(), timeZone };
  return (
    <ul className="w-full divide-y">
      {requests.map(({ id, mentorName, serviceTitle, startsAt, expiresAt }) => (
        <li key={id} className="py-3">
          <Link href={`/bookings/${id}`} className="text-link block wrap-anywhere" {...written()}>
            {mentorName === null ? serviceTitle : t('request', { mentorName, serviceTitle })}
          </Link>
          <span className="text-muted block text-sm">
            <Time at={startsAt}>{formatDateTime(startsAt, place)}</Time>
            {' · '}
            {t('until', { when: formatDateTime(expiresAt, place) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
