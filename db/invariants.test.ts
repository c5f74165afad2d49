import { and, eq, isNull, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  at,
  makeMentor,
  makeOrganization,
  makeUser,
  monday,
  publicOrganizationId,
} from '@/testing/people';
import { db } from './client';
import { violatedConstraint } from './errors';
import { bookingEvents, bookings } from './schema/bookings';
import { mentors } from './schema/mentors';
import { questions, services, variants } from './schema/services';
import { sessions } from './schema/sessions';

// Plain rows, past every service: what is refused here no code can do.

type Mentor = Awaited<ReturnType<typeof makeMentor>>;
let mentor: Mentor;
let other: Mentor;
let group: Mentor;

beforeAll(async () => {
  mentor = await makeMentor();
  other = await makeMentor();
  group = await makeMentor({ service: { capacity: 3 } });
});

async function insertSession(
  of: Mentor,
  start: string,
  values: Partial<typeof sessions.$inferInsert> = {},
) {
  const before = values.bufferBeforeMinutes ?? 0;
  const after = values.bufferAfterMinutes ?? 0;
  const minutes = values.durationMinutes ?? 60;
  const period = { start: at(start), end: at(start).add({ minutes }) };
  const session = {
    id: uuidv7(),
    organizationId: publicOrganizationId,
    mentorId: of.mentorId,
    serviceId: of.serviceId,
    variantId: of.variantId,
    durationMinutes: minutes,
    period,
    bufferBeforeMinutes: before,
    bufferAfterMinutes: after,
    occupied: {
      start: period.start.subtract({ minutes: before }),
      end: period.end.add({ minutes: after }),
    },
    capacity: 1,
    format: 'video' as const,
    createdAt: monday,
    ...values,
  };
  await db.insert(sessions).values(session);
  return session;
}

type Session = Awaited<ReturnType<typeof insertSession>>;

async function insertBooking(session: Session, values: Partial<typeof bookings.$inferInsert> = {}) {
  const id = uuidv7();
  await db.insert(bookings).values({
    id,
    reference: id,
    organizationId: publicOrganizationId,
    sessionId: session.id,
    mentorId: session.mentorId,
    period: session.period,
    sessionCapacity: session.capacity,
    seat: 0,
    status: 'confirmed',
    priceCredits: 0,
    createdAt: monday,
    requestedAt: monday,
    confirmedAt: monday,
    startedAt: monday,
    completedAt: monday,
    ...('menteeId' in values ? {} : { menteeId: (await makeUser()).id }),
    ...values,
  });
  return id;
}

async function constraintThatRefuses(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
  } catch (error) {
    return violatedConstraint(error) ?? String(error);
  }
  return null;
}

const hold = {
  status: 'held' as const,
  menteeId: null,
  guestName: 'Fatou',
  guestEmail: 'fatou@example.test',
  guestLocale: 'fr' as const,
  guestTimeZone: 'Africa/Dakar',
  expiresAt: monday,
};

describe('a mentor gives one session at a time', () => {
  it('refuses one that overlaps, and takes one that follows', async () => {
    await insertSession(mentor, '2026-12-01T10:00');
    expect(await constraintThatRefuses(insertSession(mentor, '2026-12-01T10:30'))).toBe(
      'sessions_mentor_is_free',
    );
    expect(await constraintThatRefuses(insertSession(mentor, '2026-12-01T11:00'))).toBeNull();
    expect(await constraintThatRefuses(insertSession(other, '2026-12-01T10:30'))).toBeNull();
  });

  it('counts the buffers', async () => {
    await insertSession(mentor, '2026-12-02T10:00', { bufferAfterMinutes: 15 });
    expect(await constraintThatRefuses(insertSession(mentor, '2026-12-02T11:00'))).toBe(
      'sessions_mentor_is_free',
    );
    expect(
      await constraintThatRefuses(
        insertSession(mentor, '2026-12-02T11:30', { bufferBeforeMinutes: 20 }),
      ),
    ).toBe('sessions_mentor_is_free');
    expect(await constraintThatRefuses(insertSession(mentor, '2026-12-02T11:15'))).toBeNull();
  });

  it('leaves released time free', async () => {
    await insertSession(mentor, '2026-12-03T10:00', { active: false });
    expect(await constraintThatRefuses(insertSession(mentor, '2026-12-03T10:00'))).toBeNull();
  });

  it('does not believe an occupied span that its buffers do not make', async () => {
    const narrow = { start: at('2026-12-04T10:00'), end: at('2026-12-04T10:01') };
    expect(
      await constraintThatRefuses(insertSession(mentor, '2026-12-04T10:00', { occupied: narrow })),
    ).toBe('sessions_occupied_is_widened');
  });
});

