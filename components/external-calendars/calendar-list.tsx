import { useLocale, useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';
import type { CalendarView } from '@/lib/external-calendars/schema';
import { formatDateTime, timeZoneCity } from '@/kernel/time/format';
import { CalendarButtons } from './calendar-buttons';
import { OwnAddressesForm, type OwnAddressesState } from './own-addresses-form';

/** A mentor's calendars elsewhere, each with how it is doing. */
export function CalendarList({
  calendars,
  ...shown
}: {
  calendars: CalendarView[];
  timeZone: string;
  /** The address that the mentor signs in with. */
  email: string;
  /** What became of a form with their other addresses. */
  first: OwnAddressesState;
}) {
  const t = useTranslations('externalCalendars');
  if (calendars.length === 0) return <p className="text-muted max-w-prose">{t('none')}</p>;
  return (
    <ul className="flex flex-col gap-4">
      {calendars.map((calendar) => (
        <CalendarItem key={calendar.id} calendar={calendar} {...shown} />
      ))}
    </ul>
  );
}

function CalendarItem({
  calendar,
  timeZone,
  email,
  first,
}: {
  calendar: CalendarView;
  timeZone: string;
  email: string;
  first: OwnAddressesState;
}) {
  const t = useTranslations('externalCalendars');
  const place = { locale: useLocale(), timeZone };
  const { id, name, host, failure, failingSince, ownAddresses, unknownZones } = calendar;
  const at = (instant: number) => formatDateTime(instant, place);
  return (
    <Card as="li" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="text-lg break-words">{name}</h3>
          <p className="text-muted text-sm break-all">{host}</p>
        </div>
        <Tag tone={failure === null ? 'success' : 'danger'}>
          {t(failure === null ? 'fresh' : 'unreadable')}
        </Tag>
      </div>
      {failure !== null && failingSince !== null && (
        <Alert tone="warning" title={t(`failure_${failure}`)}>
          {t('failingSince', { when: at(failingSince), read: at(calendar.readAt) })}
        </Alert>
      )}
      <div className="flex flex-col gap-2 text-sm">
        <p>{t('events', { count: calendar.busyEvents })}</p>
        {calendar.skippedEvents > 0 && <p>{t('skipped', { count: calendar.skippedEvents })}</p>}
        {calendar.skippedLines > 0 && <p>{t('skippedLines', { count: calendar.skippedLines })}</p>}
        {unknownZones.map((zone) => (
          <Alert key={zone.name} tone="warning" title={t('unknownZone', { name: zone.name })}>
            {t('unknownZoneRead', {
              zone: timeZoneCity(place),
              named: zone.events.some(Boolean) ? 'yes' : 'no',
              events: new Intl.ListFormat(place.locale).format(zone.events.filter(Boolean)),
            })}
          </Alert>
        ))}
        <p className="text-muted">
          {failure === null
            ? t('lastRead', { when: at(calendar.readAt) })
            : t('lastTry', { when: at(calendar.attemptedAt) })}
        </p>
      </div>
      <CalendarButtons id={id} name={name} />
      <OwnAddressesForm key={ownAddresses.join()} {...{ id, name, ownAddresses, email, first }} />
    </Card>
  );
}
