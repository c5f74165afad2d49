import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import {
  countRetriableMails,
  countUnsentMails,
  getPauseEnd,
  listUnsentMails,
} from '@/db/queries/unsent-mails';
import { getPermitting } from '@/db/queries/organizations';
import { getPageTimeZone, getViewer } from '@/lib/auth/session';
import { mostAtOnce, retriableDays, retriableKinds, whyNotAgain } from './rules';
import {
  mailsPerPage,
  mostMails,
  shownDays,
  type UnsentMail,
  type UnsentMailsView,
} from './schema';

type Row = Awaited<ReturnType<typeof listUnsentMails>>[number];

/**
 * A page of an organization's mails that have not left, for those who oversee them. To everybody else
 * the page does not exist.
 * @param slug the organization's
 */
export async function loadUnsentMails(slug: string, { state, page }: UnsentMailsView) {
  const viewer = await getViewer();
  if (!viewer) return { status: 'signed_out' } as const;
  const organization = await getPermitting(db, {
    userId: viewer.id,
    slug,
    permission: 'oversee_mails',
  });
  if (!organization) return { status: 'missing' } as const;
  const now = Temporal.Now.instant();
  const overseen = { adminId: viewer.id, organizationId: organization.id };
  const since = now.subtract({ hours: shownDays * 24 });
  const counted = { ...overseen, since, most: mostMails };
  const [rows, failed, pending, skipped, retriable, pausedUntil, timeZone] = await Promise.all([
    listUnsentMails(db, {
      ...overseen,
      state,
      since,
      limit: mailsPerPage,
      offset: (page - 1) * mailsPerPage,
    }),
    countUnsentMails(db, { ...counted, state: 'failed' }),
    countUnsentMails(db, { ...counted, state: 'pending' }),
    countUnsentMails(db, { ...counted, state: 'skipped' }),
    countRetriableMails(db, {
      ...overseen,
      kinds: retriableKinds,
      since: now.subtract({ hours: retriableDays * 24 }),
      most: mostAtOnce,
    }),
    getPauseEnd(db, { now }),
    getPageTimeZone(),
  ]);
  return {
    status: 'found',
    mails: rows.map((row) => mailOf(row, now)),
    counts: { failed, pending, skipped },
    retriable,
    organization,
    pausedUntil: pausedUntil?.epochMilliseconds ?? null,
    timeZone,
  } as const;
}

function mailOf(
  { bookingId, bookingReference, createdAt, nextAttemptAt, ...row }: Row,
  now: Temporal.Instant,
): UnsentMail {
  return {
    ...row,
    booking:
      bookingId !== null && bookingReference !== null
        ? { id: bookingId, reference: bookingReference }
        : null,
    createdAt: createdAt.epochMilliseconds,
    nextAttemptAt: nextAttemptAt.epochMilliseconds,
    whyNotAgain: whyNotAgain(
      { kind: row.kind, createdAt: createdAt.epochMilliseconds },
      { now: now.epochMilliseconds },
    ),
  };
}