describe('a mentee attends one session at a time', () => {
  it.each(['pending', 'confirmed', 'in_progress'] as const)('counts what is %s', async (status) => {
    const mentee = await makeUser();
    const day = { pending: '10', confirmed: '11', in_progress: '12' }[status];
    const first = await insertSession(mentor, `2026-12-${day}T10:00`);
    const second = await insertSession(other, `2026-12-${day}T10:30`);
    await insertBooking(first, { menteeId: mentee.id, status, expiresAt: monday });
    expect(await constraintThatRefuses(insertBooking(second, { menteeId: mentee.id }))).toBe(
      'bookings_mentee_is_free',
    );
  });

  it('lets any number of holds overlap, since nobody has proved whose they are', async () => {
    const first = await insertSession(mentor, '2026-12-13T10:00');
    const second = await insertSession(other, '2026-12-13T10:00');
    await insertBooking(first, hold);
    expect(await constraintThatRefuses(insertBooking(second, hold))).toBeNull();
  });
});

describe('a booking is where its session is', () => {
  it('refuses another time, another mentor and another capacity', async () => {
    const session = await insertSession(mentor, '2026-12-14T10:00');
    const period = { start: at('2026-12-14T11:00'), end: at('2026-12-14T12:00') };
    const organizationId = await makeOrganization();
    const mentorId = other.mentorId;
    for (const wrong of [{ period }, { mentorId }, { sessionCapacity: 2 }, { organizationId }]) {
      expect(await constraintThatRefuses(insertBooking(session, wrong))).toBe(
        'bookings_session_place_fkey',
      );
    }
  });

  it('moves every seat with the session, and is refused when a mentee is elsewhere then', async () => {
    const session = await insertSession(group, '2026-12-15T10:00', { capacity: 2 });
    const busy = await makeUser();
    const first = await insertBooking(session, { seat: 0 });
    await insertBooking(session, { seat: 1, menteeId: busy.id });
    const elsewhere = await insertSession(other, '2026-12-15T14:00');
    await insertBooking(elsewhere, { menteeId: busy.id });
    const move = (start: string) => {
      const period = { start: at(start), end: at(start).add({ minutes: 60 }) };
      return db
        .update(sessions)
        .set({ period, occupied: period })
        .where(eq(sessions.id, session.id));
    };
    expect(await constraintThatRefuses(move('2026-12-15T14:30'))).toBe('bookings_mentee_is_free');
    await move('2026-12-15T12:00');
    const [moved] = await db.select().from(bookings).where(eq(bookings.id, first));
    expect(moved?.period.start.toString()).toBe('2026-12-15T12:00:00Z');
  });
});

describe('an active booking has an active session', () => {
  it('keeps a session with active seats from being released', async () => {
    const session = await insertSession(mentor, '2026-12-16T10:00');
    await insertBooking(session);
    const release = db.update(sessions).set({ active: false }).where(eq(sessions.id, session.id));
    expect(await constraintThatRefuses(release)).toBe('bookings_session_active_fkey');
  });

  it('keeps a seat from being revived in a released session', async () => {
    const session = await insertSession(mentor, '2026-12-17T10:00', { active: false });
    const id = await insertBooking(session, { status: 'completed' });
    for (const status of ['pending', 'confirmed', 'in_progress'] as const) {
      const revive = db
        .update(bookings)
        .set({ status, expiresAt: monday })
        .where(eq(bookings.id, id));
      expect(await constraintThatRefuses(revive)).toBe('bookings_session_active_fkey');
    }
    expect(await constraintThatRefuses(insertBooking(session, hold))).toBe(
      'bookings_session_active_fkey',
    );
  });
});

