import { useLocale, useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { buttonClass } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { CheckIcon } from '@/components/ui/everyday-icons';
import { VideoIcon } from '@/components/ui/icons';
import { Tag } from '@/components/ui/tag';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { formatDateTime, formatTime } from '@/kernel/time/format';
import { otherName } from './booking-names';
import { KeepFresh } from './keep-fresh';
import { MeetingPlace } from './meeting-place';
import { absenceText } from './absence-text';
import { RunForm, type RunState } from './run-form';

/**
 * The session on its day: where to meet, who is there, and what can be said of it, now or from when
 * on. Nothing while there is nothing to run.
 */
export function RunningPanel({
  booking,
  timeZone,
  first,
}: {
  booking: BookingDetail;
  timeZone: string;
  /** What a post without script left. */
  first: RunState;
}) {
  const t = useTranslations('running');
  const words = useTranslations('bookingPage');
  const { running, status, room, format } = booking;
  if (!running) return null;
  const name = otherName(booking, words);
  const steps = running.steps.flatMap(({ step, possibleAt }) => (possibleAt === null ? step : []));
  const hasOpened = booking.isOpen || booking.isOver || status === 'in_progress';
  const mayJoin = room.state === 'open';
  return (
    <Card as="section" isRaised aria-labelledby="running">
      <KeepFresh opensAt={running.opensAt} endsAt={booking.endsAt} />
      <h2 id="running" className="mb-4 text-xl">
        {t(status === 'in_progress' ? 'titleOn' : hasOpened ? 'titleNow' : 'title')}
      </h2>
      <div className="flex flex-col gap-4">
        {hasOpened && (
          <>
            <ul className="flex flex-col gap-2">
              <Presence who={t('you')} hereAt={running.viewerHereAt} timeZone={timeZone} />
              <Presence who={name} hereAt={running.otherHereAt} timeZone={timeZone} />
            </ul>
            {(format !== 'video' || room.state === 'preparing') && (
              <div className="font-semibold">
                <MeetingPlace booking={booking} />
              </div>
            )}
          </>
        )}
        {mayJoin && (
          <a
            href={room.url}
            target="_blank"
            rel="noopener noreferrer"
            className={buttonClass({ wide: true })}
          >
            <VideoIcon />
            {words('join')}
          </a>
        )}
        {steps.length > 0 && (
          <MessagesProvider namespaces={['bookingPage', 'running']}>
            <RunForm
              key={`${booking.id} ${steps.join()}`}
              bookingId={booking.id}
              steps={steps}
              name={name}
              absence={absenceText(booking, { t, name })}
              isMain={!mayJoin}
              first={first}
            />
          </MessagesProvider>
        )}
        <LaterSteps booking={booking} name={name} timeZone={timeZone} isDay={hasOpened} />
      </div>
    </Card>
  );
}

/** One side, and whether they have said that they are there. */
function Presence({
  who,
  hereAt,
  timeZone,
}: {
  who: string;
  hereAt: number | null;
  timeZone: string;
}) {
  const t = useTranslations('running');
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
      <span className="min-w-0 font-medium">{who}</span>
      {hereAt === null ? (
        <span className="text-muted text-sm">{t('notYet')}</span>
      ) : (
        <Tag tone="success">
          <CheckIcon className="size-4" />
          {t('hereSince', { time: formatTime(hereAt, { locale, timeZone }) })}
        </Tag>
      )}
    </li>
  );
}

/** What is not possible yet, and from when it is. */
function LaterSteps({
  booking: { running, room },
  name,
  timeZone,
  isDay,
}: {
  booking: BookingDetail;
  name: string;
  timeZone: string;
  isDay: boolean;
}) {
  const t = useTranslations('running');
  const place = { locale: useLocale(), timeZone };
  const later = (running?.steps ?? []).flatMap(({ step, possibleAt }) =>
    possibleAt === null ? [] : { step, at: possibleAt },
  );
  if (later.length === 0) return null;
  return (
    <ul className="text-muted flex flex-col gap-2 text-sm">
      {!isDay && running && room.state === 'closed' && (
        <li>{t('later_join', { time: formatDateTime(running.opensAt, place) })}</li>
      )}
      {later.map(({ step, at }) => (
        <li key={step}>
          {t(`later_${step}`, {
            name,
            time: isDay ? formatTime(at, place) : formatDateTime(at, place),
          })}
        </li>
      ))}
    </ul>
  );
}
