/**
 * Removing what is known of somebody who wants to be forgotten. Bookings, the ledger and the trails
 * stay, as the other side's record: with ids and without a word of theirs or about them.
 */
import { arrayOverlaps, type Column, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../client';
import { auditDetails, auditEvents } from '../schema/audit';
import { emailTokens } from '../schema/auth';
import { overrides, timeOff, weeklyWindows } from '../schema/availability';
import { bookingEvents, bookingRequests, bookings } from '../schema/bookings';
import { calendarFeeds } from '../schema/calendar-feeds';
import { externalCalendars, importedEvents } from '../schema/external-calendars';
import { grants, waitingGrants } from '../schema/grants';
import { ledgerAccounts, ledgerEntries, ledgerTransfers } from '../schema/ledger';
import { invitationImports, invitations } from '../schema/invitations';
import { meetingRooms } from '../schema/meeting-rooms';
import { mentors } from '../schema/mentors';
import { bookingNotes, materials, noteDrafts } from '../schema/notes';
import { notifications } from '../schema/notifications';
import { deliveries, mailboxMessages } from '../schema/outbox';
import { organizationDomains } from '../schema/organization-domains';
import { portraits } from '../schema/portraits';
import { reminderPreferences, reminders } from '../schema/reminders';
import { services } from '../schema/services';
import { sessionMessages } from '../schema/session-messages';
import { sessions } from '../schema/sessions';
import { users } from '../schema/users';

/** Who is forgotten. `alias` stands where an address has to be: it names nobody and reaches nobody. */
export interface Forgotten {
  userId: string;
  email: string;
  alias: string;
  now: Temporal.Instant;
}

/** Stands where a text must be and none is left. */
const nothing = '…';

/** The bookings that they were a party of, or asked for by their address. */
const theirBookings = ({ userId, email }: Forgotten) => sql`(
  select ${bookings.id} from ${bookings} where ${isParty({ userId, email })})`;

function isParty({ userId, email }: Pick<Forgotten, 'userId' | 'email'>): SQL | undefined {
  return or(
    eq(bookings.menteeId, userId),
    eq(bookings.mentorId, userId),
    eq(bookings.guestEmail, email),
  );
}

/** What was written of their sessions, by anybody; and whatever else the bookings say of them. */
export async function forgetInBookings(tx: Transaction, person: Forgotten): Promise<void> {
  const { userId, email, alias } = person;
  const of = theirBookings(person);
  await tx.delete(noteDrafts).where(sql`${noteDrafts.bookingId} in ${of}`);
  await tx.delete(bookingNotes).where(sql`${bookingNotes.bookingId} in ${of}`);
  await tx
    .update(bookingEvents)
    .set({ reason: null })
    .where(sql`${bookingEvents.bookingId} in ${of} and ${bookingEvents.reason} is not null`);
  await tx.delete(reminders).where(eq(reminders.recipientId, userId));
  await tx
    .update(notifications)
    .set({
      data: sql`${notifications.data} || '{"other": null}'
        || case when ${notifications.data} ? 'word' then jsonb_build_object('word', ${nothing}::text) else '{}' end
        || case when ${notifications.data} ? 'text' then jsonb_build_object('text', ${nothing}::text) else '{}' end`,
    })
    .where(sql`${notifications.bookingId} in ${of}`);
  // Rooms and places are of meetings that are over.
  const met = sql`(select ${bookings.sessionId} from ${bookings} where ${isParty(person)})`;
  await tx.delete(meetingRooms).where(sql`${meetingRooms.sessionId} in ${met}`);
  await tx
    .update(sessions)
    .set({ place: '' })
    .where(
      sql`${sessions.id} in ${met} and (${sessions.capacity} = 1 or ${sessions.mentorId} = ${userId})`,
    );
  await tx
    .update(bookings)
    .set({ cancelReason: '' })
    .where(sql`${bookings.id} in ${of} and ${bookings.cancelReason} is not null`);
  const asked = { subject: '', notes: '', answers: [], phone: '' };
  await tx.update(bookings).set(asked).where(eq(bookings.menteeId, userId));
  await tx
    .update(bookings)
    .set({ ...asked, guestName: nothing, guestEmail: alias })
    .where(eq(bookings.guestEmail, email));
  await tx
    .delete(bookingRequests)
    .where(or(eq(bookingRequests.userId, userId), eq(bookingRequests.email, email)));
}

/** Mails to them and about them: what they said. That something was sent stays. */
export async function forgetInMails(tx: Transaction, person: Forgotten): Promise<void> {
  const { userId, email, alias } = person;
  const mails = await tx
    .update(deliveries)
    .set({
      rendered: null,
      lastError: null,
      recipientEmail: sql`case when ${isToThem(person)} then ${alias} else ${deliveries.recipientEmail} end`,
      nextPath: sql`case when ${isToThem(person)} then null else ${deliveries.nextPath} end`,
      // There is nobody left to read it.
      status: sql`case when ${deliveries.status} = 'pending' and ${isToThem(person)}
        then 'skipped' else ${deliveries.status} end`,
    })
    .where(
      or(
        isToThem(person),
        sql`${deliveries.membership} ->> 'person' = (
          select ${users.name} from ${users} where ${users.id} = ${userId})`,
        sql`${deliveries.domainId} in (
          select ${organizationDomains.id} from ${organizationDomains}
          where ${organizationDomains.requestedBy} = ${userId})`,
        sql`${deliveries.invitationId} in (
          select ${invitations.id} from ${invitations} where ${invitations.invitedBy} = ${userId})`,
        arrayOverlaps(deliveries.bookingIds, sql`array${theirBookings(person)}`),
      ),
    )
    .returning({ id: deliveries.id });
  const ids = `{${mails.map(({ id }) => id).join()}}`;
  await tx
    .delete(mailboxMessages)
    .where(
      or(
        eq(mailboxMessages.recipientEmail, email),
        sql`split_part(${mailboxMessages.key}, '/', 1) = any(${ids}::text[])`,
      ),
    );
  await tx.delete(emailTokens).where(eq(emailTokens.email, email));
  await tx.delete(notifications).where(eq(notifications.userId, userId));
  await tx.delete(reminderPreferences).where(eq(reminderPreferences.userId, userId));
}

function isToThem({ userId, email }: Forgotten): SQL {
  return sql`(${deliveries.recipientId} = ${userId} or ${deliveries.recipientEmail} = ${email})`;
}

/** Their public page, picture, hours, calendars and what they gave to their mentees. */
export async function forgetAsMentor(tx: Transaction, { userId, alias, now }: Forgotten) {
  // Admins were notified that they wait to be looked at.
  await tx.delete(notifications).where(
    sql`${notifications.kind} = 'mentor_waiting' and ${notifications.data} ->> 'slug' = (
      select ${mentors.slug} from ${mentors} where ${mentors.userId} = ${userId})`,
  );
  await tx.delete(portraits).where(eq(portraits.mentorId, userId));
  await tx.delete(importedEvents).where(eq(importedEvents.mentorId, userId));
  // With the addresses that are theirs in them, and the mails about them.
  await tx.delete(externalCalendars).where(eq(externalCalendars.mentorId, userId));
  await tx.delete(weeklyWindows).where(eq(weeklyWindows.mentorId, userId));
  await tx.delete(overrides).where(eq(overrides.mentorId, userId));
  await tx.delete(timeOff).where(eq(timeOff.mentorId, userId));
  const given = tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.mentorId, userId));
  await tx.delete(materials).where(inArray(materials.sessionId, given));
  await tx
    .update(sessionMessages)
    .set({ text: nothing })
    .where(eq(sessionMessages.senderId, userId));
  // Titles stay: they say what the other side booked.
  await tx
    .update(services)
    .set({ description: '', linkToken: null, linkSince: null, archivedAt: now })
    .where(eq(services.mentorId, userId));
  await tx
    .update(mentors)
    .set({
      slug: alias.replace(/@.*/, ''),
      headline: nothing,
      bio: '',
      city: '',
      skills: [],
      languages: [],
      links: [],
      publishedAt: null,
      takingBookings: true,
      resumesOn: null,
      awayMessage: '',
      reviewNote: '',
      address: '',
      videoUrl: '',
    })
    .where(eq(mentors.userId, userId));
}

