import type { RequestListener } from 'node:http';
import { startCalendarServer } from './calendar-server';

/** An iCalendar file with one event for each of these spans, "20261124T100000Z/20261124T110000Z". */
export function calendarFile(...spans: string[]): string {
  const events = spans.flatMap((span, place) => {
    const [start, end] = span.split('/');
    const times = [`DTSTART:${start}`, `DTEND:${end}`];
    return ['BEGIN:VEVENT', `UID:${place}@elsewhere`, 'SUMMARY:Dentist', ...times, 'END:VEVENT'];
  });
  const lines = ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Work', ...events, 'END:VCALENDAR', ''];
  return lines.join('\r\n');
}

export const ten = calendarFile('20261124T100000Z/20261124T110000Z');
export const noon = calendarFile('20261124T120000Z/20261124T130000Z');

/**
 * A server of this machine whose calendars the service reads as if they were on the internet: what it
 * answers can be changed at any time. Each path is a calendar.
 */
export async function startCalendars() {
  const state: { answer: RequestListener; requests: number } = {
    answer: (_request, response) => response.end(calendarFile()),
    requests: 0,
  };
  const server = await startCalendarServer((request, response) => {
    state.requests += 1;
    state.answer(request, response);
  });
  return {
    state,
    say: (text: string) => {
      state.answer = (_request, response) => response.end(text);
    },
    url: (path = '/a.ics') => `http://calendar.test:${server.port}${path}`,
    network: {
      resolve: () => Promise.resolve(['127.0.0.1']),
      mayConnect: (address: string) => address === '127.0.0.1',
    },
    close: server.close,
  };
}
