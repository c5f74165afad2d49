import { Resend } from 'resend';
import { log } from '@/kernel/log';
import type { MailTransport, SendOutcome } from '../mail-transport';

/** No provider asks for more than the rest of a day. */
const longestPauseSeconds = 86_400;
/** What "too many" means where the provider does not say until when. */
const rateLimitSeconds = 5;
/** A day's or a month's quota is not over soon, but somebody may raise it. */
const quotaSeconds = 15 * 60;

type Headers = Record<string, string>;
/** As the package hands it on: whatever the other side answered, so nothing in it is certain. */
type ProviderError = { name?: string; statusCode?: number | null; message?: string };

const unusable: ProviderError = { name: 'no_usable_answer' };

/**
 * Sends through Resend's HTTP API, or whatever speaks it at `baseUrl`.
 * @param answerWithinMs what it gets to answer: less than `longestSendSeconds`
 */
export function resendTransport({
  apiKey,
  baseUrl,
  from,
  answerWithinMs = 10_000,
}: {
  apiKey: string;
  baseUrl: string;
  from: string;
  answerWithinMs?: number;
}): MailTransport {
  const resend = new Resend(apiKey, { baseUrl });
  const send: MailTransport['send'] = async (mail) => {
    const signal = AbortSignal.timeout(answerWithinMs);
    try {
      const answer = await resend.emails.send(
        {
          from,
          to: mail.to,
          subject: mail.subject,
          html: mail.html,
          text: mail.text,
          attachments: mail.attachments.map(({ content, ...attachment }) => ({
            ...attachment,
            content: Buffer.from(content, 'utf8'),
          })),
        },
        { idempotencyKey: mail.key, signal },
      );
      const headers = answer.headers ?? {};
      // An answer without an id is no acceptance (a captive network's page, say), and asking again
      // under the same key is harmless.
      if (typeof answer.data?.id !== 'string') {
        return judgeRefusal(answer.error ?? unusable, { headers, key: mail.key });
      }
      return { status: 'sent', note: null, pauseSeconds: spentAllowance(headers) };
    } catch (error) {
      // The package lets a time-out through only when it strikes while the answer is being read.
      return judgeRefusal({ ...unusable, message: String(error) }, { headers: {}, key: mail.key });
    }
  };
  return { name: 'resend', send, close: () => {} };
}

/** @see https://resend.com/docs/api-reference/errors */
function judgeRefusal(
  { name = '', statusCode = null, message = '' }: ProviderError,
  { headers, key }: { headers: Headers; key: string },
): SendOutcome {
  const error = `${statusCode ?? 'no answer'} ${name}: ${message}`.slice(0, 500);
  const asked = parseSeconds(headers['retry-after']);
  if (name === 'invalid_idempotent_request') {
    // The key was used with another body, so an earlier attempt got through after all.
    log.warn({ key, error: name }, 'a mail was already sent under this key with another body');
    return { status: 'sent', note: error, pauseSeconds: null };
  }
  if (statusCode === 429) {
    const usual = name.endsWith('_quota_exceeded') ? quotaSeconds : rateLimitSeconds;
    return { status: 'busy', error, pauseSeconds: asked ?? usual };
  }
  const isAboutMail = statusCode === 400 || statusCode === 413 || statusCode === 422;
  if (isAboutMail && !notTheMailsFault.has(name)) return { status: 'permanent', error };
  // The rest is the provider's trouble or our settings' (401, 403, 404), which somebody will mend;
  // or the same key is being worked on at this moment (409), by an attempt whose lease ran out.
  return { status: 'retry', error, pauseSeconds: asked };
}

/** `application_error` is the package's name for an answer that is not the provider's (a proxy's page). */
const notTheMailsFault = new Set(['application_error', 'invalid_from_address', 'invalid_access']);

/** The seconds until the next mail may come, when this one was the last of its second; else null. */
function spentAllowance(headers: Headers): number | null {
  return headers['ratelimit-remaining'] === '0' ? parseSeconds(headers['ratelimit-reset']) : null;
}

/** The seconds form of RFC 9110, 10.2.3, which is the one that mail providers use. */
function parseSeconds(value: string | undefined): number | null {
  const seconds = value === undefined ? Number.NaN : Number(value);
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  return Math.min(Math.ceil(seconds), longestPauseSeconds);
}
