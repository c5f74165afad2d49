import { Resend } from 'resend';
import type { Temporal } from 'temporal-polyfill';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import type { RenderedMail } from '@/lib/outbox/schema';

/** `key` names this mail for ever: sent twice under one key, it arrives once. */
export type OutgoingMail = RenderedMail & { to: string; key: string };

/**
 * - `sent`: the other side has taken it on; `note` when that was only to be concluded.
 * - `retry`: nothing wrong with the mail. `isRateLimit` when others would be turned away as well.
 * - `permanent`: it will never be taken, such as one to a malformed address.
 */
export type SendOutcome =
  | { status: 'sent'; note: string | null }
  | { status: 'retry'; error: string; retryAfterSeconds: number | null; isRateLimit: boolean }
  | { status: 'permanent'; error: string };

export type MailTransport = (
  mail: OutgoingMail,
  options: { now: Temporal.Instant },
) => Promise<SendOutcome>;

/** Milliseconds that the provider gets to answer: well inside the lease of a delivery. */
const answerWithinMs = 10_000;
/** No provider asks for more than the rest of a day. */
const longestRetryAfterSeconds = 86_400;

type ProviderError = { name: string; statusCode: number | null; message: string };

const unusable: ProviderError = { name: 'no_usable_answer', statusCode: null, message: '' };

/** Sends through Resend's HTTP API, or whatever speaks it at `baseUrl`. */
export function resendTransport({
  apiKey,
  baseUrl,
  from,
}: {
  apiKey: string;
  baseUrl: string;
  from: string;
}): MailTransport {
  const resend = new Resend(apiKey, { baseUrl });
  return async (mail) => {
    const signal = AbortSignal.timeout(answerWithinMs);
    try {
      const answer = await resend.emails.send(
        { from, to: mail.to, subject: mail.subject, html: mail.html, text: mail.text },
        { idempotencyKey: mail.key, signal },
      );
      // An answer without an id is no acceptance (a captive network's page, say), and asking again
      // under the same key is harmless.
      if (typeof answer.data?.id === 'string') return { status: 'sent', note: null };
      return judgeRefusal(answer.error ?? unusable, answer.headers?.['retry-after'] ?? null);
    } catch (error) {
      // The package lets a time-out through only when it strikes while the answer is being read.
      return judgeRefusal({ ...unusable, message: String(error) }, null);
    }
  };
}

/** @see https://resend.com/docs/api-reference/errors */
function judgeRefusal(error: ProviderError, retryAfter: string | null): SendOutcome {
  const text = `${error.statusCode ?? 'no answer'} ${error.name}: ${error.message}`.slice(0, 500);
  if (error.name === 'invalid_idempotent_request') {
    // The key was used with another body, so an earlier attempt got through after all.
    log.warn({ error: error.name }, 'a mail was already sent under this key with another body');
    return { status: 'sent', note: text };
  }
  if (error.statusCode !== null && [400, 404, 405, 413, 422].includes(error.statusCode)) {
    return { status: 'permanent', error: text };
  }
  // The rest is the provider's trouble or our settings' (401, 403), which somebody will mend.
  return {
    status: 'retry',
    error: text,
    retryAfterSeconds: parseRetryAfter(retryAfter),
    isRateLimit: error.statusCode === 429,
  };
}

/** The seconds form of RFC 9110, 10.2.3, which is the one that mail providers use. */
function parseRetryAfter(value: string | null): number | null {
  const seconds = value === null ? Number.NaN : Number(value);
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  return Math.min(Math.ceil(seconds), longestRetryAfterSeconds);
}

/** No provider and no permission to keep mails: they wait in the outbox until there is either. */
const nowhere: MailTransport = () =>
  Promise.resolve({
    status: 'retry',
    error: 'no mail provider is configured',
    retryAfterSeconds: null,
    isRateLimit: true,
  });

/** Where mails go by the settings; `mailbox` keeps them, where that is allowed. */
export function configuredTransport({ mailbox }: { mailbox: MailTransport }): MailTransport {
  if (env.RESEND_API_KEY) {
    return resendTransport({
      apiKey: env.RESEND_API_KEY,
      baseUrl: env.RESEND_BASE_URL,
      from: env.EMAIL_FROM,
    });
  }
  return env.keepsMails ? mailbox : nowhere;
}
