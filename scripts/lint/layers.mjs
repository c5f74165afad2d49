// The layers of docs/architecture.md as data: which kind of file may import which.

/**
 * The kinds of file, first match wins. A kind is a file `name.ts` or a folder `name/`, since a file
 * that grows becomes a folder of the same kind.
 */
const KINDS = [
  ['test', /\.(test|spec|bench)\.tsx?$|^vitest\.config\.ts$/],
  ['tool', /^(scripts|e2e|bench)\/|^[\w-]+\.config\.\w+$/],
  // The one reader of the request that lives with the kernel's zones.
  ['viewer zone', /^kernel\/time\/viewer-zone\.ts$/],
  ['kernel', /^kernel\//],
  ['domain', /^domain\//],
  ['scheduling', /^lib\/scheduling(\.ts|\/)/],
  ['auth tokens', /^lib\/auth\/tokens(\.ts|\/)/],
  // Plain values that a schema shares with what runs in the browser, where no zod goes.
  ['schema', /^lib\/[\w-]+\/(schema|constants)(\.ts|\/)/],
  ['rules', /^lib\/[\w-]+\/rules(\.ts|\/)/],
  ['service', /^lib\/[\w-]+\/service(\.ts|\/)/],
  ['gateway', /^lib\/[\w-]+\/gateway(\.ts|\/)/],
  ['loaders', /^lib\/[\w-]+\/loaders(\.ts|\/)/],
  ['actions', /^lib\/[\w-]+\/actions(\.ts|\/)/],
  ['action kit', /^lib\/action-kit\//],
  ['auth', /^lib\/auth\//],
  ['mails', /^lib\/mails\//],
  ['outbox', /^lib\/outbox\//],
  ['lib', /^lib\//],
  ['db access', /^db\/(client|errors|queries|transaction|viewer|work)(\.ts|\/)/],
  ['db', /^db\//],
  ['ui', /^components\/ui\//],
  ['component', /^components\//],
  ['i18n', /^(i18n|messages)\//],
  ['app', /^app\/|^(proxy|instrumentation(-node)?)\.ts$/],
];

const BELOW = ['kernel', 'domain', 'schema'];

/** What each kind may import of ours. Kinds that are not listed here may import everything. */
export const MAY_IMPORT = {
  kernel: ['kernel'],
  domain: ['kernel', 'domain'],
  schema: [...BELOW, 'scheduling'],
  rules: [...BELOW, 'scheduling', 'rules'],
  scheduling: [...BELOW, 'scheduling'],
  gateway: [...BELOW, 'gateway'],
  service: [
    ...BELOW,
    'rules',
    'scheduling',
    'service',
    'gateway',
    'db access',
    'mails',
    'outbox',
    'auth tokens',
    'i18n',
  ],
  'viewer zone': ['kernel'],
  loaders: [
    ...BELOW,
    'viewer zone',
    'rules',
    'scheduling',
    'db access',
    'auth',
    'auth tokens',
    'loaders',
    'i18n',
  ],
  actions: [...BELOW, 'viewer zone', 'service', 'action kit', 'auth', 'auth tokens', 'i18n'],
  'action kit': [
    ...BELOW,
    'viewer zone',
    'service',
    'db access',
    'db',
    'action kit',
    'auth',
    'auth tokens',
    'i18n',
  ],
  'auth tokens': BELOW,
  auth: [
    ...BELOW,
    'viewer zone',
    'rules',
    'service',
    'db access',
    'db',
    'auth',
    'auth tokens',
    'i18n',
  ],
  mails: [
    ...BELOW,
    'rules',
    'service',
    'gateway',
    'db access',
    'outbox',
    'mails',
    'auth tokens',
    'i18n',
  ],
  outbox: [...BELOW, 'rules', 'db access', 'outbox'],
  'db access': ['kernel', 'domain', 'db', 'db access'],
  db: ['kernel', 'domain', 'db', 'db access'],
  ui: ['ui', 'kernel', 'domain', 'i18n'],
  component: [...BELOW, 'rules', 'actions', 'ui', 'component', 'i18n'],
  i18n: [...BELOW, 'i18n'],
  app: [
    ...BELOW,
    'viewer zone',
    'rules',
    'scheduling',
    'service',
    'loaders',
    'actions',
    'action kit',
    'auth',
    'auth tokens',
    'ui',
    'component',
    'i18n',
    'app',
  ],
};

/** What a file that runs in the browser may take from lib, whatever its folder may import. */
export const BROWSER_MAY_IMPORT = [...BELOW, 'rules', 'actions', 'ui', 'component', 'i18n', 'app'];

/**
 * Loaders that read as the owner of the tables, whom row-level security does not bind (decision 32), and
 * why: each asks one question that a secret, or the environment, answers for. All others read as who looks.
 */
export const READS_AS_OWNER = {
  'lib/account/loaders.ts': 'where one is signed in, and leaving by the token of a mail',
  'lib/auth/loaders.ts': 'signing in by a link, and whom to try in development',
  'lib/ledger/loaders.ts': 'which welcome awaits the viewer, by a mailbox that no page reads',
  'lib/mailbox/loaders.ts': 'mails that were kept where no provider is set up',
  'lib/memberships/loaders/domains.ts':
    'a domain, by the secret that its postmaster was mailed; who asks the viewer to join; the mails of either',
  'lib/memberships/loaders/invitation.ts':
    'an invitation, by its secret or the address that it is for',
  'lib/memberships/loaders/invitations.ts':
    'whom an organization invites, by whom, who may have left',
  'lib/memberships/loaders/leaving.ts':
    'what becomes of bookings, of the viewer or of whom they manage',
  'lib/memberships/loaders/people.ts': 'addresses of members, for those who look after them',
  'lib/orders/loaders/booking-panel.ts': 'the same, for what they can spend',
  'lib/orders/loaders/hold-link.ts': 'a hold, by the token that was mailed to its address',
  'lib/orders/loaders/proposals.ts': 'a proposal, by the token that was mailed to its address',
  'lib/organizations/loaders/overseen-organizations.ts':
    'all organizations, for those whom the environment names',
};

/** Kernel files that stay on the server: settings hold secrets, and the log is the server's. */
export const SERVER_KERNEL = /^kernel\/(env|log|mailbox|network|operators)\.ts$/;
export const BROWSER_KINDS = ['ui', 'component', 'domain', 'schema', 'rules', 'scheduling'];

const NEXT = /^(next|next-intl|server-only)(\/|$)/;
const REACT = /^(react|react-dom|react-aria-components)(\/|$)/;
const SQL = /^(drizzle-orm|postgres)(\/|$)/;
const TEMPORAL = /^temporal-polyfill(\/|$)/;
const SERVER =
  /^(server-only|next\/headers|next\/server|next-intl\/server|drizzle-orm|postgres|pino|nodemailer|stripe|croner)(\/|$)/;

/** Packages that a kind never imports. */
export const NEVER_PACKAGES = {
  kernel: [NEXT, REACT, SQL],
  domain: [NEXT, REACT, SQL],
  schema: [NEXT, REACT, SQL],
  rules: [NEXT, REACT, SQL],
  scheduling: [NEXT, REACT, SQL],
  gateway: [NEXT, REACT, SQL],
  service: [NEXT, REACT, SQL],
  'auth tokens': [NEXT, REACT, SQL],
  outbox: [NEXT, REACT, SQL],
  // Texts come from next-intl's plain `createTranslator`.
  mails: [/^(next|server-only)(\/|$)|^next-intl\/server$/, SQL],
  loaders: [SQL],
  actions: [SQL],
  'db access': [NEXT, REACT],
  db: [NEXT, REACT],
  ui: [SQL, TEMPORAL],
  component: [SQL, TEMPORAL],
  app: [SQL],
  browser: [SERVER, TEMPORAL],
};

/** The one page whose calendar needs Temporal in the browser. */
export const TEMPORAL_ALLOWED = /^components\/mentor-calendar\//;

/** The one folder that knows the sign-in library, which may be replaced one day. */
export const SIGN_IN_PACKAGES = /^(next-auth|@auth\/[\w-]+)(\/|$)/;
export const SIGN_IN_FOLDER = /^lib\/auth\//;

/** Folders of lib that are not domains and name their files freely. */
const FREE_FOLDERS = /^lib\/(action-kit|auth|mails|outbox|scheduling)\//;
const DOMAIN_FILE =
  /^lib\/[\w-]+\/(schema|constants|rules|service|gateway|loaders|actions)(\.tsx?$|\/)/;

/** Whether a file stands where the architecture page has a place for it. */
export function isWellNamed(path) {
  if (!path.startsWith('lib/') || kindOf(path) === 'test' || FREE_FOLDERS.test(path)) return true;
  return DOMAIN_FILE.test(path);
}

/** The folders of components in one order, so that no two know each other: each takes from later ones. */
const COMPONENT_FOLDERS = [
  'account',
  'credits',
  'external-calendars',
  'grants',
  'help',
  'home',
  'mailbox',
  'mentor-calendar',
  'mentor-services',
  'proposals',
  'memberships',
  'organizations',
  'mentors',
  'notes',
  'notifications',
  'settings',
  'top-ups',
  'unsent-mails',
  'availability',
  'orders',
  'bookings',
  'slots',
  'calendar-files',
  'mentor-workspace',
  'layout',
  'sign-in',
  'forms',
  'ui',
];

/** Whether a component may import another one, by their folders. */
export function isBelow(path, target) {
  const [from, to] = [path, target].map((file) => /^components\/([\w-]+)\//.exec(file)?.[1]);
  if (from === undefined || to === undefined || from === to) return true;
  const rank = COMPONENT_FOLDERS.indexOf(from);
  return rank !== -1 && COMPONENT_FOLDERS.indexOf(to) > rank;
}

/** The kind of a file, by its path from the root; null for files without rules. */
export function kindOf(path) {
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
}

/** What pages start from: loaders, actions and what they are built with. They may read any domain. */
const ENTRY_KINDS = ['loaders', 'actions', 'action kit'];

/** Whether a file is of a domain's core, whose imports of other domains have an order (`domains.mjs`). */
export function isCore(path) {
  return domainOf(path) !== '' && !['test', ...ENTRY_KINDS].includes(kindOf(path));
}

/** The domain of a file in lib, or the empty string. */
export function domainOf(path) {
  return /^lib\/([\w-]+)[/.]/.exec(path)?.[1] ?? '';
}