/** Invitations to them, and what was said of their joining to whoever had invited them. */
export async function forgetInOrganizations(tx: Transaction, person: Forgotten): Promise<void> {
  const { userId, email, alias } = person;
  const name = sql`(select ${users.name} from ${users} where ${users.id} = ${userId})`;
  await tx
    .update(deliveries)
    .set({
      membership: sql`${deliveries.membership} || jsonb_build_object('person', ${nothing}::text)`,
    })
    .where(sql`${deliveries.membership} ->> 'person' = ${name}`);
  await tx
    .update(notifications)
    .set({ data: sql`${notifications.data} || jsonb_build_object('person', ${nothing}::text)` })
    .where(sql`${notifications.kind} = 'joined' and ${notifications.data} ->> 'person' = ${name}`);
  await tx.update(invitations).set({ email: alias, name: '' }).where(eq(invitations.email, email));
  await tx
    .update(invitationImports)
    .set({ rows: withoutThem(invitationImports.rows, person, { name: '' }) })
    .where(namesThem(invitationImports.rows, person));
}

/** Condition: a report of a file, row by row, has their address. */
function namesThem(rows: Column, { email }: Forgotten): SQL {
  return sql`${rows} @> ${JSON.stringify([{ email }])}::jsonb`;
}

/** The report with their rows emptied of them. */
function withoutThem(rows: Column, { email, alias }: Forgotten, rest: object): SQL {
  const instead = JSON.stringify({ email: alias, ...rest });
  return sql`(select jsonb_agg(
      case when one.row ->> 'email' = ${email} then one.row || ${instead}::jsonb else one.row end
      order by one.place)
    from jsonb_array_elements(${rows}) with ordinality as one (row, place))`;
}

/** Themselves: lists that name them, what they typed as admins, and their own row. */
export async function forgetThemselves(tx: Transaction, person: Forgotten): Promise<void> {
  const { userId, email, alias, now } = person;
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.userId, userId));
  await tx.update(waitingGrants).set({ email: alias }).where(eq(waitingGrants.email, email));
  await tx
    .update(grants)
    .set({ rows: withoutThem(grants.rows, person, { reason: nothing }) })
    .where(namesThem(grants.rows, person));
  // Why many were given something says nothing of one of them.
  await tx
    .update(ledgerTransfers)
    .set({ reason: nothing })
    .where(
      sql`${ledgerTransfers.reason} <> '' and ${ledgerTransfers.id} in (
        select mine.transfer_id from ${ledgerEntries} as mine
          join ${ledgerAccounts} as account on account.id = mine.account_id
        where account.user_id = ${userId} and (
          select count(*) from ${ledgerEntries} as entry where entry.transfer_id = mine.transfer_id) = 2)`,
    );
  const done = tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(or(eq(auditEvents.actorId, userId), eq(auditEvents.subjectId, userId)));
  await tx.delete(auditDetails).where(inArray(auditDetails.eventId, done));
  await tx
    .update(users)
    .set({
      email: alias,
      emailVerified: null,
      name: null,
      image: null,
      timeZone: null,
      allowsReplies: false,
      forgottenAt: now,
    })
    .where(eq(users.id, userId));
}
