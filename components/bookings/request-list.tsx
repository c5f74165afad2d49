import { useLocale, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { TimeRange } from '@/components/ui/time-range';
import { written } from '@/components/ui/written';
import { Link } from '@/i18n/navigation';
import type { WaitingRequest } from '@/lib/bookings/schema/mentor-views';
import { formatDateTime, formatDay } from '@/kernel/time/format';
import { AcceptForm, type AcceptState } from './accept-form';
import { AnswerList } from './answer-list';
import { FormatLabel } from './format-label';
import { menteeHref } from './mentee-href';

/** What waits for a mentor's answer, each with its deadline, and both answers. */
export function RequestList({
  requests,
  timeZone,
  accepting,
}: {
  requests: WaitingRequest[];
  timeZone: string;
  /** What a post without script left. */
  accepting: AcceptState;
}) {
  const t = useTranslations('requests');
  return (
    <ul aria-label={t('title')} className="grid gap-4 lg:grid-cols-2">
      {requests.map((request) => (
        <Card as="li" key={request.id} className="flex flex-col gap-4">
          <RequestFacts request={request} timeZone={timeZone} />
          <div className="mt-auto flex flex-col gap-3">
            <AcceptForm
              bookingId={request.id}
              onTo="requests"
              first={isOf(accepting, request.id) ? accepting : undefined}
            />
            <ButtonLink
              href={`/bookings/${request.id}/cancel`}
              prefetch={false}
              variant="secondary"
              wide
            >
              {t('decline')}
            </ButtonLink>
          </div>
        </Card>
      ))}
    </ul>
  );
}

function RequestFacts({ request, timeZone }: { request: WaitingRequest; timeZone: string }) {
  const t = useTranslations('requests');
  const times = useTranslations('bookingTimes');
  const place = { locale: useLocale(), timeZone };
  const { startsAt, endsAt, expiresAt, subject, notes, answers, heldBefore, writtenIn } = request;
  return (
    <>
      <div className="flex flex-col gap-1">
        <p className="text-gold-ink text-sm font-semibold">
          {t('deadline', { when: formatDateTime(expiresAt, place) })}
        </p>
        <h2 className="text-lg wrap-anywhere">
          <Link href={`/bookings/${request.id}`} prefetch={false} className="text-link">
            {request.menteeName ?? t('someone')}
          </Link>
        </h2>
        <p className="text-muted text-sm">
          {request.menteeId === null ? (
            t('heldBefore', { count: heldBefore })
          ) : (
            <Link
              href={menteeHref(request.menteeId)}
              prefetch={false}
              className="text-link inline-flex min-h-11 items-center"
            >
              {t('heldBefore', { count: heldBefore })}
            </Link>
          )}
        </p>
      </div>
      <div className="flex flex-col gap-1">
        <Time at={startsAt} className="font-semibold first-letter:uppercase">
          {formatDay(startsAt, place)}, <TimeRange start={startsAt} end={endsAt} place={place} />
        </Time>
        <p className="text-muted flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <span className="wrap-anywhere">{request.serviceTitle}</span>
          <span>{times('minutes', { minutes: request.durationMinutes })}</span>
          <FormatLabel format={request.format} />
        </p>
      </div>
      {(subject !== '' || notes !== '') && (
        <div className="text-sm wrap-anywhere">
          {subject !== '' && (
            <p className="font-semibold" {...written(writtenIn)}>
              {subject}
            </p>
          )}
          {notes !== '' && (
            <p className="line-clamp-6 whitespace-pre-line" {...written(writtenIn)}>
              {notes}
            </p>
          )}
        </div>
      )}
      {answers.length > 0 && <AnswerList answers={answers} writtenIn={writtenIn} />}
    </>
  );
}

function isOf(state: AcceptState, bookingId: string): boolean {
  return 'values' in state && state.values['bookingId']?.at(-1) === bookingId;
}
