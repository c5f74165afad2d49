import { Temporal } from 'temporal-polyfill';
import type { FrozenMail, LinkSlot } from '@/domain/mails';
import { reminderKinds } from '@/domain/reminders';
import type { ClaimedDelivery } from '@/db/queries/deliveries';
import { sealJoinLink, sealManageLink, sealReminderOffLink } from '@/lib/auth/tokens';
import { env } from '@/kernel/env';
import type { RenderedMail } from '@/lib/outbox/schema';
import type { MailedBooking } from './mailed-booking';

/** Days that the link works which turns a reminder off: as long as anybody has the mail at hand. */
const reminderOffDays = 90;

/** The links of a mail that work signed out; null where there is none of a kind. */
export interface MailLinks {
  manage: LinkSlot | null;
  join: LinkSlot | null;
  reminderOff: LinkSlot | null;
}

/** Which links the mail about one booking has, for the one who gets it. */
export function linksOf(
  { id, kind, recipientId }: ClaimedDelivery,
  booking: MailedBooking & { sequence: number },
  now: Temporal.Instant,
): MailLinks {
  if (recipientId === null) return { manage: null, join: null, reminderOff: null };
  const { start, end } = booking.period;
  const mayChange = booking.status === 'pending' || booking.status === 'confirmed';
  const hasBegun = Temporal.Instant.compare(start, now) <= 0;
  const reminder = reminderKinds.find((one) => kind.startsWith(reminderPrefixes[one]));
  // The mentor of a group comes for all of it, and not for one booking, which may be called off.
  const isAboutOne = booking.seats <= 1 || kind.endsWith('_mentee');
  const isAboutRoom = reminder === '30m' && booking.format === 'video' && isAboutOne;
  const { sequence } = booking;
  const common = { personId: recipientId, bookingId: booking.id, sequence };
  return {
    manage:
      mayChange && !hasBegun
        ? {
            ...common,
            purpose: 'manage',
            placeholder: placeholderOf('manage', id),
            // From the start on nothing is moved or cancelled.
            expiresAt: start.epochMilliseconds,
          }
        : null,
    join: isAboutRoom
      ? {
          ...common,
          purpose: 'join',
          placeholder: placeholderOf('join', id),
          expiresAt: end.epochMilliseconds,
        }
      : null,
    reminderOff: reminder
      ? {
          personId: recipientId,
          kind: reminder,
          purpose: 'reminder_off',
          placeholder: placeholderOf('reminder-off', id),
          expiresAt: now.add({ hours: reminderOffDays * 24 }).epochMilliseconds,
        }
      : null,
  };
}

const reminderPrefixes = {
  '24h': 'reminder_24h',
  '1h': 'reminder_1h',
  '30m': 'reminder_30m',
  post_session: 'post_session',
} as const;

/** Nobody could have written it into a subject or a note: the delivery is younger than those. */
function placeholderOf(what: string, deliveryId: string): string {
  return `${what}-link-of-${deliveryId}`;
}

/** The mail as it leaves: with live links. */
export function withLinks({
  links,
  subject,
  html,
  text,
  headers,
  replyTo,
  attachments,
}: FrozenMail): RenderedMail {
  const tokens = links.map((slot) => [slot.placeholder, tokenOf(slot)] as const);
  const fill = (form: string) =>
    tokens.reduce((filled, [placeholder, token]) => filled.replaceAll(placeholder, token), form);
  return {
    subject,
    html: fill(html),
    text: fill(text),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, fill(value)]),
    ),
    replyTo,
    attachments,
  };
}

function tokenOf(slot: LinkSlot): string {
  const secret = env.authSecrets[0];
  switch (slot.purpose) {
    case 'manage':
      return sealManageLink(slot, secret);
    case 'join':
      return sealJoinLink(slot, secret);
    case 'reminder_off':
      return sealReminderOffLink(slot, secret);
  }
}