describe('a seat is taken once', () => {
  it.each(['held', 'pending', 'confirmed', 'in_progress'] as const)('while %s', async (status) => {
    const day = { held: '18', pending: '19', confirmed: '20', in_progress: '21' }[status];
    const session = await insertSession(group, `2026-12-${day}T10:00`, { capacity: 2 });
    await insertBooking(session, status === 'held' ? hold : { status, expiresAt: monday });
    expect(await constraintThatRefuses(insertBooking(session))).toBe('bookings_seat_key');
    expect(await constraintThatRefuses(insertBooking(session, { seat: 1 }))).toBeNull();
  });

  it('is one of the session’s seats', async () => {
    const session = await insertSession(group, '2026-12-22T10:00', { capacity: 2 });
    expect(await constraintThatRefuses(insertBooking(session, { seat: 2 }))).toBe(
      'bookings_seat_below_capacity',
    );
    expect(await constraintThatRefuses(insertBooking(session, { seat: -1 }))).toBe(
      'bookings_seat_below_capacity',
    );
  });
});

const until = (minutes: number) => ({ expiresAt: monday.add({ minutes }) });

describe('what a row must be', () => {
  it('has a mentee who is not the mentor', async () => {
    const session = await insertSession(mentor, '2026-12-23T10:00');
    expect(await constraintThatRefuses(insertBooking(session, { menteeId: mentor.mentorId }))).toBe(
      'bookings_mentee_is_not_mentor',
    );
  });

  it('has a mentee, or else a guest, and a hold has no mentee', async () => {
    const session = await insertSession(mentor, '2026-12-24T10:00');
    const { guestEmail: _, ...withoutAddress } = hold;
    const menteeId = (await makeUser()).id;
    for (const wrong of [{ menteeId: null }, { ...hold, menteeId }, withoutAddress]) {
      expect(await constraintThatRefuses(insertBooking(session, wrong))).toMatch(
        /^bookings_(mentee|guest)_known$/,
      );
    }
  });

  it('has a deadline while it is a hold or a request', async () => {
    const session = await insertSession(mentor, '2026-12-25T10:00');
    expect(await constraintThatRefuses(insertBooking(session, { ...hold, expiresAt: null }))).toBe(
      'bookings_deadline_known',
    );
    expect(await constraintThatRefuses(insertBooking(session, { status: 'pending' }))).toBe(
      'bookings_deadline_known',
    );
    const late = { ...hold, expiresAt: session.period.end };
    expect(await constraintThatRefuses(insertBooking(session, late))).toBe(
      'bookings_deadline_known',
    );
  });

  it('is held for 20 minutes, and for 48 hours only where a mentor proposes it to an address', async () => {
    const session = await insertSession(mentor, '2027-02-01T10:00');
    const { guestEmail: _, ...withoutAddress } = hold;
    const menteeId = (await makeUser()).id;
    const isProposal = true;
    expect(await constraintThatRefuses(insertBooking(session, { ...hold, ...until(21) }))).toBe(
      'bookings_hold_is_short',
    );
    const longer = { ...hold, isProposal, ...until(48 * 60 + 1) };
    expect(await constraintThatRefuses(insertBooking(session, longer))).toBe(
      'bookings_hold_is_short',
    );
    const nobodys = { ...withoutAddress, isProposal, status: 'confirmed' as const, menteeId };
    expect(await constraintThatRefuses(insertBooking(session, nobodys))).toBe(
      'bookings_proposal_has_address',
    );
    const proposed = { ...hold, isProposal, ...until(48 * 60) };
    expect(await constraintThatRefuses(insertBooking(session, proposed))).toBeNull();
  });

  it.each([
    ['pending', { requestedAt: null, expiresAt: monday }],
    ['confirmed', { confirmedAt: null }],
    ['in_progress', { startedAt: null }],
    ['completed', { completedAt: null }],
    ['no_show', { noShowBy: 'mentee' }],
    ['cancelled', { cancelledAt: monday, cancelledBy: 'mentee' }],
    ['expired', {}],
  ] as const)(
    'says since when it is %s, and of a cancelled one by whom and why',
    async (status, values) => {
      const session = await insertSession(mentor, '2026-12-31T10:00', { active: false });
      expect(await constraintThatRefuses(insertBooking(session, { status, ...values }))).toBe(
        'bookings_times_known',
      );
    },
  );

  it('says who did not come exactly when somebody did not', async () => {
    const session = await insertSession(mentor, '2026-12-26T10:00');
    expect(await constraintThatRefuses(insertBooking(session, { status: 'no_show' }))).toBe(
      'bookings_no_show_by_known',
    );
    expect(await constraintThatRefuses(insertBooking(session, { noShowBy: 'mentee' }))).toBe(
      'bookings_no_show_by_known',
    );
  });

  it('lasts as long as its variant, of its service, of its mentor', async () => {
    const start = '2026-12-27T10:00';
    const period = { start: at(start), end: at('2026-12-27T10:30') };
    expect(
      await constraintThatRefuses(insertSession(mentor, start, { period, occupied: period })),
    ).toBe('sessions_period_is_duration');
    expect(await constraintThatRefuses(insertSession(mentor, start, { durationMinutes: 30 }))).toBe(
      'sessions_variant_fkey',
    );
    expect(
      await constraintThatRefuses(insertSession(mentor, start, { variantId: other.variantId })),
    ).toBe('sessions_variant_fkey');
    expect(
      await constraintThatRefuses(insertSession(mentor, start, { mentorId: other.mentorId })),
    ).toBe('sessions_service_fkey');
    expect(await constraintThatRefuses(insertSession(mentor, start, { capacity: 0 }))).toBe(
      'sessions_capacity_positive',
    );
  });

  it.each([
    '(,2026-12-28T11:00Z)',
    '[2026-12-28T10:00Z,)',
    '[2026-12-28T10:00Z,2026-12-28T11:00Z]',
    '(2026-12-28T10:00Z,2026-12-28T11:00Z)',
    'empty',
    '[-infinity,infinity)',
  ])('has no period like %s', async (range) => {
    const session = await insertSession(mentor, '2026-12-28T10:00', { active: false });
    const change = db.execute(
      sql`update sessions set period = ${range}::tstzrange where id = ${session.id}`,
    );
    expect(await constraintThatRefuses(change)).toMatch(/^sessions_/);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'variants_duration_in_steps',
      () => db.insert(variants).values({ serviceId: mentor.serviceId, durationMinutes: 37 }),
    ],
    [
      'variants_duration_in_steps',
      () => db.insert(variants).values({ serviceId: mentor.serviceId, durationMinutes: 485 }),
    ],
    [
      'variants_price_not_negative',
      () =>
        db
          .insert(variants)
          .values({ serviceId: mentor.serviceId, durationMinutes: 45, priceCredits: -1 }),
    ],
    [
      'services_capacity_positive',
      () => db.insert(services).values({ mentorId: mentor.mentorId, title: 'None', capacity: 0 }),
    ],
    [
      'mentors_rules_in_range',
      () => db.update(mentors).set({ stepMinutes: 0 }).where(eq(mentors.userId, mentor.mentorId)),
    ],
    [
      'mentors_formats_known',
      () => db.update(mentors).set({ formats: [] }).where(eq(mentors.userId, mentor.mentorId)),
    ],
    ['users_email_is_normal', () => makeUser({ email: 'Upper@example.test' })],
    ['users_email_is_normal', () => makeUser({ email: '\tspace@example.test' })],
    ['users_email_is_normal', () => makeUser({ email: '' })],
    ['users_time_zone_known', () => makeUser({ timeZone: 'Mars/Base' })],
    ['weekly_windows_time_zone_known', () => makeMentor({ windows: [{ timeZone: 'UTC+1' }] })],
    ['weekly_windows_whole_minutes', () => makeMentor({ windows: [{ startTime: '09:00:30' }] })],
    [
      'mentors_confirmation_known',
      () =>
        db.execute(
          sql`update mentors set confirmation = 'maybe' where user_id = ${mentor.mentorId}`,
        ),
    ],
  ])('is refused by %s', async (constraint, work) => {
    expect(await constraintThatRefuses(work())).toBe(constraint);
  });
});

