/** Every page of the product, and what to do on it before it is looked at. */
import type { Page } from '@playwright/test';
import { localizedPath, type Locale } from '@/i18n/routing';
import { untilFieldsCount } from './booking-steps';
import { expect } from './fixtures';
import { ownAddress } from './people';
import type { Stage } from './stage';
import { textsIn } from './texts';

export interface Screen {
  name: string;
  path: (stage: Stage) => string;
  as?: 'mentee' | 'mentor' | 'admin' | 'operator';
  /** What to do on the page before looking at it; it is shown in the language given. */
  prepare?: (page: Page, locale: Locale) => Promise<unknown>;
  /** A phone shows other controls, so each theme is looked at on both. */
  differsOnPhones?: true;
  /** Rules of axe and html-validate that do not count here; why, is in docs/decisions/0026. */
  excepted?: readonly string[];
}

export const screens: Screen[] = [
  { name: 'home', path: () => '/', differsOnPhones: true },
  { name: 'list', path: () => '/mentors', differsOnPhones: true },
  { name: 'list without results', path: () => '/mentors?q=xqzzywv&language=fr' },
  {
    name: 'list with an open filter',
    path: () => '/mentors?language=fr',
    differsOnPhones: true,
    prepare: async (page) => {
      const search = page.getByRole('search');
      // A phone has one sheet for all filters.
      const sheet = search.getByRole('button', { name: /^Filt(er|re)s/ });
      const opener = (await sheet.isVisible()) ? sheet : search.locator('summary').first();
      await opener.click();
    },
  },
  { name: 'mentor', path: ({ mentor }) => mentor.path, differsOnPhones: true },
  { name: 'booking: times', path: ({ mentor }) => `${mentor.path}/book` },
  { name: 'booking: details', path: ({ paths }) => paths.details },
  {
    name: 'booking: what is missing',
    path: ({ paths }) => paths.details,
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
      await expect(page.getByRole('textbox', { name: t('booking.name') })).toBeFocused();
    },
  },
  {
    name: 'booking: several times, one of them repeated',
    path: ({ mentor, paths }) => `${mentor.path}${paths.series}`,
    differsOnPhones: true,
    prepare: (page, locale) =>
      expect(
        page.getByText(textsIn(locale)('basket.seriesFound', { free: 2, count: 3 })),
      ).toBeVisible(),
  },
  { name: 'booking: several, without an account', path: ({ paths }) => paths.review },
  { name: 'booking: several', path: ({ paths }) => paths.review, as: 'mentee' },
  { name: 'several sessions', path: ({ paths }) => paths.batch, as: 'mentee' },
  {
    name: 'cancelling several sessions, without a reason',
    path: ({ paths }) => `${paths.batch}/cancel`,
    as: 'mentee',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('button', { name: t('cancelling.submit', { count: 2 }) }).click();
      await expect(page.getByText(t('cancelling.reasonMissing'))).toBeVisible();
    },
  },
  {
    name: 'booking: done, in the dialog',
    path: ({ mentor }) => mentor.path,
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await expect(page.getByText(t('booking.calendarKeys'))).toBeAttached();
      await page
        .getByRole('link', { name: /^\d\d:\d\d/ })
        .first()
        .click();
      await page.getByRole('link', { name: t('booking.continue', { price: 0 }) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: t('booking.name') }).fill('Fatou Sow');
      await dialog.getByRole('textbox', { name: t('booking.email') }).fill(ownAddress());
      await dialog.getByRole('button', { name: t('booking.hold', { price: 0 }) }).click();
      await expect(
        dialog.getByRole('heading', { name: t('booking.done.held.title') }),
      ).toBeVisible();
    },
  },
  { name: 'hold', path: ({ paths }) => paths.hold },
  { name: 'proposal', path: ({ paths }) => paths.proposal },
  { name: 'proposal that is unknown', path: () => `/proposals/${'a'.repeat(43)}` },
  { name: 'hold that is unknown', path: () => `/holds/${'a'.repeat(43)}` },
  { name: 'my bookings', path: () => '/bookings', as: 'mentee', differsOnPhones: true },
  { name: 'my bookings, none past', path: () => '/bookings?when=past', as: 'mentee' },
  { name: 'booking', path: ({ paths }) => paths.booking, as: 'mentee' },
  { name: 'cancelling', path: ({ paths }) => `${paths.booking}/cancel`, as: 'mentee' },
  { name: 'moving', path: ({ paths }) => `${paths.booking}/move`, as: 'mentee' },
  { name: 'settings', path: () => '/settings', as: 'mentee' },
  { name: 'account', path: () => '/settings/account', as: 'mentee' },
  { name: 'deleting an account', path: ({ paths }) => paths.leaving },
  {
    name: 'deleting an account, by a link that is unknown',
    path: () => `/leave/${'a'.repeat(43)}`,
  },
  { name: 'an account that was deleted', path: () => '/leave/done' },
  {
    name: 'settings, with the zones to choose from',
    path: () => '/settings',
    as: 'mentee',
    // React Aria hides the page around an open list, whose links the focus could still go to.
    excepted: ['hidden-focusable', 'aria-hidden-focus', 'page-has-heading-one', 'region'],
    prepare: async (page, locale) => {
      const zone = page.getByRole('combobox', { name: textsIn(locale)('settings.timeZone') });
      await zone.fill('Nai');
      await expect(page.getByRole('option', { name: 'Nairobi' })).toBeVisible();
    },
  },
  { name: 'notifications', path: () => '/notifications', as: 'mentee' },
  { name: 'credits', path: () => '/credits', as: 'mentee' },
  { name: 'calendar link', path: () => '/settings/calendar', as: 'mentee' },
  { name: 'link of a mail', path: ({ paths }) => paths.managing },
  { name: 'link of a mail: moving', path: ({ paths }) => `${paths.managing}/move` },
  { name: 'link of a mail: cancelling', path: ({ paths }) => `${paths.managing}/cancel` },
  { name: 'link of a mentor’s mail', path: ({ paths }) => paths.mentorManaging, as: 'mentor' },
  { name: 'link of a mentor’s mail: moving', path: ({ paths }) => `${paths.mentorManaging}/move` },
  { name: 'link of a mail that is out of date', path: ({ paths }) => paths.ended },
  { name: 'link of a mail that is unknown', path: () => `/manage/${'a'.repeat(60)}` },
  { name: 'settings of an organization', path: () => '/o/public/admin/settings', as: 'admin' },
  { name: 'mentors of an organization', path: () => '/o/public/admin/mentors', as: 'admin' },
  {
    name: 'mentors of an organization: one of them',
    path: ({ mentor }) => `/o/public/admin${mentor.path}`,
    as: 'admin',
  },
  { name: 'mails that failed', path: () => '/o/public/admin/mails', as: 'admin' },
  { name: 'mails that wait', path: () => '/o/public/admin/mails?state=pending', as: 'admin' },
  {
    name: 'mails that were held back',
    path: () => '/o/public/admin/mails?state=skipped',
    as: 'admin',
  },
  {
    name: 'workspace: other calendars',
    path: () => '/mentor/availability/calendars',
    as: 'mentor',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByLabel(t('externalCalendars.url')).fill('http://127.0.0.1/mine.ics');
      await page.getByRole('button', { name: t('externalCalendars.add') }).click();
      await expect(page.getByText(t('externalCalendars.notAdded'))).toBeVisible();
    },
  },
  {
    name: 'workspace: profile',
    path: () => '/mentor/profile',
    as: 'mentor',
  },
  {
    name: 'workspace: services',
    path: () => '/mentor/services',
    as: 'mentor',
  },
  { name: 'workspace: a mentee', path: ({ paths }) => paths.mentee, as: 'mentor' },
  { name: 'workspace: proposing to a mentee', path: ({ paths }) => paths.proposing, as: 'mentor' },
  { name: 'mentor, by a service’s link', path: ({ paths }) => paths.byLink },
  {
    name: 'mentor, by a link that is void',
    path: ({ mentor }) => `${mentor.path}?link=${'a'.repeat(43)}`,
  },
  { name: 'workspace: requests', path: () => '/mentor/requests', as: 'mentor' },
  {
    name: 'workspace: a service by link',
    path: ({ paths }) => paths.serviceByLink,
    as: 'mentor',
  },
  { name: 'workspace: a new service', path: () => '/mentor/services/new', as: 'mentor' },
  {
    name: 'workspace: a service',
    path: ({ mentor }) => `/mentor/services/${mentor.serviceId}`,
    as: 'mentor',
  },
  {
    name: 'workspace: availability',
    path: () => '/mentor/availability',
    as: 'mentor',
  },
  {
    name: 'workspace: availability, with all that it says',
    path: () => '/mentor/availability',
    as: 'mentor',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await untilFieldsCount(page);
      await page.getByRole('button', { name: t('availability.presetWorkdays') }).click();
      const weekday = locale === 'fr' ? 'Lundi' : 'Monday';
      const row = t('availability.row', { weekday, number: 1 });
      await page.getByLabel(t('availability.rowTo', { row })).fill('08:00');
      await page.getByRole('group', { name: row }).locator('summary').click();
      await page.getByText(t('availability.datesSet', { count: 1 })).click();
      await page.getByRole('radio', { name: t('availability.change_hours') }).check();
      await page.getByLabel(t('availability.askTime')).fill('00:00');
      await page.getByRole('button', { name: t('availability.ask'), exact: true }).click();
      await expect(
        page.getByText(t('timeReasons.outside_windows', { time: '00:00' })),
      ).toBeVisible();
      await page.getByRole('button', { name: t('availability.saveWeek') }).click();
      await expect(page.getByText(t('availability.notSaved'))).toBeVisible();
    },
  },
  {
    name: 'workspace: calendar',
    // A week with a session in it: an empty one has nothing in its grid that takes the focus.
    path: ({ week }) => `/mentor/calendar?day=${week}`,
    as: 'mentor',
    differsOnPhones: true,
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByText(t('mentorCalendar.aside')).click();
      await expect(page.getByText(t('mentorCalendar.help'))).toBeVisible();
      // A phone has a list; in the grid nothing takes the focus until its entries are drawn.
      const isNarrow = (page.viewportSize()?.width ?? 0) < 1000;
      await expect(page.locator(`main ${isNarrow ? 'li button' : '.entry'}`).first()).toBeVisible();
    },
  },
  { name: 'workspace: earnings', path: () => '/mentor/earnings', as: 'mentor' },
  {
    name: 'giving credits, to an address that nobody has yet',
    path: () => '/o/public/admin/credits',
    as: 'admin',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      const form = page.getByRole('region', { name: t('grants.oneTitle') });
      await form.getByLabel(t('grants.email')).fill(ownAddress());
      await form.getByLabel(t('grants.credits')).fill('50');
      await form.getByRole('textbox', { name: t('grants.reason') }).fill('A prize');
      await form.getByRole('button', { name: t('grants.give') }).click();
      await expect(page.getByText(t('grants.doneTitle'), { exact: true })).toBeVisible();
    },
  },
  {
    name: 'organization',
    path: ({ paths }) => paths.organization,
    as: 'mentee',
    differsOnPhones: true,
    prepare: async (page, locale) => {
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
      // With what one belongs to.
      await page.locator('header summary', { has: page.locator('svg text') }).click();
      await expect(page.getByText(textsIn(locale)('userMenu.organizations'))).toBeVisible();
    },
  },
  {
    name: 'organization: overview',
    path: ({ paths }) => `${paths.organization}/admin`,
    as: 'mentee',
  },
  { name: 'overview of the public organization', path: () => '/o/public/admin', as: 'admin' },
  {
    name: 'organization: its people',
    path: ({ paths }) => `${paths.organization}/admin/people`,
    as: 'mentee',
  },
  {
    name: 'organization: nobody found',
    path: ({ paths }) => `${paths.organization}/admin/people?q=xqzzywv`,
    as: 'mentee',
  },
  { name: 'organization: a member', path: ({ paths }) => paths.classmate, as: 'mentee' },
  {
    name: 'organization: its invitations',
    path: ({ paths }) => `${paths.organization}/admin/invitations`,
    as: 'mentee',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('button', { name: t('memberships.invitations.makeLink') }).click();
      await expect(page.getByText(t('memberships.invitations.linkMade'))).toBeVisible();
    },
  },
  { name: 'organization: people from a file', path: ({ paths }) => paths.importing, as: 'mentee' },
  {
    name: 'organization: leaving it',
    path: ({ paths }) => `${paths.organization}/leave`,
    as: 'mentee',
  },
  { name: 'organization: an invitation', path: ({ paths }) => paths.invitation },
  {
    name: 'organization: an invitation that is unknown',
    path: () => `/invitations/${'A'.repeat(43)}`,
  },
  {
    name: 'organization: its domains, and one where anybody gets an address',
    path: ({ paths }) => `${paths.organization}/admin/domains`,
    as: 'mentee',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('textbox', { name: t('domains.domain') }).fill('gmail.com');
      await page.getByRole('button', { name: t('domains.add') }).click();
      await expect(page.getByText(t('domains.refused_open_domain'))).toBeVisible();
    },
  },
  { name: 'organization: proof of a domain', path: ({ paths }) => paths.domain },
  {
    name: 'organization: proof of a domain that is unknown',
    path: () => `/domains/${'A'.repeat(43)}`,
  },
  { name: 'organization: a mentor', path: ({ paths }) => paths.membersOnly, as: 'mentee' },
  {
    name: 'organization: founding, with a slug that is taken',
    path: () => '/o/new',
    as: 'operator',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('textbox', { name: t('founding.name') }).fill('Lycée Sainte-Marie');
      await page.getByRole('textbox', { name: t('founding.slug') }).fill('public');
      await page.getByRole('button', { name: t('founding.found') }).click();
      await expect(page.getByText(t('founding.slugTaken'))).toBeVisible();
    },
  },
  { name: 'organization: all of them', path: () => '/operator', as: 'operator' },
  { name: 'credits that were given', path: ({ paths }) => paths.grant, as: 'admin' },
  { name: 'sign-in', path: () => '/sign-in' },
  {
    name: 'check your mail',
    path: () => '/sign-in',
    prepare: async (page, locale) => {
      const t = textsIn(locale);
      await page.getByRole('textbox', { name: t('signIn.email') }).fill(ownAddress());
      await page.getByRole('button', { name: t('signIn.send') }).click();
      await expect(page.getByText(t('signIn.sentTitle'))).toBeVisible();
    },
  },
  { name: 'sign-in link that is unknown', path: () => `/sign-in/${'a'.repeat(43)}` },
  { name: 'welcome', path: () => '/welcome', as: 'mentee' },
  { name: 'mailbox', path: () => '/dev/mailbox' },
  {
    name: 'mail',
    path: () => '/dev/mailbox',
    prepare: async (page) => {
      await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
      await expect(page.locator('iframe')).toBeVisible();
    },
  },
  { name: 'help', path: () => '/help' },
  { name: 'help for mentors', path: () => '/help/mentors' },
  { name: 'help for admins', path: () => '/help/admins' },
  { name: 'not found', path: () => '/nowhere' },
];

/** Signs in who looks at the page, where somebody must be. */
export async function signInFor(
  { as }: Screen,
  { mentor, mentee, admin, operator }: Stage,
  signIn: (user: { id: string }) => Promise<void>,
): Promise<void> {
  if (as === 'mentee') await signIn(mentee);
  if (as === 'admin') await signIn(admin);
  if (as === 'operator') await signIn(operator);
  if (as === 'mentor') await signIn({ id: mentor.mentorId });
}

/** Opens the page in a language and makes it ready to be looked at. */
export async function openScreen(
  page: Page,
  screen: Screen,
  { stage, locale }: { stage: Stage; locale: Locale },
): Promise<void> {
  // The front page goes by what was read last.
  await page
    .context()
    .addCookies([{ name: 'NEXT_LOCALE', value: locale, url: process.env.APP_URL ?? '' }]);
  await page.goto(localizedPath(screen.path(stage), locale));
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // What is streamed stands in the body until the page's script has put it there.
  await expect(page.locator('head > title')).toBeAttached();
  // Else a page that comes a moment later is looked at while it is its own skeleton.
  await expect(page.locator('.animate-pulse').filter({ visible: true })).toHaveCount(0);
  await screen.prepare?.(page, locale);
}
