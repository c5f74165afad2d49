import { Temporal } from 'temporal-polyfill';
import type {
  DeliveryKind,
  EmailTokenPurpose,
  FrozenMail,
  MailAttachment,
  MailEnvelope,
  MailText,
  MembershipDeliveryKind,
} from '@/domain/mails';
import { db } from '@/db/client';
import { listBookingsForMail, listFollowUps } from '@/db/queries/booking-mails';
import { type ClaimedDelivery, freezeDeliveries } from '@/db/queries/deliveries';
import { listSettlements } from '@/db/queries/ledger-statements';
import { listSessionMessages } from '@/db/queries/session-messages';
import { type CalendarMail, readAttachments } from '@/lib/calendar-files/service/attachments';
import { env } from '@/kernel/env';
import { log } from '@/kernel/log';
import { retryHours } from '@/lib/outbox/rules';
import type { MailWriter, Written } from '@/lib/outbox/run';
import { issueToken } from './issue-token';
import { linksOf, type MailLinks, withLinks } from './links';
import type { FollowUp } from './mailed-booking';
import { type MailRequest, renderMail } from './render-mail';
import {
  bookingsToMention,
  forgetMeHours,
  hasOwnLink,
  isAboutMembership,
  linkHours,
  signInMinutes,
} from './rules';
import type { FailingCalendar } from './templates/calendar-failing';
import { readFailingCalendars } from './write-calendar';
import { membershipMailOf, type MembershipState, readMemberships } from './write-membership';

/**
 * Writes the mails of claimed deliveries from what is true now, read for all of them at once. The first
 * attempt's words are kept, and every later one sends the same bytes under the same key; links that
 * manage the booking are put in as it leaves, from what was kept with the words. A mail with a sign-in
 * link, or that of a hold or proposal, is written anew each time, under a key of its own, with a token that nothing keeps but
 * as a hash; the tokens of earlier attempts stay good, since one of those may have arrived.
 */
export const writeMails: MailWriter = async (claimed, { now }) => {
  const fresh = claimed.filter(({ rendered }) => rendered === null);
  const about = await readAbout(fresh, now);
  const drafts = await Promise.all(
    claimed.map(async (delivery): Promise<Draft> => {
      try {
        const { id, rendered } = delivery;
        if (rendered) return frozenMail(id, rendered, now);
        return await writeMail(delivery, { about, now });
      } catch (error) {
        log.error({ deliveryId: delivery.id, err: error }, 'a mail could not be made');
        return { status: 'retry', error: String(error).slice(0, 500), pauseSeconds: null };
      }
    }),
  );
  const kept = await freeze(drafts);
  return drafts.map((draft) => {
    if (draft.status !== 'unfrozen') return draft;
    const { id } = draft.claim;
    // The lease ran out while the mail was being written, so it is another run's to send.
    if (!kept.has(id)) return { status: 'skipped', note: 'another run took over' };
    return { status: 'ready', mail: withLinks(draft.rendered), key: id };
  });
};

/** A mail that has to be kept before it leaves. */
interface Unfrozen {
  status: 'unfrozen';
  claim: { id: string; attempt: number };
  rendered: FrozenMail;
}
type Draft = Written | Unfrozen;

/** Keeps what first attempts have written, for every later one. @returns whose is kept */
async function freeze(drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
  const mails = drafts.flatMap((draft) =>
    draft.status === 'unfrozen' ? [{ ...draft.claim, rendered: draft.rendered }] : [],
  );
  return new Set(await freezeDeliveries(db, { mails }));
}

type Row = Awaited<ReturnType<typeof listBookingsForMail>>[number];

/** What there is to say, of all of them at once. */
interface About {
  /** Of which bookings a delivery still has something to say, in the order of time; or why of none. */
  mentionedOf: (delivery: ClaimedDelivery) => Row[] | string;
  settlementOf: (bookingId: string) => { keptCredits: number; refundedCredits: number };
  followUpOf: (bookingId: string) => FollowUp;
  attachmentsOf: (mail: CalendarMail) => MailAttachment[];
  /** What a mentor wrote, which a mail is to bring. */
  messageOf: (delivery: ClaimedDelivery) => string;
  memberships: MembershipState;
  /** The calendar that a mail is about; null where it is removed, or is read again. */
  failingOf: (delivery: ClaimedDelivery) => FailingCalendar | null;
}

