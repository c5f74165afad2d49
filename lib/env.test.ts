import { describe, expect, it } from 'vitest';
import { missingInProduction, parseEnv } from './env';

const complete = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://host/baobab',
  AUTH_SECRET: 'x'.repeat(32),
  RESEND_API_KEY: 're_1',
  EMAIL_FROM: 'Baobab <hello@baobab.example>',
};

describe('parseEnv', () => {
  it('needs nothing to develop', () => {
    expect(parseEnv({})).toMatchObject({ NODE_ENV: 'development', keepsMails: true });
  });

  it('takes an empty line for a variable that is not set', () => {
    expect(parseEnv({ DATABASE_URL: '', DATABASE_POOL_MAX: '  ' })).toMatchObject({
      keepsMails: true,
    });
  });

  it('names every variable that is wrong', () => {
    const wrong = { APP_URL: 'baobab', DATABASE_POOL_MAX: '0', SMTP_URL: 'mail.example' };
    expect(() => parseEnv(wrong)).toThrow(/APP_URL[^]*DATABASE_POOL_MAX[^]*SMTP_URL/);
  });

  it('takes addresses that paths are put after with and without a slash at the end', () => {
    const settings = parseEnv({ JITSI_BASE_URL: 'https://meet.example.org/school/' });
    expect(settings.JITSI_BASE_URL).toBe('https://meet.example.org/school');
    expect(settings.WHEREBY_API_URL).toBe('https://api.whereby.dev/v1');
  });

  it('keeps mails in production only when told to, and never beside a provider', () => {
    const { RESEND_API_KEY: _, ...withoutProvider } = complete;
    expect(parseEnv(withoutProvider).keepsMails).toBe(false);
    expect(parseEnv({ ...withoutProvider, MAILBOX_ALLOWED: 'true' }).keepsMails).toBe(true);
    expect(parseEnv({ ...complete, MAILBOX_ALLOWED: 'true' }).keepsMails).toBe(false);
    const smtp = { ...withoutProvider, SMTP_URL: 'smtp://localhost:25', MAILBOX_ALLOWED: 'true' };
    expect(parseEnv(smtp).keepsMails).toBe(false);
  });
});

describe('authSecrets', () => {
  const [old, older] = ['o'.repeat(32), 'p'.repeat(40)];

  it('begin with the one that signs, and go on with those that were retired', () => {
    const settings = {
      AUTH_SECRET: complete.AUTH_SECRET,
      AUTH_SECRETS_RETIRED: `${old}, ${older}`,
    };
    expect(parseEnv(settings).authSecrets).toEqual([complete.AUTH_SECRET, old, older]);
    expect(parseEnv({}).authSecrets).toHaveLength(1);
  });

  it('may not be short, or anybody could sign', () => {
    expect(() => parseEnv({ AUTH_SECRETS_RETIRED: `${old},short` })).toThrow(/shorter than 32/);
  });
});

describe('missingInProduction', () => {
  it('asks for nothing in development', () => {
    expect(missingInProduction(parseEnv({}))).toEqual([]);
  });

  it('is content with a complete environment', () => {
    expect(missingInProduction(parseEnv(complete))).toEqual([]);
  });

  it('is content with a mail server instead of a provider', () => {
    const smtp = { ...complete, RESEND_API_KEY: '', SMTP_URL: 'smtps://me:secret@mail.example' };
    expect(missingInProduction(parseEnv(smtp))).toEqual([]);
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['AUTH_SECRET', { AUTH_SECRET: '' }],
    ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
    ['SMTP_URL', { RESEND_API_KEY: '' }],
    ['only one', { SMTP_URL: 'smtp://localhost:25' }],
    ['EMAIL_FROM', { EMAIL_FROM: '' }],
    ['AUTH_GOOGLE_ID', { AUTH_GOOGLE_ID: 'id' }],
  ])('asks for %s', (name, change) => {
    const missing = missingInProduction(parseEnv({ ...complete, ...change }));
    expect(missing).toHaveLength(1);
    expect(missing[0]).toContain(name);
  });
});
