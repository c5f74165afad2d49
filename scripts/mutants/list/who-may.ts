import type { MutantGroup } from '../mutant';

const auth = 'lib/auth/service.test.ts';
const builders = 'lib/action-kit/builders.test.ts';
const refusals = 'lib/orders/service/order-refusals.test.ts';
const google = 'lib/auth/config.test.ts';
const loaders = 'lib/loaders.test.ts';
const mails = 'lib/mails/render-mail.test.ts';

export const whoMay: MutantGroup = {
  title: 'Who may',
  mutants: [
    {
      name: 'the one-click sign-in works in production',
      file: 'lib/auth/service.ts',
      before: "if (env.NODE_ENV === 'production') return refused('unknown');",
      after: '',
      tests: [auth],
    },
    {
      name: 'the one-click sign-in lists people in production',
      file: 'lib/auth/loaders.ts',
      before: "if (env.NODE_ENV === 'production') return [];",
      after: '',
      tests: [auth],
    },
    {
      name: 'a blocked person opens a session by link',
      file: 'lib/auth/service.ts',
      before: "if (known && known.blockedAt !== null) return refused('blocked');",
      after: '',
      tests: [auth],
    },
    {
      name: 'an action for users lets a visitor through',
      file: 'lib/action-kit/builders.ts',
      before: 'if (!viewer) {',
      after: 'if (false) {',
      tests: [builders],
    },
    {
      name: 'the limit by person is ignored',
      file: 'lib/action-kit/builders.ts',
      before: 'if (limit) {',
      after: 'if (false) {',
      tests: [builders],
    },
    {
      name: 'the limit by network is ignored',
      file: 'lib/action-kit/builders.ts',
      before: 'if (options.limitByAddress) {',
      after: 'if (false) {',
      tests: [builders],
    },
    {
      name: 'a form is acted on that is wrong',
      file: 'lib/action-kit/builders.ts',
      before: 'if (!parsed.success) {',
      after: 'if (false) {',
      tests: [builders],
    },
    {
      name: 'an action leads to whatever address it is given',
      file: 'lib/action-kit/builders.ts',
      before: ': onwardPath(redirectTo, locale)',
      after: ': redirectTo',
      tests: [builders],
    },
    {
      name: 'Google’s people sign in with an address that nobody has proved',
      file: 'lib/auth/config.ts',
      before: 'if (email === null || profile?.email_verified !== true)',
      after: 'if (email === null)',
      tests: [google],
    },
    {
      name: 'whoever signs in with Google keeps the session of somebody else',
      file: 'lib/auth/config.ts',
      before: 'if (login && login.user.email !== email) await',
      after: 'if (login && login.user.email === email) await',
      tests: [google],
    },
    {
      name: 'whoever is blocked signs in with Google',
      file: 'lib/auth/config.ts',
      before: "if (user && user.blockedAt !== null) return '/sign-in?error=blocked';",
      after: '',
      tests: [google],
    },
    {
      name: 'another manager gives what one has prepared',
      file: 'db/queries/grants.ts',
      before: 'and(eq(grants.id, id), eq(grants.actorId, actorId))',
      after: 'eq(grants.id, id)',
      tests: ['lib/grants/service.test.ts', 'lib/action-kit/roles.test.ts'],
    },
    {
      name: 'an admin reads a mentee’s phone number',
      file: 'lib/bookings/loaders/booking-detail.ts',
      before: "phone: isParty ? row.phone : '',",
      after: 'phone: row.phone,',
      tests: ['lib/bookings/loaders/room.test.ts'],
    },
    {
      name: 'an admin reads where a session takes place',
      file: 'lib/bookings/loaders/booking-detail.ts',
      before: "place: isParty ? row.place : '',",
      after: 'place: row.place,',
      tests: ['lib/bookings/loaders/room.test.ts'],
    },
    {
      name: 'a browser that has not made a hold hears what became of it',
      file: 'lib/orders/service/mail-hold.ts',
      before: 'if (found?.booking.id !== bookingId) return null;',
      after: '',
      tests: ['lib/orders/service/mail-hold.test.ts'],
    },
    {
      name: 'mails are kept in the mailbox beside a provider',
      file: 'kernel/env.ts',
      before: `      values.RESEND_API_KEY === undefined &&
      values.SMTP_URL === undefined &&
      (values.NODE_ENV`,
      after: '      (values.NODE_ENV',
      tests: ['kernel/env.test.ts'],
    },
    {
      name: 'the list of the mailbox is there beside a provider',
      file: 'lib/mailbox/loaders.ts',
      before: 'if (!env.keepsMails) return null;',
      after: '',
      tests: [loaders],
    },
    {
      name: 'a mail of the mailbox is there beside a provider',
      file: 'lib/mailbox/loaders.ts',
      before: 'if (!env.keepsMails || !z',
      after: 'if (!z',
      tests: [loaders],
    },
    {
      name: 'a blocked mentor can be booked',
      sql: 'drop trigger users_listing on users',
      tests: [refusals],
    },
    {
      name: 'a spreadsheet runs what people have written',
      file: 'kernel/csv.ts',
      before: "if (typeof cell === 'string') return defused(cell);",
      after: "if (typeof cell === 'string') return cell;",
      tests: ['kernel/csv.test.ts'],
    },
    {
      name: 'a portrait that is opened by itself may run scripts',
      file: 'app/portraits/[file]/route.ts',
      before: "'content-security-policy': \"default-src 'none'; sandbox\",",
      after: '',
      tests: [loaders],
    },
    {
      name: 'a payment event that is too long is an error of ours',
      file: 'app/api/webhooks/stripe/route.ts',
      before: 'too_long: 413',
      after: 'too_long: 500',
      tests: ['app/api/bodies.test.ts'],
    },
    {
      name: 'a form says that the address is a mentor’s own',
      file: 'lib/orders/service/order-slots.ts',
      before: 'const offer = checkOffer(reading.offer, order, null);',
      after:
        "const { getUserByEmail: who } = await import('@/db/queries/users');\n  const offer = checkOffer(reading.offer, order, (await who(tx, { email }))?.id ?? null);",
      tests: [refusals],
    },
    {
      name: 'a mail to an unproved address has what a visitor typed',
      file: 'lib/mails/render-mail.ts',
      before: 'const request = forUnprovedAddress(wanted);',
      after: 'const request = wanted;',
      tests: [mails],
    },
    {
      name: 'a name in a mail to an unproved address keeps its dots',
      file: 'lib/mails/unproved.ts',
      before: ".replaceAll(/\\.(?=\\S)/g, '. ')",
      after: '',
      tests: [mails],
    },
    {
      name: 'a database error carries its parameters',
      file: 'db/database-error.ts',
      before: 'throw withoutValues(error, text);',
      after: 'throw new DrizzleQueryError(text, _parameters as unknown[], error as Error);',
      tests: ['db/database-error.test.ts'],
    },
  ],
};
