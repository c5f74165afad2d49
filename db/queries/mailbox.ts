import { desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { MailAttachment, MailEnvelope } from '@/domain/mails';
import type { Executor } from '../client';
import { mailboxMessages } from '../schema/outbox';

/** Keeps a mail. A key that is there already is the same mail sent again, as with a provider. */
export async function insertMailboxMessage(
  executor: Executor,
  values: MailEnvelope & {
    key: string;
    recipientEmail: string;
    subject: string;
    html: string;
    text: string;
    attachments: MailAttachment[];
    createdAt: Temporal.Instant;
  },
) {
  await executor
    .insert(mailboxMessages)
    .values(values)
    .onConflictDoNothing({ target: mailboxMessages.key });
}

/** Newest first; all recipients when `recipientEmail` is null. */
export async function listMailboxMessages(
  executor: Executor,
  { recipientEmail, limit }: { recipientEmail: string | null; limit: number },
) {
  return executor
    .select({
      id: mailboxMessages.id,
      recipientEmail: mailboxMessages.recipientEmail,
      subject: mailboxMessages.subject,
      createdAt: mailboxMessages.createdAt,
    })
    .from(mailboxMessages)
    .where(recipientEmail === null ? undefined : eq(mailboxMessages.recipientEmail, recipientEmail))
    .orderBy(desc(mailboxMessages.createdAt), desc(mailboxMessages.id))
    .limit(limit);
}

export async function getMailboxMessage(executor: Executor, { id }: { id: string }) {
  const [row] = await executor
    .select({
      id: mailboxMessages.id,
      recipientEmail: mailboxMessages.recipientEmail,
      subject: mailboxMessages.subject,
      html: mailboxMessages.html,
      text: mailboxMessages.text,
      attachments: mailboxMessages.attachments,
      headers: mailboxMessages.headers,
      replyTo: mailboxMessages.replyTo,
      createdAt: mailboxMessages.createdAt,
    })
    .from(mailboxMessages)
    .where(eq(mailboxMessages.id, id))
    .limit(1);
  return row ?? null;
}
