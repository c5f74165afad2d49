import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { Pagination } from '@/components/ui/pagination';
import { written } from '@/components/ui/written';
import { Link } from '@/i18n/navigation';
import { timeZoneName } from '@/kernel/time/format';
import { bookingsPerPage } from '@/lib/bookings/schema/booking';
import type { MenteeCard } from '@/lib/bookings/schema/mentor-views';
import { FormatLabel } from './format-label';
import { menteeHref, proposeNextHref } from './mentee-href';
import { SessionTime } from './session-time';
import { StatusBadge } from './status-badge';

/** What a mentor has had with one mentee: how often, what, and what the two have noted. */
export function MenteeCardView({
  card,
  timeZone,
  now,
}: {
  card: MenteeCard;
  timeZone: string;
  /** Epoch milliseconds. */
  now: number;
}) {
  const t = useTranslations('menteeCard');
  const locale = useLocale();
  const { counts, sessions, menteeId } = card;
  const name = card.name ?? t('someone');
  const facts = [
    { term: t('completed'), value: counts.completed },
    { term: t('coming'), value: counts.coming },
    { term: t('missed'), value: counts.missed },
    {
      term: t('cancelled'),
      value: t('cancelledOfWhichLate', { count: counts.cancelled, late: counts.cancelledLate }),
    },
    { term: t('language'), value: t(card.locale) },
    ...(card.timeZone === null
      ? []
      : [
          {
            term: t('zone'),
            value: timeZoneName(now, { locale, timeZone: card.timeZone }),
          },
        ]),
  ];
  return (
    <>
      <PageHeader
        title={<span className="wrap-anywhere">{name}</span>}
        description={t('lead')}
        actions={
          card.next && (
            <ButtonLink href={proposeNextHref(card.next)} prefetch={false}>
              {t('bookNext')}
            </ButtonLink>
          )
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-3">
        <Card as="section" aria-labelledby="how-often" className="lg:order-last">
          <h2 id="how-often" className="mb-2 text-xl">
            {t('howOften')}
          </h2>
          <DefinitionList items={facts} />
        </Card>
        <section aria-labelledby="sessions" className="lg:col-span-2">
          <h2 id="sessions" className="mb-4 text-xl">
            {t('sessions', { count: counts.all })}
          </h2>
          <ul className="flex flex-col gap-4">
            {sessions.map((session) => (
              <SessionWith key={session.id} {...{ session, timeZone }} writtenIn={card.locale} />
            ))}
          </ul>
          <div className="mt-6">
            <Pagination
              page={card.page}
              pageCount={Math.ceil(counts.all / bookingsPerPage)}
              hrefFor={(page) => menteeHref(menteeId, page)}
            />
          </div>
        </section>
      </div>
    </>
  );
}

function SessionWith({
  session,
  timeZone,
  writtenIn,
}: {
  session: MenteeCard['sessions'][number];
  timeZone: string;
  /** The mentee's language. */
  writtenIn: 'en' | 'fr';
}) {
  const t = useTranslations('menteeCard');
  const times = useTranslations('bookingTimes');
  const { id, startsAt, endsAt, subject, sharedNote } = session;
  return (
    <Card as="li">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0 text-lg wrap-anywhere">
          <Link href={`/bookings/${id}`} prefetch={false} className="text-link">
            {session.serviceTitle}
          </Link>
        </h3>
        <StatusBadge status={session.status} />
      </div>
      <div className="mt-2">
        <SessionTime
          {...{ startsAt, endsAt, timeZone }}
          isViewersZone
          otherTimeZone={null}
          isBrief
        />
      </div>
      <p className="text-muted mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <FormatLabel format={session.format} />
        <span>{times('minutes', { minutes: session.durationMinutes })}</span>
      </p>
      {subject !== '' && (
        <p className="mt-2 text-sm font-semibold wrap-anywhere" {...written(writtenIn)}>
          {subject}
        </p>
      )}
      {sharedNote !== '' && (
        <div className="mt-3 border-t pt-3 text-sm">
          <p className="text-muted">{t('sharedNote')}</p>
          <p className="mt-1 line-clamp-6 wrap-anywhere whitespace-pre-line">{sharedNote}</p>
        </div>
      )}
    </Card>
  );
}
