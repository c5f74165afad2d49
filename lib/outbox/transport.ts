import { env } from '@/kernel/env';
import type { MailTransport } from './mail-transport';
import { resendTransport } from './transports/resend';
import { smtpTransport } from './transports/smtp';

/** No provider and no permission to keep mails: they wait in the outbox until there is either. */
const nowhere: MailTransport = {
  name: 'nowhere',
  send: () =>
    Promise.resolve({ status: 'busy', error: 'no mail provider is configured', pauseSeconds: 60 }),
  close: () => {},
};

/** Where mails go by the settings; `mailbox` keeps them, where that is allowed. */
export function configuredTransport({ mailbox }: { mailbox: MailTransport }): MailTransport {
  const from = env.EMAIL_FROM;
  if (env.RESEND_API_KEY) {
    return resendTransport({ apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL, from });
  }
  if (env.SMTP_URL) return smtpTransport({ url: env.SMTP_URL, from });
  return env.keepsMails ? mailbox : nowhere;
}
