import 'server-only';
import { Temporal } from 'temporal-polyfill';
import { asViewer } from '@/db/viewer';
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
  const timeZone = await getPageTimeZone();
  return asViewer(viewer, async (tx) => {
    const asked = { userId: viewer.id, slug, permission: 'oversee_mails' } as const;
    const organization = await getPermitting(tx, asked);
    if (!organization) return { status: 'missing' } as const;
    const now = Temporal.Now.instant();
    const overseen = { adminId: viewer.id, organizationId: organization.id };
    const since = now.subtract({ hours: shownDays * 24 });
    const counted = { ...overseen, since, most: mostMails };
    const [rows, failed, pending, skipped, retriable, pausedUntil] = await Promise.all([
      listUnsentMails(tx, {
        ...overseen,
        state,
        since,
        limit: mailsPerPage,
        offset: (page - 1) * mailsPerPage,
      }),
      countUnsentMails(tx, { ...counted, state: 'failed' }),
      countUnsentMails(tx, { ...counted, state: 'pending' }),
      countUnsentMails(tx, { ...counted, state: 'skipped' }),
      countRetriableMails(tx, {
        ...overseen,
        kinds: retriableKinds,
        since: now.subtract({ hours: retriableDays * 24 }),
        most: mostAtOnce,
      }),
      getPauseEnd(tx, { now }),
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
  });
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
