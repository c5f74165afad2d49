import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** An address that paths are put after. */
const baseUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** What can be bought when nothing is said, for euros alone: 50 credits for 5 €, and so on. */
const packsInEuros = '50:500,120:1000,300:2000';
/** The highest amount that Stripe takes. */
const mostAmount = 99_999_999;
const mostPacks = 6;

/**
 * Amounts that Stripe takes in whole steps only, for all that their smallest unit is less.
 * @see https://docs.stripe.com/currencies#special-cases
 */
const amountSteps: Record<string, number> = {
  isk: 100,
  ugx: 100,
  bhd: 10,
  jod: 10,
  kwd: 10,
  omr: 10,
  tnd: 10,
};

/** `credits:amount`, several with commas between. The amount is in the unit that Stripe counts in. */
const packList = z
  .string()
  .regex(/^\s*\d{1,6}:\d{1,8}\s*(,\s*\d{1,6}:\d{1,8}\s*)*$/, {
    message: 'write it as 50:500,120:1000',
    abort: true,
  })
  .transform((list) =>
    list.split(',').map((pack) => {
      const [credits = 0, amount = 0] = pack.split(':').map(Number);
      return { credits, amount };
    }),
  )
  .refine((packs) => packs.every(({ credits, amount }) => credits > 0 && amount > 0), {
    message: 'neither credits nor prices are 0',
  })
  .refine((packs) => packs.length <= mostPacks, { message: `at most ${mostPacks} packs` })
  .refine((packs) => new Set(packs.map(({ credits }) => credits)).size === packs.length, {
    message: 'two packs have the same number of credits',
  });

/** Settings that are wrong beside each other, each with the one to change. */
function faultsOfTopUps(values: {
  STRIPE_SECRET_KEY?: string | undefined;
  STRIPE_WEBHOOK_SECRET?: string | undefined;
  TOP_UP_CURRENCY: string;
  TOP_UP_PACKS?: { amount: number }[] | undefined;
}): [name: string, message: string][] {
  const { TOP_UP_CURRENCY: currency, TOP_UP_PACKS: packs } = values;
  const faults: [string, string][] = [];
  if (values.STRIPE_SECRET_KEY !== undefined && values.STRIPE_WEBHOOK_SECRET === undefined) {
    const why = 'without it nobody would get what they paid for';
    faults.push(['STRIPE_WEBHOOK_SECRET', `set it beside STRIPE_SECRET_KEY: ${why}`]);
  }
  if (values.STRIPE_WEBHOOK_SECRET !== undefined && values.STRIPE_SECRET_KEY === undefined) {
    faults.push(['STRIPE_SECRET_KEY', 'set it beside STRIPE_WEBHOOK_SECRET, or neither']);
  }
  if (packs === undefined && currency !== 'eur') {
    faults.push(['TOP_UP_PACKS', `say what packs cost in ${currency}: the default is in euros`]);
  }
  const step = amountSteps[currency] ?? 1;
  if (packs?.some(({ amount }) => amount % step !== 0 || amount > mostAmount)) {
    faults.push(['TOP_UP_PACKS', `in ${currency}, Stripe takes amounts in steps of ${step}`]);
  }
  return faults;
}

