import { Temporal } from 'temporal-polyfill';
import { type MailText, type ManageSlot, severalDeliveryKinds } from '@/domain/mails';
import { db } from '@/db/client';
import { getFollowUp, listBookingsForMail } from '@/db/queries/booking-mails';
import { type ClaimedDelivery, freezeDelivery } from '@/db/queries/deliveries';
import { insertEmailToken } from '@/db/queries/email-tokens';
import { listSettlements } from '@/db/queries/ledger-statements';
import { mintToken, sealManageLink } from '@/lib/auth/tokens';
import { attachBatch } from '@/lib/calendar-files/service/batch-file';
import { attachInvitation } from '@/lib/calendar-files/service/attach-invitation';
import { env } from '@/kernel/env';
import { log } from '@/kernel/log';
import { retryHours } from '@/lib/outbox/rules';
import type { MailWriter, Written } from '@/lib/outbox/run';
import type { RenderedMail } from '@/lib/outbox/schema';
import { type MailContext, type MailRequest, renderMail } from './render-mail';
import { bookingsToMention, holdLinkHours, signInMinutes } from './rules';

/**
 * Writes the mails of claimed deliveries from what is true now. The first attempt's words are kept, and
 * every later one sends the same bytes under the same key; links that manage the booking are put in
 * as it leaves, from what was kept with the words. A mail with a sign-in or hold link is
 * written anew each time, under a key of its own, with a token that nothing keeps but as a hash; the
 * tokens of earlier attempts stay good, since one of those may have arrived.
 */
export const writeMails: MailWriter = async (claimed, { now }) => {
  const read = await readAbout(claimed.filter(({ rendered }) => rendered === null));
  return Promise.all(
    claimed.map(async (delivery) => {
      try {
        if (delivery.rendered) return frozenMail(delivery, now);
        return await writeMail(delivery, { read, now });
      } catch (error) {
        log.error({ deliveryId: delivery.id, err: error }, 'a mail could not be made');
        return { status: 'retry', error: String(error).slice(0, 500), pauseSeconds: null } as const;
      }
    }),
  );
};

type Row = Awaited<ReturnType<typeof listBookingsForMail>>[number];

/** What there is to say, of all of them at once. */
interface ReadAbout {
  /** The rows of these bookings, in the order of time. */
  rowsOf: (bookingIds: readonly string[]) => Row[];
  settlementOf: (bookingId: string) => { keptCredits: number; refundedCredits: number };
}

async function readAbout(deliveries: readonly ClaimedDelivery[]): Promise<ReadAbout> {
  const ids = [...new Set(deliveries.flatMap(({ bookingIds }) => bookingIds))];
  const several = deliveries.filter(({ bookingIds }) => bookingIds.length > 1);
  const settledIds = [...new Set(several.flatMap(({ bookingIds }) => bookingIds))];
  const [rows, settlements] = await Promise.all([
    ids.length > 0 ? listBookingsForMail(db, { ids }) : [],
    settledIds.length > 0 ? listSettlements(db, { bookingIds: settledIds }) : [],
  ]);
  const settlementOf = new Map(settlements.map((one) => [one.bookingId, one]));
  return {
    rowsOf: (bookingIds) => rows.filter(({ id }) => bookingIds.includes(id)),
    settlementOf: (id) => settlementOf.get(id) ?? { keptCredits: 0, refundedCredits: 0 },
  };
}

async function writeMail(
  delivery: ClaimedDelivery,
  { read, now }: { read: ReadAbout; now: Temporal.Instant },
): Promise<Written> {
  const { kind, locale } = delivery;
  const context = { locale, appUrl: env.APP_URL, now: now.epochMilliseconds };
  const mentioned = bookingsToMention(kind, {
    bookings: read.rowsOf(delivery.bookingIds).map((row) => ({
      status: row.status,
      startsAt: row.period.start.epochMilliseconds,
      expiresAt: row.expiresAt?.epochMilliseconds ?? null,
      row,
    })),
    createdAt: delivery.createdAt.epochMilliseconds,
    now: now.epochMilliseconds,
  });
  if (typeof mentioned === 'string') return { status: 'skipped', note: mentioned };
  if (kind === 'sign_in') {
    const token = await issueToken(delivery, 'sign_in', { now, minutes: signInMinutes });
    const { nextPath } = delivery;
    const mail = await renderMail({ kind, token, nextPath, minutes: signInMinutes }, context);
    return readyAnew(delivery, mail);
  }
  const [booking, ...others] = mentioned.map(({ row }) => row);
  // The rules let no other kind through without one.
  if (!booking) return { status: 'skipped', note: 'booking_unknown' };
  if (kind === 'hold') {
    const token = await issueToken(delivery, 'hold', { now, minutes: holdLinkHours * 60 });
    const mail = await renderMail({ kind, token, booking }, context);
    return readyAnew(delivery, mail);
  }
  if (others.length > 0) {
    const mail = await writeSeveral(delivery, [booking, ...others], { read, context, now });
    return freeze(delivery, mail, { manage: null, now });
  }
  const manage = manageSlot(delivery, booking, now);
  const request: MailRequest =
    kind === 'post_session_mentee'
      ? { kind, booking, followUp: await getFollowUp(db, { bookingId: booking.id, now }) }
      : kind === 'cancelled_mentee' || kind === 'cancelled_mentor'
        ? { kind, booking }
        : { kind, booking, manageToken: manage?.placeholder ?? null };
  const mail = {
    ...(await renderMail(request, context)),
    attachments: await attachInvitation(db, { ...delivery, bookingId: booking.id, now }),
  };
  return freeze(delivery, mail, { manage, now });
}

