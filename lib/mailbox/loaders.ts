import 'server-only';
import { connection } from 'next/server';
import { z } from 'zod';
import { db } from '@/db/client';
import { getMailboxMessage, listMailboxMessages } from '@/db/queries/mailbox';
import { env } from '@/kernel/env';
import { emailAddress } from '@/lib/auth/schema';

/** Mails that one page of the mailbox lists. */
const pageSize = 100;

/**
 * The kept mails, newest first, of one recipient where `to` is an address. Null where mails are not
 * kept: the page must not exist beside a real provider.
 */
export async function loadMailbox({ to }: { to: unknown }) {
  await connection();
  if (!env.keepsMails) return null;
  const recipient = emailAddress.safeParse(to);
  const rows = await listMailboxMessages(db, {
    recipientEmail: recipient.success ? recipient.data : null,
    limit: pageSize,
  });
  return {
    recipientEmail: recipient.success ? recipient.data : null,
    messages: rows.map(({ createdAt, ...row }) => ({
      ...row,
      sentAt: createdAt.epochMilliseconds,
    })),
  };
}

/** One kept mail; null when there is none, or where mails are not kept. */
export async function loadMailboxMessage({ id }: { id: string }) {
  await connection();
  if (!env.keepsMails || !z.uuid().safeParse(id).success) return null;
  const row = await getMailboxMessage(db, { id });
  if (!row) return null;
  const { createdAt, ...message } = row;
  return {
    ...message,
    sentAt: createdAt.epochMilliseconds,
    /** The addresses that its text names, which tests and terminals can follow. */
    links: [...new Set(message.text.match(/https?:\/\/\S+/g))],
  };
}
