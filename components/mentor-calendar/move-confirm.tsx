'use client';

import { useLocale, useTranslations } from 'next-intl';
import { reasonText } from '@/components/availability/reason-text';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { obstaclesToMove } from '@/lib/availability/rules/move-obstacles';
import { moveSessionAction } from '@/lib/bookings/actions/move-session';
import type { CalendarData, CalendarSession } from '@/lib/bookings/schema/mentor-calendar';
import { formatDateTime } from '@/kernel/time/format';
import { sessionNames } from '@/components/availability/session-names';

/** Asks before a session is moved, says who will hear of it, and what is in the way. */
export function MoveConfirm({
  session,
  data,
  start,
  now,
  onMoved,
  onLeave,
}: {
  session: CalendarSession;
  data: CalendarData;
  /** The new start, epoch milliseconds. */
  start: number;
  now: number;
  onMoved: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations('mentorCalendar');
  const reasons = useTranslations('timeReasons');
  const locale = useLocale();
  const place = { locale, timeZone: data.timeZone };
  const moving = useTranslations('moving.refusals');
  const form = useActionForm(moveSessionAction, { onDone: onMoved });
  const obstacles = obstaclesToMove(data.schedule, { sessionId: session.id, start, now });
  const telling = { t: reasons, place, sessions: sessionNames(data) };
  const isBlocked = obstacles.length > 0;
  // All move along, whichever seat is named.
  const bookingId = session.seats[0]?.bookingId ?? '';

  return (
    <ActionForm
      form={form}
      path="/mentor/calendar"
      fields={{ bookingId, startsAt: new Date(start).toISOString() }}
      className="flex flex-col gap-4"
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-muted">{t('from')}</dt>
        <dd>{formatDateTime(session.startsAt, place)}</dd>
        <dt className="text-muted">{t('to')}</dt>
        <dd className="font-semibold">{formatDateTime(start, place)}</dd>
      </dl>
      {!isBlocked && <WhoHears session={session} />}
      {isBlocked ? (
        <Alert tone="danger">
          <p>{t('moveBlocked')}</p>
          <ul className="list-disc pl-5">
            {obstacles.map((reason) => (
              <li key={JSON.stringify(reason)}>{reasonText(reason, telling)}</li>
            ))}
          </ul>
        </Alert>
      ) : (
        <RefusedAlert state={form.state} words={({ reason }) => moving(reason, { deadline: '' })} />
      )}
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={onLeave}>
          {t('cancel')}
        </Button>
        {!isBlocked && <SubmitButton>{t('moveConfirm')}</SubmitButton>}
      </div>
    </ActionForm>
  );
}

function WhoHears({ session }: { session: CalendarSession }) {
  const t = useTranslations('mentorCalendar');
  const notified = session.seats.filter(({ status }) => status !== 'held');
  return (
    <div>
      <p>{t('moveNotice', { count: notified.length })}</p>
      <ul className="list-disc pl-6">
        {notified.map((seat) => (
          <li key={seat.bookingId}>{seat.menteeName ?? t('someone')}</li>
        ))}
      </ul>
      {notified.length < session.seats.length && <p className="text-muted">{t('moveHold')}</p>}
    </div>
  );
}