describe('the record', () => {
  it('keeps sessions, bookings and their trail', async () => {
    const session = await insertSession(mentor, '2026-12-29T10:00');
    const id = await insertBooking(session);
    await db
      .insert(bookingEvents)
      .values({ bookingId: id, at: monday, actorRole: 'mentee', toStatus: 'confirmed' });
    const attempts = [
      db.delete(sessions).where(eq(sessions.id, session.id)),
      db.delete(bookings).where(eq(bookings.id, id)),
      db.delete(bookingEvents).where(eq(bookingEvents.bookingId, id)),
      db.update(bookingEvents).set({ reason: 'another' }).where(eq(bookingEvents.bookingId, id)),
      db.execute(sql`truncate booking_events`),
      db.execute(sql`truncate bookings cascade`),
      db.execute(sql`truncate sessions cascade`),
    ];
    for (const attempt of attempts) {
      expect(await constraintThatRefuses(attempt)).toContain('its rows are the record');
    }
  });

  it('reads a range as it was written, to the microsecond', async () => {
    const start = Temporal.Instant.from('2026-12-30T10:00:00.123456Z');
    const period = { start, end: start.add({ minutes: 60 }) };
    const session = await insertSession(mentor, '2026-12-30T10:00', { period, occupied: period });
    const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id));
    expect(row?.period.start.equals(start)).toBe(true);
  });
});