async function readAbout(all: readonly ClaimedDelivery[], now: Temporal.Instant): Promise<About> {
  const deliveries = all.filter(({ kind }) => !isAboutMembership(kind));
  const aboutMembership = all.filter(({ kind }) => isAboutMembership(kind));
  const ids = [...new Set(deliveries.flatMap(({ bookingIds }) => bookingIds))];
  const rows = ids.length > 0 ? await listBookingsForMail(db, { ids }) : [];
  const states = rows.map((row) => ({
    status: row.status,
    startsAt: row.period.start.epochMilliseconds,
    expiresAt: row.expiresAt?.epochMilliseconds ?? null,
    row,
  }));
  const mentionedOf = ({ kind, bookingIds, createdAt }: ClaimedDelivery) => {
    const mentioned = bookingsToMention(kind, {
      bookings: states.filter(({ row }) => bookingIds.includes(row.id)),
      createdAt: createdAt.epochMilliseconds,
      now: now.epochMilliseconds,
    });
    return typeof mentioned === 'string' ? mentioned : mentioned.map(({ row }) => row);
  };
  const mentioned = deliveries.flatMap((delivery) => {
    const found = mentionedOf(delivery);
    if (typeof found === 'string' || found.length === 0) return [];
    return [{ delivery, bookingIds: found.map(({ id }) => id) }];
  });
  const settledIds = mentioned.flatMap(({ delivery, bookingIds }) =>
    delivery.kind.startsWith('cancelled_') ? bookingIds : [],
  );
  const overIds = mentioned.flatMap(({ delivery, bookingIds }) =>
    delivery.kind === 'post_session_mentee' ? bookingIds : [],
  );
  const calendarMails = mentioned.flatMap(({ delivery, bookingIds }) =>
    bringsFile(delivery) ? [calendarMail(delivery, bookingIds)] : [],
  );
  const messageIds = deliveries.flatMap(({ messageId }) => messageId ?? []);
  const [settlements, followUps, attachmentsOf, messages, memberships, failingOf] =
    await Promise.all([
      listSettlements(db, { bookingIds: settledIds }),
      listFollowUps(db, { bookingIds: overIds, now }),
      readAttachments(db, { mails: calendarMails, now }),
      listSessionMessages(db, { ids: messageIds }),
      readMemberships(aboutMembership),
      readFailingCalendars(deliveries),
    ]);
  const settlementOf = new Map(settlements.map((one) => [one.bookingId, one]));
  const followUpOf = new Map(followUps.map((one) => [one.bookingId, one]));
  return {
    mentionedOf,
    settlementOf: (id) => settlementOf.get(id) ?? { keptCredits: 0, refundedCredits: 0 },
    followUpOf: (id) => followUpOf.get(id) ?? { hasNotes: false, next: null },
    attachmentsOf,
    messageOf: ({ messageId }) => messages.find(({ id }) => id === messageId)?.text ?? '',
    memberships,
    failingOf,
  };
}

/** A message changes nothing that a calendar has. */
function bringsFile({ kind }: ClaimedDelivery): boolean {
  return !hasOwnLink(kind) && kind !== 'message_mentee';
}

function calendarMail(
  { kind, recipientEmail, locale }: ClaimedDelivery,
  bookingIds: readonly string[],
): CalendarMail {
  return {
    side: kind.endsWith('_mentor') ? 'mentor' : 'mentee',
    bookingIds,
    recipientEmail,
    locale,
  };
}

