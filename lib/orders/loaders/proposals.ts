import 'server-only';
import { connection } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import {
  getProposalByToken,
  getProposalFor,
  listOpenProposals,
  type ProposalRow,
} from '@/db/queries/proposals';
import { asViewer, type Viewing } from '@/db/viewer';
import { linkToken } from '@/lib/auth/schema';
import { getViewer, getViewerTimeZone } from '@/lib/auth/session';
import { hashToken } from '@/lib/auth/tokens';
import { effectiveStatus } from '@/lib/bookings/rules/booking';
import {
  type OpenProposal,
  proposalKey,
  type ProposalState,
  type ProposalView,
} from '../schema/proposal';

/** More than a mentor may have open at once: what they propose in two days. */
const mostListed = 50;

/** What the link of a proposal's mail leads to, or its page for a user of its address; null: nothing. */
export async function loadProposal(key: string): Promise<ProposalView | null> {
  // Whether it has expired depends on when it is asked.
  await connection();
  const [viewer, viewerTimeZone] = await Promise.all([getViewer(), getViewerTimeZone()]);
  if (!proposalKey.safeParse(key).success) return null;
  const now = Temporal.Now.instant();
  const row = linkToken.safeParse(key).success
    ? await getProposalByToken(db, { tokenHash: hashToken(key), now })
    : viewer &&
      (await asViewer(viewer, (tx) => getProposalFor(tx, { bookingId: key, email: viewer.email })));
  if (!row) return null;
  const { period, expiresAt, guestName, guestEmail, guestTimeZone, menteeId, ...shown } = row;
  const timeZone = guestTimeZone ?? viewerTimeZone;
  return {
    ...shown,
    state: stateOf(row, now.epochMilliseconds),
    isSignedIn: viewer !== null && (viewer.id === menteeId || viewer.email === guestEmail),
    guestName: guestName ?? '',
    word: row.word ?? '',
    mentorHandle: row.mentorTakesBookings ? row.mentorHandle : null,
    startsAt: period.start.epochMilliseconds,
    endsAt: period.end.epochMilliseconds,
    expiresAt: (expiresAt ?? period.start).epochMilliseconds,
    timeZone: timeZone ?? row.mentorTimeZone,
    isViewersZone: timeZone !== null,
  };
}

function stateOf({ status, expiresAt }: ProposalRow, now: number): ProposalState {
  const seen = effectiveStatus({ status, expiresAt: expiresAt?.epochMilliseconds ?? null }, now);
  if (seen === 'held') return 'open';
  return seen === 'cancelled' || seen === 'expired' ? seen : 'accepted';
}

/** What is proposed to the viewer's address; nothing to whoever is not signed in. */
export async function loadProposalsToViewer(): Promise<OpenProposal[]> {
  const viewer = await getViewer();
  if (!viewer) return [];
  const rows = await listOpen(viewer, { email: viewer.email });
  return rows.map((row) => ({ ...openOf(row), name: row.mentorName }));
}

/** What the viewer has proposed as a mentor, and nobody has answered yet. */
export async function loadProposalsOfViewer(): Promise<OpenProposal[]> {
  const viewer = await getViewer();
  if (!viewer?.isMentor) return [];
  const rows = await listOpen(viewer, { mentorId: viewer.id });
  return rows.map((row) => ({ ...openOf(row), name: row.guestName }));
}

function listOpen(viewer: Viewing, whose: { email: string } | { mentorId: string }) {
  const open = { whose, now: Temporal.Now.instant(), most: mostListed };
  return asViewer(viewer, (tx) => listOpenProposals(tx, open));
}

function openOf({ bookingId, serviceTitle, durationMinutes, format, period, ...row }: ProposalRow) {
  const startsAt = period.start.epochMilliseconds;
  const expiresAt = row.expiresAt?.epochMilliseconds ?? startsAt;
  const endsAt = period.end.epochMilliseconds;
  return { bookingId, serviceTitle, durationMinutes, format, startsAt, endsAt, expiresAt };
}
