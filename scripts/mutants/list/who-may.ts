import type { MutantGroup } from '../mutant';

const auth = 'lib/auth/service.test.ts';
const builders = 'lib/action-kit/builders.test.ts';
const refusals = 'lib/orders/service/order-refusals.test.ts';
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
