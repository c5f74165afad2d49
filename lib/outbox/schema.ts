import type { MailAttachment, MailText } from '@/domain/mails';

/** A mail as it leaves, the recipient apart. */
export type RenderedMail = MailText & { attachments: MailAttachment[] };
