import { z } from 'zod';
import { bookingRoles, sides } from './bookings';
import { memberRoles } from './organizations';

/** What a notification is about, in the order in which a booking lives. */
export const notificationKinds = [
  'requested',
  'booked',
  'confirmed',
  'declined',
  'moved',
  'move_requested',
  'cancelled',
  'expired',
  'started',
  'completed',
  'no_show',
  'reminder',
  'follow_up',
  'message',
  'credits_granted',
  'mentor_waiting',
  'mentor_approved',
  'mentor_sent_back',
  'mentor_appointed',
  'invited',
  'joined',
  'role_changed',
  'removed',
  'domain_offer',
  'calendar_zone_unknown',
  'calendar_failing',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Those that are about an organization and the reader, or somebody whom they invited. */
export const membershipNotificationKinds = [
  'invited',
  'joined',
  'role_changed',
  'removed',
  'domain_offer',
] as const satisfies readonly NotificationKind[];

/** Those that are about a calendar elsewhere of the reader's. */
export const calendarNotificationKinds = [
  'calendar_zone_unknown',
  'calendar_failing',
] as const satisfies readonly NotificationKind[];

/** Those that are about no booking. */
export const bookinglessKinds = [
  'credits_granted',
  'mentor_waiting',
  'mentor_approved',
  'mentor_sent_back',
  'mentor_appointed',
  ...calendarNotificationKinds,
  ...membershipNotificationKinds,
] as const satisfies readonly NotificationKind[];
export type BookinglessKind = (typeof bookinglessKinds)[number];

/** Kept as an ISO string, read as epoch milliseconds. */
const instant = z.iso.datetime().transform((text) => Date.parse(text));

/** What every text about a booking needs, as it was when it happened. */
const about = {
  /** The reader's part in the booking. */
  side: z.enum(sides),
  /** The other party's name; null when they have given none. */
  other: z.string().nullable(),
  service: z.string(),
  startsAt: instant,
};

const plain = z.strictObject(about);

/** Of several bookings of one batch at once; `startsAt` is then the first's. */
const several = {
  batchId: z.uuid().optional(),
  count: z.number().int().min(2).optional(),
};

const oneOrSeveral = z.strictObject({ ...about, ...several });

/** `by`: who did it. */
const done = z.strictObject({ ...about, ...several, by: z.enum(bookingRoles) });

const moved = z.strictObject({
  ...about,
  by: z.enum(bookingRoles),
  fromStartsAt: instant,
});

/** The organization's name, as it was. */
const ofOrganization = { organization: z.string() };
/** The same, with the slug of its pages. */
const organization = { ...ofOrganization, slug: z.string() };
const role = z.enum(memberRoles);

/**
 * What is kept of a notification: no words, but what its words are made of, so that it is read in
 * the language and the zone that the user has then.
 */
export const notificationContent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('requested'), data: oneOrSeveral }),
  z.strictObject({ kind: z.literal('booked'), data: oneOrSeveral }),
  /** `word`: what the mentor wrote to the mentee as they accepted. */
  z.strictObject({
    kind: z.literal('confirmed'),
    data: oneOrSeveral.extend({ word: z.string().optional() }),
  }),
  z.strictObject({ kind: z.literal('declined'), data: done }),
  z.strictObject({ kind: z.literal('moved'), data: moved }),
  z.strictObject({ kind: z.literal('move_requested'), data: moved }),
  z.strictObject({ kind: z.literal('cancelled'), data: done }),
  z.strictObject({ kind: z.literal('expired'), data: oneOrSeveral }),
  z.strictObject({ kind: z.literal('started'), data: plain }),
  z.strictObject({ kind: z.literal('completed'), data: plain }),
  /** `accused`: the side that did not come, by the other's word. */
  z.strictObject({
    kind: z.literal('no_show'),
    data: z.strictObject({ ...about, accused: z.enum(sides) }),
  }),
  /** `seats`: how many mentees a mentor expects; `other` is null when they are several. */
  z.strictObject({
    kind: z.literal('reminder'),
    data: z.strictObject({ ...about, seats: z.number().int().min(1) }),
  }),
  z.strictObject({ kind: z.literal('follow_up'), data: plain }),
  /** `text`: what the mentor wrote to everybody in the session. */
  z.strictObject({
    kind: z.literal('message'),
    data: z.strictObject({ ...about, text: z.string() }),
  }),
  /** About no booking. `reason`: in the words of the admin who gave them. */
  z.strictObject({
    kind: z.literal('credits_granted'),
    data: z.strictObject({
      credits: z.number().int().min(1),
      reason: z.string(),
      organization: z.string(),
    }),
  }),
  /** To those who may approve them. `slug`: the organization's. */
  z.strictObject({
    kind: z.literal('mentor_waiting'),
    data: z.strictObject({ mentor: z.string(), ...ofOrganization, slug: z.string() }),
  }),
  /** To the mentor, as the two after it. `note`: in the words of the admin. */
  z.strictObject({ kind: z.literal('mentor_approved'), data: z.strictObject(ofOrganization) }),
  z.strictObject({
    kind: z.literal('mentor_sent_back'),
    data: z.strictObject({ ...ofOrganization, note: z.string() }),
  }),
  z.strictObject({ kind: z.literal('mentor_appointed'), data: z.strictObject(ofOrganization) }),
  /** By a mail to their address, which the invitation's own page stands for. */
  z.strictObject({
    kind: z.literal('invited'),
    data: z.strictObject({ ...organization, role, invitationId: z.uuid() }),
  }),
  /** `person`: whom the reader had invited. */
  z.strictObject({
    kind: z.literal('joined'),
    data: z.strictObject({ ...organization, person: z.string() }),
  }),
  z.strictObject({
    kind: z.literal('role_changed'),
    data: z.strictObject({ ...organization, role }),
  }),
  z.strictObject({ kind: z.literal('removed'), data: z.strictObject(organization) }),
  /** The organization has proved the domain of the reader's address, and asks them to join. */
  z.strictObject({ kind: z.literal('domain_offer'), data: z.strictObject(organization) }),
  /** `readIn`: the zone by whose clocks `events`, the first of them by their titles, are read. */
  z.strictObject({
    kind: z.literal('calendar_zone_unknown'),
    data: z.strictObject({
      calendar: z.string(),
      zone: z.string(),
      readIn: z.string(),
      events: z.array(z.string()),
    }),
  }),
  z.strictObject({
    kind: z.literal('calendar_failing'),
    data: z.strictObject({ calendar: z.string(), failingSince: instant, readAt: instant }),
  }),
]);

/** As it is kept, and as it is read. */
export type NotificationContent = z.input<typeof notificationContent>;
export type ReadNotification = z.output<typeof notificationContent>;

export type NotificationData = NotificationContent['data'];
