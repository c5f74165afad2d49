import type { ReminderKind } from './reminders';

/** What a mail tells, and so which template it has and whose state it is rendered from. */
export const deliveryKinds = [
  'sign_in',
  'forget_me',
  'hold',
  'proposal',
  'booked_mentee',
  'booked_mentor',
  'cancelled_mentee',
  'cancelled_mentor',
  'moved_mentee',
  'moved_mentor',
  'reminder_24h_mentee',
  'reminder_24h_mentor',
  'reminder_1h_mentee',
  'reminder_1h_mentor',
  'reminder_30m_mentee',
  'reminder_30m_mentor',
  'post_session_mentee',
  'message_mentee',
  'invitation',
  'joined',
  'role_changed',
  'removed',
  'domain_proof',
  'calendar_failing',
] as const;
export type DeliveryKind = (typeof deliveryKinds)[number];

/** Those that may be about several bookings of one batch at once. */
export const severalDeliveryKinds = [
  'booked_mentee',
  'booked_mentor',
  'cancelled_mentee',
  'cancelled_mentor',
] as const satisfies readonly DeliveryKind[];

/** About an organization and somebody in it, or asked to be; about no booking. */
export const membershipDeliveryKinds = [
  'invitation',
  'joined',
  'role_changed',
  'removed',
  'domain_proof',
] as const satisfies readonly DeliveryKind[];
export type MembershipDeliveryKind = (typeof membershipDeliveryKinds)[number];

/** Those that are about no booking. */
export const bookinglessDeliveryKinds = [
  'sign_in',
  'forget_me',
  'calendar_failing',
  ...membershipDeliveryKinds,
] as const satisfies readonly DeliveryKind[];

/**
 * Who leaves first where more is due than the provider takes: what loses its sense soonest. First a link
 * that somebody waits for before their screen; then what is about a session in half an hour, in an hour,
 * or about one that is not when it was; then what is about one to come, with its reminder a day before
 * behind that; then news. Invitations, which come by the thousand, leave when nothing else is due.
 */
export const deliveryUrgency = {
  sign_in: 0,
  forget_me: 0,
  hold: 0,
  domain_proof: 0,
  reminder_30m_mentee: 1,
  reminder_30m_mentor: 1,
  reminder_1h_mentee: 2,
  reminder_1h_mentor: 2,
  cancelled_mentee: 3,
  cancelled_mentor: 3,
  moved_mentee: 3,
  moved_mentor: 3,
  proposal: 4,
  booked_mentee: 4,
  booked_mentor: 4,
  message_mentee: 4,
  reminder_24h_mentee: 5,
  reminder_24h_mentor: 5,
  post_session_mentee: 6,
  joined: 6,
  role_changed: 6,
  removed: 6,
  calendar_failing: 6,
  invitation: 7,
} as const satisfies Record<DeliveryKind, number>;

/** What a random token in a mail's link is good for: one thing, and in no other's place. */
export const emailTokenPurposes = [
  'sign_in',
  'forget_me',
  'hold',
  'proposal',
  'invitation',
  'domain',
] as const;
export type EmailTokenPurpose = (typeof emailTokenPurposes)[number];

/** Skipped: when its turn came it made no sense any more, such as the link to a hold that lapsed. */
export const deliveryStatuses = ['pending', 'sent', 'failed', 'skipped'] as const;

/** A file that goes with a mail: UTF-8 text, under a MIME type with all its parameters. */
export type MailAttachment = { filename: string; contentType: string; content: string };

/** The words of a mail. */
export type MailText = { subject: string; html: string; text: string };

/** What a mail has beside the usual headers, by name. */
export type MailHeaders = Record<string, string>;

/** What of a mail is no words: its headers, and whose address a reply goes to; null: nobody's. */
export type MailEnvelope = { headers: MailHeaders; replyTo: string | null };

/**
 * What is put into a mail only as it leaves: in place of `placeholder`, the token of a link that does
 * something for this person. So no live link is stored, and each attempt sends the same one.
 */
export type LinkSlot = {
  placeholder: string;
  personId: string;
  /** Epoch milliseconds. */
  expiresAt: number;
} & (
  | { purpose: 'manage' | 'join'; bookingId: string; sequence: number }
  | { purpose: 'reminder_off'; kind: ReminderKind }
);

/** A mail as its first attempt made it, with that attempt's instant (ISO): every retry sends these bytes. */
export type FrozenMail = MailText &
  MailEnvelope & {
    attachments: MailAttachment[];
    frozenAt: string;
    links: LinkSlot[];
  };

/** What can have become of a mail that has not been sent. */
export const unsentStates = ['failed', 'pending', 'skipped'] as const;
export type UnsentState = (typeof unsentStates)[number];
