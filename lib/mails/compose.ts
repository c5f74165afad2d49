import { Temporal } from 'temporal-polyfill';
import {
  type BatchDeliveryKind,
  batchDeliveryKinds,
  type DeliveryKind,
  type MailText,
  type ManageSlot,
} from '@/domain/mails';
import { db } from '@/db/client';
import { getBookingForMail, getFollowUp } from '@/db/queries/booking-mails';
import { type ClaimedDelivery, freezeDelivery } from '@/db/queries/deliveries';
import { insertEmailToken } from '@/db/queries/email-tokens';
import { mintToken, sealManageLink } from '@/lib/auth/tokens';
import { attachInvitation } from '@/lib/calendar-files/service/attach-invitation';
import { env } from '@/kernel/env';
import { log } from '@/kernel/log';
import { retryHours } from '@/lib/outbox/rules';
import type { MailWriter, Written } from '@/lib/outbox/run';
import { type RenderedMail } from '@/lib/outbox/schema';
import { renderMail } from './render-mail';
import { holdLinkHours, signInMinutes, skipReason } from './rules';
import { writeBatchMail } from './write-batch-mail';

/** Writes the mails of claimed deliveries, each on its own. */
export const writeMails: MailWriter = async (claimed, { now }) =>
  Promise.all(
    claimed.map(async (delivery) => {
      try {
        return await writeMail(delivery, { now });
      } catch (error) {
        log.error({ deliveryId: delivery.id, err: error }, 'a mail could not be made');
        return { status: 'retry', error: String(error).slice(0, 500), pauseSeconds: null } as const;
      }
    }),
  );

/**
 * Writes a claimed delivery's mail from what is true now. The first attempt's words are kept, and
 * every later one sends the same bytes under the same key; links that manage the booking are put in
 * as it leaves, from what was kept with the words. A mail with a sign-in or hold link is
 * written anew each time, under a key of its own, with a token that nothing keeps but as a hash; the
 * tokens of earlier attempts stay good, since one of those may have arrived.
 */
async function writeMail(
  delivery: ClaimedDelivery,
  { now }: { now: Temporal.Instant },
): Promise<Written> {
  if (delivery.rendered) return frozenMail(delivery, now);
  const { kind } = delivery;
  const context = { locale: delivery.locale, appUrl: env.APP_URL, now: now.epochMilliseconds };
  if (isOfBatch(kind)) {
    const written = await writeBatchMail({ ...delivery, kind }, { context, now });
    if (typeof written === 'string') return { status: 'skipped', note: written };
    return freeze(delivery, written, { manage: null, now });
  }
  const booking = delivery.bookingId
    ? await getBookingForMail(db, { bookingId: delivery.bookingId })
    : null;
  const reason = skipReason(kind, {
    booking: booking && {
      status: booking.status,
      startsAt: booking.period.start.epochMilliseconds,
      expiresAt: booking.expiresAt?.epochMilliseconds ?? null,
    },
    createdAt: delivery.createdAt.epochMilliseconds,
    now: now.epochMilliseconds,
  });
  if (reason !== null) return { status: 'skipped', note: reason };

  if (kind === 'sign_in') {
    const token = await issueToken(delivery, 'sign_in', { now, minutes: signInMinutes });
    const { nextPath } = delivery;
    const mail = await renderMail({ kind, token, nextPath, minutes: signInMinutes }, context);
    return readyAnew(delivery, mail);
  }
  // `skipReason` lets no other kind through without its booking.
  if (!booking) return { status: 'skipped', note: 'booking_unknown' };
  if (kind === 'hold') {
    const token = await issueToken(delivery, 'hold', { now, minutes: holdLinkHours * 60 });
    const mail = await renderMail({ kind, token, booking }, context);
    return readyAnew(delivery, mail);
  }
  const manage = manageSlot(delivery, booking, now);
  const told =
    kind === 'post_session_mentee'
      ? { kind, booking, followUp: await getFollowUp(db, { bookingId: booking.id, now }) }
      : { kind, booking, manageToken: manage?.placeholder ?? null };
  const mail = {
    ...(await renderMail(told, context)),
    attachments: await attachInvitation(db, { ...delivery, bookingId: booking.id, now }),
  };
  return freeze(delivery, mail, { manage, now });
}

function isOfBatch(kind: DeliveryKind): kind is BatchDeliveryKind {
  return batchDeliveryKinds.some((one) => one === kind);
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
  booking: NonNullable<Awaited<ReturnType<typeof getBookingForMail>>>,
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

function withManageToken(mail: RenderedMail, manage: ManageSlot | null | undefined): RenderedMail {
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
  const { frozenAt, manage, attachments = [], ...words } = rendered;
  const mail = { ...words, attachments };
  const lastRetryAt = Temporal.Instant.from(frozenAt).add({ hours: retryHours });
  return Temporal.Instant.compare(now, lastRetryAt) <= 0
    ? { status: 'ready', mail: withManageToken(mail, manage), key: id }
    : { status: 'permanent', error: `not tried again within ${retryHours} h of the first attempt` };
}

async function issueToken(
  { recipientEmail, bookingId }: ClaimedDelivery,
  purpose: 'sign_in' | 'hold',
  { now, minutes }: { now: Temporal.Instant; minutes: number },
): Promise<string> {
  const { token, tokenHash } = mintToken();
  await insertEmailToken(db, {
    tokenHash,
    purpose,
    email: recipientEmail,
    bookingId,
    expiresAt: now.add({ minutes }),
    createdAt: now,
  });
  return token;
}
