import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { log } from '@/kernel/log';
import type { MailTransport, OutgoingMail, SendOutcome } from '../mail-transport';
import { startPoster } from './poster';

/** No provider asks for more than the rest of a day. */
const longestPauseSeconds = 86_400;
/** What "too many" means where the provider does not say until when. */
const rateLimitSeconds = 5;
/** A day's or a month's quota is not over soon, but somebody may raise it. */
const quotaSeconds = 15 * 60;

/** A refusal in the provider's words, of which nothing is certain: a proxy may have answered instead. */
interface Refusal {
  name: string;
  statusCode: number | null;
  message: string;
}

const accepted = z.object({ id: z.string() });
const refusal = z.object({ name: z.string(), message: z.string().catch('') });
/** What stands for a name where the answer, if there is one, is not the provider's. */
const notTheProviders = 'no_usable_answer';

/**
 * Sends through Resend's HTTP API, or whatever speaks it at `baseUrl`.
 * @param answerWithinMs what it gets to answer: less than `longestSendSeconds`
 * @see https://resend.com/docs/api-reference/emails/send-email
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
  const poster = startPoster({ url: `${baseUrl}/emails`, withinMs: answerWithinMs });
  const send: MailTransport['send'] = async (mail) => {
    try {
      const { status, headers, text } = await poster.post(bodyOf(mail, from), {
        authorization: `Bearer ${apiKey}`,
        'idempotency-key': mail.key,
        'user-agent': 'baobab',
      });
      const answer = jsonOf(text);
      // An answer without an id is no acceptance (a captive network's page, say), and asking again
      // under the same key is harmless.
      if (status >= 200 && status < 300 && accepted.safeParse(answer).success) {
        return { status: 'sent', note: null, pauseSeconds: spentAllowance(headers) };
      }
      const { name, message } = refusal.safeParse(answer).data ?? unusable;
      return judgeRefusal({ name, statusCode: status, message }, { headers, key: mail.key });
    } catch (error) {
      const unanswered = { ...unusable, statusCode: null, message: String(error) };
      return judgeRefusal(unanswered, { headers: {}, key: mail.key });
    }
  };
  return { name: 'resend', send, close: poster.close };
}

const unusable = { name: notTheProviders, message: '' };

function bodyOf(mail: OutgoingMail, from: string): string {
  const { to, subject, html, text, headers, replyTo, attachments } = mail;
  return JSON.stringify({
    from,
    to,
    subject,
    html,
    text,
    headers,
    ...(replyTo !== null && { reply_to: replyTo }),
    attachments: attachments.map(({ filename, contentType, content }) => ({
      filename,
      content: Buffer.from(content, 'utf8').toString('base64'),
      content_type: contentType,
    })),
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @see https://resend.com/docs/api-reference/errors */
function judgeRefusal(
  { name, statusCode, message }: Refusal,
  { headers, key }: { headers: IncomingHttpHeaders; key: string },
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

const notTheMailsFault = new Set([notTheProviders, 'invalid_from_address', 'invalid_access']);

/** The seconds until the next mail may come, when this one was the last of its second; else null. */
function spentAllowance(headers: IncomingHttpHeaders): number | null {
  return headers['ratelimit-remaining'] === '0' ? parseSeconds(headers['ratelimit-reset']) : null;
}

/** The seconds form of RFC 9110, 10.2.3, which is the one that mail providers use. */
function parseSeconds(value: string | string[] | undefined): number | null {
  const seconds = value === undefined ? Number.NaN : Number(value);
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  return Math.min(Math.ceil(seconds), longestPauseSeconds);
}
