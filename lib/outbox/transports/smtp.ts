import { createHash } from 'node:crypto';
import { createTransport } from 'nodemailer';
import type { MailAttachment } from '@/domain/mails';
import { log } from '@/kernel/log';
import { longestSendSeconds, type MailTransport, type SendOutcome } from '../mail-transport';

/** What the address does not say itself; time-outs in milliseconds, for each step. */
const poolOptions = {
  pool: true,
  // Servers of one's own allow few from one address.
  maxConnections: 3,
  // A mail that was under way when its connection broke is tried again by the outbox, which counts.
  maxRequeues: 0,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 10_000,
};
/** What a server that closes its door for now (421) gets. */
const closedSeconds = 30;

/**
 * Sends through a mail server: `smtp://user:password@host:587` (STARTTLS where it is offered) or
 * `smtps://…:465`. SMTP has no idempotency keys: a mail whose acceptance got lost on the way arrives
 * twice, both times under the Message-ID that its key gives it, by which mail programs tell.
 *
 * Connections are opened at the first mail, kept between mails and let go by `close`.
 */
export function smtpTransport({ url, from }: { url: string; from: string }): MailTransport {
  let pool: ReturnType<typeof openPool> | null = null;
  const send: MailTransport['send'] = async ({ key, ...mail }) => {
    pool ??= openPool(url);
    const messageId = messageIdOf(key, from);
    // The parts' boundary is random otherwise: a retry sends the same parts.
    const baseBoundary = createHash('sha256').update(key).digest('hex').slice(0, 16);
    const { replyTo, attachments, ...words } = mail;
    const message = {
      from,
      ...words,
      ...(replyTo !== null && { replyTo }),
      ...partsOf(attachments),
      messageId,
      baseBoundary,
    };
    try {
      await within(pool.sendMail(message), longestSendSeconds);
      return { status: 'sent', note: null, pauseSeconds: null };
    } catch (error) {
      return judgeSmtpError(error);
    }
  };
  const close = () => {
    pool?.close();
    pool = null;
  };
  return { name: 'smtp', send, close };
}

function openPool(url: string) {
  // nodemailer takes its options beside a URL or inside it, not both.
  const withOptions = new URL(url);
  for (const [name, value] of Object.entries(poolOptions)) {
    if (!withOptions.searchParams.has(name)) withOptions.searchParams.set(name, String(value));
  }
  const pool = createTransport(withOptions.href);
  // A connection that breaks while idle is nobody's mail, but unheard it would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'a connection to the mail server broke'));
  return pool;
}

/**
 * An invitation goes as an alternative to the text, where mail programs look for one, and as a file
 * for those that do not.
 */
function partsOf(attachments: readonly MailAttachment[]) {
  const invitation = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
  const method = /method=(\w+)/.exec(invitation?.contentType ?? '')?.[1] ?? 'PUBLISH';
  return {
    attachments: attachments.filter((attachment) => attachment !== invitation),
    ...(invitation && { icalEvent: { ...invitation, method } }),
  };
}

/** `<delivery>` or `<delivery>/<attempt>` at the sender's domain, in the characters that RFC 5322 allows. */
function messageIdOf(key: string, from: string): string {
  const domain = /@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return `<${key.replaceAll('/', '.')}@${domain}>`;
}

/** What nodemailer says of a failure, none of it certain. */
type SmtpError = { code?: string; command?: string; responseCode?: number };

/** RFC 5321, 4.2.1: 4yz may be tried again, 5yz not. What is refused tells whose fault it is. */
function judgeSmtpError(cause: unknown): SendOutcome {
  const { code, command, responseCode } = (cause ?? {}) as SmtpError;
  const error = `${responseCode ?? code ?? 'no answer'} ${command ?? ''}: ${String(cause)}`.slice(
    0,
    500,
  );
  if (responseCode === 421) return { status: 'busy', error, pauseSeconds: closedSeconds };
  // A refused sender, password or greeting is a matter of settings, and hits every mail alike.
  const isAboutMail = command === 'RCPT TO' || command === 'DATA';
  if (isAboutMail && responseCode !== undefined && responseCode >= 500) {
    return { status: 'permanent', error };
  }
  // Never sent at all, since the recipient cannot be one.
  if (code === 'EENVELOPE' && responseCode === undefined) return { status: 'permanent', error };
  return { status: 'retry', error, pauseSeconds: null };
}

async function within<Value>(work: Promise<Value>, seconds: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
