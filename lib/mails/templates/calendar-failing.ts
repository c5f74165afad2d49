import { type MailTranslator, pageUrl, readFailureText } from '@/i18n/outgoing';
import { calendarsPath, type ReadFailure } from '@/domain/external-calendars';
import { nameOf } from './facts';
import type { MailContent } from './mail-layout';
import { shortWhen } from './when';

/** A calendar elsewhere that keeps failing, as it stands when the mail is written; epoch milliseconds. */
export interface FailingCalendar {
  name: string;
  /** Its server. */
  host: string;
  failure: ReadFailure;
  failingSince: number;
  readAt: number;
  /** Its mentor's. */
  timeZone: string;
}

/** A mentor's calendar elsewhere has not been read for a day: what it says of them is no longer known. */
export function calendarFailingMail(
  t: MailTranslator,
  { calendar }: { calendar: FailingCalendar },
  site: { appUrl: string; locale: 'en' | 'fr' },
): MailContent {
  const place = { locale: site.locale, timeZone: calendar.timeZone };
  const words = {
    calendar: nameOf(calendar.name) ?? calendar.host,
    since: shortWhen(calendar.failingSince, place),
    read: shortWhen(calendar.readAt, place),
  };
  return {
    subject: t('calendarFailing.subject', words),
    preheader: t('calendarFailing.preheader', words),
    title: t('calendarFailing.title', words),
    greeting: '',
    paragraphs: [t('calendarFailing.text', words)],
    facts: [
      { label: t('calendarFailing.calendar'), value: words.calendar },
      { label: t('calendarFailing.host'), value: calendar.host },
      { label: t('calendarFailing.why'), value: readFailureText(calendar.failure, site.locale) },
      { label: t('calendarFailing.since'), value: words.since },
      { label: t('calendarFailing.read'), value: words.read },
    ],
    action: {
      label: t('calendarFailing.action'),
      url: pageUrl(calendarsPath, site),
    },
    links: [],
    notes: [t('calendarFailing.once')],
  };
}
