import { expect, it } from 'vitest';
import { googleEventUrl, outlookEventUrl, subscribeUrls } from './calendar-links';

const event = {
  title: 'Entretien & CV: 100 % prêt? #1 + «suite»',
  startsAt: Date.UTC(2026, 11, 8, 15, 30),
  endsAt: Date.UTC(2026, 11, 8, 16, 30),
  details: 'Première ligne\nSeconde 🌍',
  location: 'https://baobab.example/fr/bookings/1?a=b&c=d',
};

it('hands Google the text as it is and the instants in UTC', () => {
  const url = new URL(googleEventUrl(event));
  expect(url.origin + url.pathname).toBe('https://calendar.google.com/calendar/render');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    action: 'TEMPLATE',
    text: event.title,
    dates: '20261208T153000Z/20261208T163000Z',
    details: event.details,
    location: event.location,
  });
});

it.each([
  ['private', 'outlook.live.com'],
  ['work', 'outlook.office.com'],
] as const)('hands Outlook for %s accounts the same', (account, host) => {
  const url = new URL(outlookEventUrl(event, account));
  expect(url.host).toBe(host);
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    subject: event.title,
    startdt: '2026-12-08T15:30:00.000Z',
    enddt: '2026-12-08T16:30:00.000Z',
    body: event.details,
  });
  // It would show a plus sign as one.
  expect(url.search).not.toContain('+');
});

it('leaves out a place that there is not', () => {
  expect(googleEventUrl({ ...event, location: '' })).not.toContain('location');
});

it('subscribes by address', () => {
  const urls = subscribeUrls('https://baobab.example/api/feeds/abc.ics');
  expect(urls.webcal).toBe('webcal://baobab.example/api/feeds/abc.ics');
  expect(new URL(urls.google).searchParams.get('cid')).toBe(urls.webcal);
  expect(new URL(urls.outlook).searchParams.get('url')).toBe(
    'https://baobab.example/api/feeds/abc.ics',
  );
});
