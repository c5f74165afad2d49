import type { MailAttachment, MailEnvelope, MailText } from '@/domain/mails';

/** A mail as it leaves, the recipient apart. */
export type RenderedMail = MailText & MailEnvelope & { attachments: MailAttachment[] };