const variables = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    /** Without a slash at its end. */
    APP_URL: z
      .url({ protocol: /^https?$/ })
      .default('http://localhost:3000')
      .transform((url) => url.replace(/\/+$/, '')),
    DATABASE_URL: z.string().optional(),
    DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(100).default(10),
    DATABASE_TRANSACTION_POOLER: flag,
    DATABASE_POOLER_PREPARES: flag,
    DATABASE_WAIT_SECONDS: z.coerce.number().min(1).max(60).default(3),
    AUTH_SECRET: z.string().optional(),
    AUTH_SECRETS_RETIRED: z
      .string()
      .default('')
      .transform((list) => list.split(/[\s,]+/).filter((secret) => secret !== ''))
      .refine((list) => list.every((secret) => secret.length >= 32), {
        message: 'a secret in it is shorter than 32 characters',
      }),
    AUTH_GOOGLE_ID: z.string().optional(),
    AUTH_GOOGLE_SECRET: z.string().optional(),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: z.url().default('https://api.resend.com'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    EMAIL_FROM: z.string().min(3).default('Baobab <hello@localhost>'),
    /** Whom people write to when something is wrong: named on error and help pages. */
    SUPPORT_EMAIL: z.email().optional(),
    MAILBOX_ALLOWED: flag,
    CRON_SECRET: z.string().optional(),
    CRON_MODE: z.enum(['external', 'embedded']).default('external'),
    WHEREBY_API_KEY: z.string().optional(),
    WHEREBY_API_URL: baseUrl.default('https://api.whereby.dev/v1'),
    JITSI_BASE_URL: baseUrl.default('https://meet.jit.si'),
    STRIPE_SECRET_KEY: z
      .string()
      .regex(/^(sk|rk)_\S+$/, 'it begins with sk_ or rk_')
      .optional(),
    STRIPE_WEBHOOK_SECRET: z
      .string()
      .regex(/^whsec_\S+$/, 'it begins with whsec_')
      .optional(),
    STRIPE_API_URL: baseUrl
      .default('https://api.stripe.com')
      .refine((url) => new URL(url).pathname === '/', { message: 'it has no path' }),
    TOP_UP_CURRENCY: z
      .string()
      .trim()
      .toLowerCase()
      .refine((code) => Intl.supportedValuesOf('currency').includes(code.toUpperCase()), {
        message: 'it is no currency, such as eur or xof',
      })
      .default('eur'),
    TOP_UP_PACKS: packList.optional(),
    /** How many proxies of one's own a request passes: whose word counts for where it came from. */
    TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
    /** Set by Vercel, whose own proxies say where a request came from. */
    VERCEL: z.string().optional(),
    BOOKINGS_PER_HOUR_PER_ADDRESS: z.coerce.number().int().min(1).default(600),
    /** Addresses, with commas between: those who approve and close organizations. */
    OPERATORS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .toLowerCase()
          .split(/[\s,]+/)
          .filter((address) => address !== ''),
      )
      .refine((list) => list.every((address) => z.email().safeParse(address).success), {
        message: 'one of them is no email address',
      }),
    ORGANIZATIONS_FOUNDED_BY: z.enum(['operators', 'anyone']).default('operators'),
    WELCOME_CREDITS: z.coerce.number().int().min(0).max(1_000_000).default(100),
    /** Of each organization, to people of one network address; a school shares one. */
    WELCOMES_PER_DAY_PER_ADDRESS: z.coerce.number().int().min(1).default(100),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .superRefine((values, context) => {
    for (const [name, message] of faultsOfTopUps(values)) {
      context.addIssue({ code: 'custom', path: [name], message });
    }
  })
  .transform((values) => ({
    ...values,
    /** How credits are sold, null where they are not. */
    topUps:
      values.STRIPE_SECRET_KEY === undefined || values.STRIPE_WEBHOOK_SECRET === undefined
        ? null
        : {
            secretKey: values.STRIPE_SECRET_KEY,
            webhookSecret: values.STRIPE_WEBHOOK_SECRET,
            apiUrl: values.STRIPE_API_URL,
            /** Three small letters, as Stripe writes it. */
            currency: values.TOP_UP_CURRENCY,
            packs: values.TOP_UP_PACKS ?? packList.parse(packsInEuros),
          },
    /**
     * What signs, first, and what earlier signatures are still known by. The first is fixed in
     * development; production does not start without its own.
     */
    authSecrets: [
      values.AUTH_SECRET ?? 'for development only: not a secret at all',
      ...values.AUTH_SECRETS_RETIRED,
    ] as const,
    /** Whether mails stay in the mailbox page instead of leaving: never when a provider is set. */
    keepsMails:
      values.RESEND_API_KEY === undefined &&
      values.SMTP_URL === undefined &&
      (values.NODE_ENV !== 'production' || values.MAILBOX_ALLOWED),
  }));

export type Env = z.output<typeof variables>;

/**
 * Reads the settings from `source`, with their defaults. An empty line in an environment file means
 * "not set".
 * @throws Error naming every variable that has a value it cannot have.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.entries(source).filter(([, value]) => value?.trim());
  const parsed = variables.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These environment variables are wrong (see .env.example):\n${wrong.join('\n')}`);
}

/** What is allowed in production and should not be overlooked there, one line each. */
export function doubtfulInProduction(settings: Env): string[] {
  if (settings.NODE_ENV !== 'production' || !settings.MAILBOX_ALLOWED) return [];
  return [
    settings.keepsMails
      ? 'MAILBOX_ALLOWED is on: no mail leaves, and anyone can read all of them, with their links, at /dev/mailbox'
      : 'MAILBOX_ALLOWED is on beside a mail service: it does nothing, and would open /dev/mailbox without one',
  ];
}

/**
 * What production cannot run without, one line each; empty when all is there. Checked when the
 * server starts and not when it is built, because a build needs neither database nor secrets.
 */
export function missingInProduction(settings: Env): string[] {
  if (settings.NODE_ENV !== 'production') return [];
  const missing: string[] = [];
  if (!settings.DATABASE_URL) missing.push('DATABASE_URL: the PostgreSQL database to use');
  if (!settings.AUTH_SECRET) {
    missing.push('AUTH_SECRET: at least 32 random characters (openssl rand -base64 33)');
  } else if (settings.AUTH_SECRET.length < 32) {
    missing.push('AUTH_SECRET: it is shorter than 32 characters');
  }
  const sendsMails = Boolean(settings.RESEND_API_KEY ?? settings.SMTP_URL);
  if (!sendsMails && !settings.MAILBOX_ALLOWED) {
    missing.push(
      'RESEND_API_KEY or SMTP_URL: who sends mails; or MAILBOX_ALLOWED=true to keep them in /dev/mailbox',
    );
  }
  if (settings.RESEND_API_KEY && settings.SMTP_URL) {
    missing.push('RESEND_API_KEY and SMTP_URL: set only one of them');
  }
  if (sendsMails && !/@(?!localhost>?$)[^@\s]+$/.test(settings.EMAIL_FROM.trim())) {
    missing.push('EMAIL_FROM: the address that mails come from, on a domain of yours');
  }
  if (Boolean(settings.AUTH_GOOGLE_ID) !== Boolean(settings.AUTH_GOOGLE_SECRET)) {
    missing.push('AUTH_GOOGLE_ID and AUTH_GOOGLE_SECRET: set both or neither');
  }
  return missing;
}

export const env = parseEnv(process.env);
