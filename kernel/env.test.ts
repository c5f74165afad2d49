import { describe, expect, it } from 'vitest';
import { doubtfulInProduction, missingInProduction, parseEnv } from './env';

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

const doubtsOf = (source: Record<string, string>) => doubtfulInProduction(parseEnv(source));

describe('doubtfulInProduction', () => {
  it('warns of mails that anyone can read, and of the setting that would open them', () => {
    const open = { NODE_ENV: 'production', MAILBOX_ALLOWED: 'true' };
    expect(doubtsOf(open)).toEqual([expect.stringMatching(/anyone can read/)]);
    expect(doubtsOf({ ...open, SMTP_URL: 'smtp://mail.test' })).toEqual([
      expect.stringMatching(/does nothing/),
    ]);
  });

  it('says nothing of anything else', () => {
    expect(doubtsOf({ NODE_ENV: 'production' })).toEqual([]);
    expect(doubtsOf({ MAILBOX_ALLOWED: 'true' })).toEqual([]);
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

describe('topUps', () => {
  const stripe = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' };

  it('are none without a key', () => {
    expect(parseEnv({}).topUps).toBeNull();
  });

  it('are sold in euros when nothing else is said', () => {
    expect(parseEnv(stripe).topUps).toMatchObject({
      apiUrl: 'https://api.stripe.com',
      currency: 'eur',
      packs: [
        { credits: 50, amount: 500 },
        { credits: 120, amount: 1000 },
        { credits: 300, amount: 2000 },
      ],
    });
  });

  it('may be in a currency without a smaller unit', () => {
    const settings = { ...stripe, TOP_UP_CURRENCY: 'XOF', TOP_UP_PACKS: '50:3000, 120:6500' };
    expect(parseEnv(settings).topUps).toMatchObject({
      currency: 'xof',
      packs: [
        { credits: 50, amount: 3000 },
        { credits: 120, amount: 6500 },
      ],
    });
  });

  it.each([
    [/STRIPE_WEBHOOK_SECRET: set it beside/, { STRIPE_WEBHOOK_SECRET: '' }],
    [/STRIPE_SECRET_KEY: set it beside/, { STRIPE_SECRET_KEY: '' }],
    [/STRIPE_SECRET_KEY: it begins/, { STRIPE_SECRET_KEY: 'pk_test_1' }],
    [/STRIPE_WEBHOOK_SECRET: it begins/, { STRIPE_WEBHOOK_SECRET: 'sk_test_1' }],
    [/STRIPE_API_URL: it has no path/, { STRIPE_API_URL: 'https://stripe.test/v1' }],
    [/TOP_UP_CURRENCY: it is no currency/, { TOP_UP_CURRENCY: 'cfa' }],
    [/TOP_UP_PACKS: say what packs cost in xaf/, { TOP_UP_CURRENCY: 'xaf' }],
    [/TOP_UP_PACKS: write it as/, { TOP_UP_PACKS: '50 for 5' }],
    [/TOP_UP_PACKS: neither/, { TOP_UP_PACKS: '0:500' }],
    [/TOP_UP_PACKS: at most/, { TOP_UP_PACKS: '1:1,2:2,3:3,4:4,5:5,6:6,7:7' }],
    [/TOP_UP_PACKS: two packs/, { TOP_UP_PACKS: '50:500,50:400' }],
    [/TOP_UP_PACKS: in ugx, .* 100/, { TOP_UP_CURRENCY: 'ugx', TOP_UP_PACKS: '50:1850' }],
    [/TOP_UP_PACKS: in tnd, .* 10/, { TOP_UP_CURRENCY: 'tnd', TOP_UP_PACKS: '50:12345' }],
  ])('says %s', (message, change) => {
    expect(() => parseEnv({ ...stripe, ...change })).toThrow(message);
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
    ['EMAIL_FROM', { EMAIL_FROM: 'hello@localhost' }],
    ['EMAIL_FROM', { EMAIL_FROM: 'Baobab' }],
    ['AUTH_GOOGLE_ID', { AUTH_GOOGLE_ID: 'id' }],
  ])('asks for %s', (name, change) => {
    const missing = missingInProduction(parseEnv({ ...complete, ...change }));
    expect(missing).toHaveLength(1);
    expect(missing[0]).toContain(name);
  });
});