const question = (values: Partial<typeof questions.$inferInsert> = {}) =>
  db.insert(questions).values({
    serviceId: mentor.serviceId,
    position: 0,
    text: 'Why now?',
    kind: 'short',
    ...values,
  });

describe('what a service asks', () => {
  it('has ten places, with one question each; those that are archived leave theirs', async () => {
    for (let position = 0; position < 10; position += 1) await question({ position });
    expect(await constraintThatRefuses(question())).toBe('questions_place_is_free');
    expect(await constraintThatRefuses(question({ position: 10 }))).toBe('questions_place_known');
    expect(await constraintThatRefuses(question({ position: -1 }))).toBe('questions_place_known');
    expect(await constraintThatRefuses(question({ archivedAt: monday }))).toBeNull();
    expect(await constraintThatRefuses(question({ serviceId: other.serviceId }))).toBeNull();
    const asked = and(eq(questions.serviceId, mentor.serviceId), isNull(questions.archivedAt));
    // One statement may put all of them elsewhere.
    await db
      .update(questions)
      .set({ position: sql`9 - ${questions.position}` })
      .where(asked);
    await db.update(questions).set({ archivedAt: monday }).where(asked);
  });

  it.each<[string, Partial<typeof questions.$inferInsert>]>([
    ['questions_kind_known', { kind: 'essay' as 'long' }],
    ['questions_text_is_short', { text: '' }],
    ['questions_text_is_short', { text: 'x'.repeat(201) }],
    ['questions_options_fit_kind', { kind: 'choice' }],
    ['questions_options_fit_kind', { kind: 'choice', options: ['Only one'] }],
    ['questions_options_fit_kind', { kind: 'choice', options: ['One', ''] }],
    ['questions_options_fit_kind', { kind: 'choice', options: Array(13).fill('Same') }],
    ['questions_options_fit_kind', { kind: 'short', options: ['One', 'Two'] }],
  ])('%s refuses %j', async (constraint, values) => {
    expect(await constraintThatRefuses(question({ position: 5, ...values }))).toBe(constraint);
  });
});

describe('the answers of a booking', () => {
  const good = { questionId: uuidv7(), question: 'Why now?', answer: 'Because' };
  const keep = async (session: Session, answers: unknown) =>
    constraintThatRefuses(
      insertBooking(session, { status: 'cancelled', ...cancelled, answers: answers as [] }),
    );
  const cancelled = {
    cancelledAt: monday,
    cancelledBy: 'mentee' as const,
    cancelReason: 'Ill',
  };

  it('are a list of whole ones', async () => {
    const session = await insertSession(mentor, '2026-12-20T10:00');
    expect(await keep(session, [])).toBeNull();
    expect(await keep(session, [good, good])).toBeNull();
    for (const wrong of [
      {},
      good,
      'Because',
      ['Because'],
      [good, { ...good, question: '' }],
      [{ ...good, answer: '' }],
      [{ ...good, answer: 7 }],
      [{ question: 'Why now?', answer: 'Because' }],
      [[good]],
      Array.from({ length: 11 }, () => good),
    ]) {
      expect(await keep(session, wrong)).toBe('bookings_answers_whole');
    }
  });
});
