import type { MutantGroup } from '../mutant';

const auth = 'lib/auth/service.test.ts';

export const whoMay: MutantGroup = {
  title: 'Who may',
  mutants: [
    {
      name: 'the one-click demo sign-in works in production',
      file: 'lib/auth/service.ts',
      before: "if (env.NODE_ENV === 'production') return refused('unknown');",
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
  ],
};