async function writeMail(
  delivery: ClaimedDelivery,
  { about, now }: { about: About; now: Temporal.Instant },
): Promise<Draft> {
  const { id, kind, locale } = delivery;
  const context = { locale, appUrl: env.APP_URL, now: now.epochMilliseconds };
  if (isAboutMembership(kind)) {
    const mail = await membershipMailOf(delivery, { state: about.memberships, now });
    if (typeof mail === 'string') return { status: 'skipped', note: mail };
    const words = await renderMail(mail, context);
    return 'token' in mail ? readyAnew(delivery, words) : keepFirst(delivery, words, now);
  }
  if (kind === 'calendar_failing') {
    const calendar = about.failingOf(delivery);
    if (!calendar) return { status: 'skipped', note: 'calendar_over' };
    return keepFirst(delivery, await renderMail({ kind, calendar }, context), now);
  }
  const mentioned = about.mentionedOf(delivery);
  if (typeof mentioned === 'string') return { status: 'skipped', note: mentioned };
  if (kind === 'sign_in') {
    const token = await issueToken(delivery, 'sign_in', {
      now,
      expiresAt: now.add({ minutes: signInMinutes }),
    });
    const { nextPath } = delivery;
    const mail = await renderMail({ kind, token, nextPath, minutes: signInMinutes }, context);
    return readyAnew(delivery, mail);
  }
  if (kind === 'forget_me') {
    const expiresAt = now.add({ hours: forgetMeHours });
    const token = await issueToken(delivery, kind, { now, expiresAt });
    return readyAnew(delivery, await renderMail({ kind, token, hours: forgetMeHours }, context));
  }
  const [booking, ...others] = mentioned;
  // The rules let no other kind through without one.
  if (!booking) return { status: 'skipped', note: 'booking_unknown' };
  if (hasOwnLink(kind)) {
    const token = await issueToken(delivery, kind, {
      now,
      expiresAt: now.add({ hours: linkHours[kind] }),
    });
    const mail = await renderMail({ kind, token, booking }, context);
    return readyAnew(delivery, mail);
  }
  const bookingIds = mentioned.map((row) => row.id);
  const attachments = bringsFile(delivery)
    ? about.attachmentsOf(calendarMail(delivery, bookingIds))
    : [];
  const isPlain = others.length > 0 || kind === 'message_mentee';
  const links = isPlain ? noLinks : linksOf(delivery, booking, now);
  const request: MailRequest =
    kind === 'message_mentee'
      ? { kind, booking, message: about.messageOf(delivery) }
      : requestOf(kind, {
          bookings: [booking, ...others],
          about,
          links,
          hasFile: attachments.length > 0,
        });
  return {
    status: 'unfrozen',
    claim: { id, attempt: delivery.attempts },
    rendered: {
      ...(await renderMail(request, context)),
      attachments,
      frozenAt: now.toString(),
      links: Object.values(links).filter((slot) => slot !== null),
    },
  };
}

/** Of several bookings a mail leads to their pages alone, and so does a message. */
const noLinks: MailLinks = { manage: null, join: null, reminderOff: null };

function requestOf(
  kind: Exclude<
    DeliveryKind,
    EmailTokenPurpose | MembershipDeliveryKind | 'message_mentee' | 'calendar_failing'
  >,
  {
    bookings,
    about,
    links,
    hasFile,
  }: { bookings: [Row, ...Row[]]; about: About; links: MailLinks; hasFile: boolean },
): MailRequest {
  const [booking, ...others] = bookings;
  const manageToken = links.manage?.placeholder ?? null;
  const joinToken = links.join?.placeholder ?? null;
  const offToken = links.reminderOff?.placeholder ?? null;
  switch (kind) {
    case 'booked_mentee':
    case 'booked_mentor':
    case 'moved_mentee':
    case 'moved_mentor':
      return { kind, sessions: bookings, manageToken, hasFile };
    case 'cancelled_mentee':
    case 'cancelled_mentor': {
      const settled = (row: Row) => ({ ...row, ...about.settlementOf(row.id) });
      return { kind, sessions: [settled(booking), ...others.map(settled)], hasFile };
    }
    case 'post_session_mentee':
      return { kind, booking, followUp: about.followUpOf(booking.id), offToken };
    default:
      return { kind, booking, manageToken, joinToken, offToken };
  }
}

/** A mail without a link that does anything: what the first attempt says. */
function keepFirst(
  { id, attempts }: ClaimedDelivery,
  words: MailText & MailEnvelope,
  now: Temporal.Instant,
): Unfrozen {
  const rendered = { ...words, attachments: [], frozenAt: now.toString(), links: [] };
  return { status: 'unfrozen', claim: { id, attempt: attempts }, rendered };
}

/** A mail with a token of its own: the words of this attempt, under this attempt's key. */
function readyAnew({ id, attempts }: ClaimedDelivery, mail: MailText & MailEnvelope): Written {
  return { status: 'ready', mail: { ...mail, attachments: [] }, key: `${id}/${attempts}` };
}

function frozenMail(id: string, rendered: FrozenMail, now: Temporal.Instant): Written {
  const lastRetryAt = Temporal.Instant.from(rendered.frozenAt).add({ hours: retryHours });
  return Temporal.Instant.compare(now, lastRetryAt) <= 0
    ? { status: 'ready', mail: withLinks(rendered), key: id }
    : { status: 'permanent', error: `not tried again within ${retryHours} h of the first attempt` };
}
