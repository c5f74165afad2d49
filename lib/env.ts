import { z } from 'zod';

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** An address that paths are put after. */
const baseUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const variables = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    APP_URL: z.url({ protocol: /^https?$/ }).default('http://localhost:3000'),
    DATABASE_URL: z.string().optional(),
    DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(100).default(10),
    DATABASE_TRANSACTION_POOLER: flag,
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
    MAILBOX_ALLOWED: flag,
    CRON_SECRET: z.string().optional(),
    CRON_MODE: z.enum(['external', 'embedded']).default('external'),
    WHEREBY_API_KEY: z.string().optional(),
    WHEREBY_API_URL: baseUrl.default('https://api.whereby.dev/v1'),
    JITSI_BASE_URL: baseUrl.default('https://meet.jit.si'),
    BOOKINGS_PER_HOUR_PER_ADDRESS: z.coerce.number().int().min(1).default(600),
    WELCOME_CREDITS: z.coerce.number().int().min(0).max(1_000_000).default(100),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  })
  .transform((values) => ({
    ...values,
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
  if (sendsMails && settings.EMAIL_FROM.endsWith('@localhost>')) {
    missing.push('EMAIL_FROM: the address that mails come from, on a domain of yours');
  }
  if (Boolean(settings.AUTH_GOOGLE_ID) !== Boolean(settings.AUTH_GOOGLE_SECRET)) {
    missing.push('AUTH_GOOGLE_ID and AUTH_GOOGLE_SECRET: set both or neither');
  }
  return missing;
}

export const env = parseEnv(process.env);
