/** An event as calendar websites take it in an address. Instants are in epoch milliseconds. */
export interface LinkedEvent {
  title: string;
  startsAt: number;
  endsAt: number;
  details: string;
  location: string;
}

/** Opens Google Calendar with the event filled in. */
export function googleEventUrl({
  title,
  startsAt,
  endsAt,
  details,
  location,
}: LinkedEvent): string {
  return address('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: title,
    dates: `${compact(startsAt)}/${compact(endsAt)}`,
    details,
    location,
  });
}

/** Outlook has one website for private accounts and one for those of schools and companies. */
const outlookSites = {
  private: 'https://outlook.live.com',
  work: 'https://outlook.office.com',
} as const;

/** Opens Outlook on the web with the event filled in. */
export function outlookEventUrl(
  { title, startsAt, endsAt, details, location }: LinkedEvent,
  account: keyof typeof outlookSites,
): string {
  return address(`${outlookSites[account]}/calendar/0/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: new Date(startsAt).toISOString(),
    enddt: new Date(endsAt).toISOString(),
    body: details,
    location,
  });
}

/** The ways to subscribe to the feed at `url`, an https address. */
export function subscribeUrls(url: string) {
  const webcal = url.replace(/^https?:/, 'webcal:');
  return {
    /** Opens the machine's own calendar program. */
    webcal,
    google: address('https://calendar.google.com/calendar/r', { cid: webcal }),
    outlook: address(`${outlookSites.private}/calendar/0/addfromweb`, { url, name: 'Baobab' }),
  };
}

/** "20261208T153000Z", an instant as RFC 5545 writes it. */
function compact(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Spaces as %20: Outlook shows a plus sign as a plus sign. */
function address(site: string, query: Record<string, string>): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== '');
  return `${site}?${pairs.map(([key, value]) => `${key}=${encodeURIComponent(value.toWellFormed())}`).join('&')}`;
}