async function writeSeveral(
  { kind, recipientId, locale }: ClaimedDelivery,
  bookings: readonly Row[],
  { read, context, now }: { read: ReadAbout; context: MailContext; now: Temporal.Instant },
): Promise<RenderedMail> {
  const several = severalDeliveryKinds.find((one) => one === kind);
  // The table has several bookings of no other kind, and visitors book one at a time.
  if (!several || recipientId === null) throw new Error(`${kind} of several bookings`);
  const bookingIds = bookings.map(({ id }) => id);
  const reader = { id: recipientId, locale };
  const attachments = await attachBatch(db, { bookingIds, reader, now });
  const sessions = bookings.map((row) => ({ ...row, ...read.settlementOf(row.id) }));
  const hasFile = attachments.length > 0;
  return { ...(await renderMail({ kind: several, sessions, hasFile }, context)), attachments };
}

/** Keeps what the first attempt has written, for every later one. */
async function freeze(
  delivery: ClaimedDelivery,
  mail: RenderedMail,
  { manage, now }: { manage: ManageSlot | null; now: Temporal.Instant },
): Promise<Written> {
  const rendered = { ...mail, frozenAt: now.toString(), manage };
  const claim = { id: delivery.id, attempt: delivery.attempts };
  const kept = await freezeDelivery(db, { ...claim, rendered });
  // The lease ran out while the mail was being written, so it is another run's to send.
  if (!kept) return { status: 'skipped', note: 'another run took over' };
  return { status: 'ready', mail: withManageToken(mail, manage), key: delivery.id };
}

/** Where links by which the recipient can still change the booking go; null when there are none. */
function manageSlot(
  { id, recipientId }: ClaimedDelivery,
  booking: Row,
  now: Temporal.Instant,
): ManageSlot | null {
  const startsAt = booking.period.start.epochMilliseconds;
  const mayChange = booking.status === 'pending' || booking.status === 'confirmed';
  if (recipientId === null || !mayChange || startsAt <= now.epochMilliseconds) return null;
  return {
    // Nobody could have written it into a subject or a note: the delivery is younger than those.
    placeholder: `manage-link-of-${id}`,
    bookingId: booking.id,
    personId: recipientId,
    sequence: booking.sequence,
    // From the start on nothing is moved or cancelled.
    expiresAt: startsAt,
  };
}

function withManageToken(mail: RenderedMail, manage: ManageSlot | null): RenderedMail {
  if (!manage) return mail;
  const { placeholder, ...claims } = manage;
  const token = sealManageLink(claims, env.authSecrets[0]);
  const fill = (text: string) => text.replaceAll(placeholder, token);
  return { ...mail, html: fill(mail.html), text: fill(mail.text) };
}

/** A mail with a token of its own: the words of this attempt, under this attempt's key. */
function readyAnew({ id, attempts }: ClaimedDelivery, words: MailText): Written {
  return { status: 'ready', mail: { ...words, attachments: [] }, key: `${id}/${attempts}` };
}

function frozenMail({ id, rendered }: ClaimedDelivery, now: Temporal.Instant): Written {
  if (!rendered) throw new Error('nothing was frozen');
  const { frozenAt, manage, ...mail } = rendered;
  const lastRetryAt = Temporal.Instant.from(frozenAt).add({ hours: retryHours });
  return Temporal.Instant.compare(now, lastRetryAt) <= 0
    ? { status: 'ready', mail: withManageToken(mail, manage), key: id }
    : { status: 'permanent', error: `not tried again within ${retryHours} h of the first attempt` };
}

async function issueToken(
  { recipientEmail, bookingIds }: ClaimedDelivery,
  purpose: 'sign_in' | 'hold',
  { now, minutes }: { now: Temporal.Instant; minutes: number },
): Promise<string> {
  const { token, tokenHash } = mintToken();
  await insertEmailToken(db, {
    tokenHash,
    purpose,
    email: recipientEmail,
    bookingId: bookingIds[0] ?? null,
    expiresAt: now.add({ minutes }),
    createdAt: now,
  });
  return token;
}
