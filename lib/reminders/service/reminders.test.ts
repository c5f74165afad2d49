import { and, eq, inArray, or } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { notifications } from '@/db/schema/notifications';
import { deliveries, mailboxMessages } from '@/db/schema/outbox';
import { reminderPreferences, reminders } from '@/db/schema/reminders';
import { users } from '@/db/schema/users';
import { confirmBooking } from '@/lib/bookings/service/answer-request';
import { cancelBookings } from '@/lib/bookings/service/cancel-bookings';
import { confirmHold } from '@/lib/orders/service/confirm-hold';
import { moveBooking } from '@/lib/bookings/service/move-booking';
import { completeBooking, markNoShow } from '@/lib/bookings/service/run-session';
import { book, mintHoldLink, readBooking, user, visitor, makeBooked } from '@/testing/bookings';
import { dispatchOnly } from '@/testing/deliveries';
import { at, makeMentor, type MentorSettings, makeUser, monday } from '@/testing/people';
import { usualPreferences } from '../schema';
import { sendDueReminders } from './send-due-reminders';

const start = at('2026-11-26T10:00');
const later = at('2026-11-27T15:00');
const dayBefore = at('2026-11-25T10:00');
const hourBefore = at('2026-11-26T09:00');

beforeEach(async () => {
  // Each test sends what is due, so what others left must not be.
  await db.delete(reminders);
});

const booked = (settings: MentorSettings = {}) =>
  makeBooked({
    user: { name: 'Kwame' },
    ...settings,
    mentee: { name: 'Amina' },
    startsAt: start,
  });

/** What a person was sent: reminders by mail and in the app. */
async function sentTo(userId: string): Promise<string[]> {
  const mails = await db
    .select({ kind: deliveries.kind })
    .from(deliveries)
    .where(eq(deliveries.recipientId, userId));
  const inApp = await db
    .select({ kind: notifications.kind })
    .from(notifications)
    .where(
      and(eq(notifications.userId, userId), inArray(notifications.kind, ['reminder', 'follow_up'])),
    );
  return [...mails, ...inApp]
    .map(({ kind }) => kind)
    .filter((kind) => /^(reminder|post_session|follow_up)/.test(kind))
    .toSorted();
}

/** What becomes of a person's reminders by mail: `0 24h planned`. */
async function planOf(userId: string): Promise<string[]> {
  const rows = await db.select().from(reminders).where(eq(reminders.recipientId, userId));
  return rows
    .map(({ kind, version, status, emailReason }) => `${version} ${kind} ${emailReason ?? status}`)
    .toSorted();
}

const allOf = (version: number, outcome: string) =>
  ['1h', '24h', '30m'].map((kind) => `${version} ${kind} ${outcome}`);

describe('planning', () => {
  it('is done for both sides with the booking', async () => {
    const { mentorId, menteeId } = await booked();
    expect(await planOf(menteeId)).toEqual(allOf(0, 'planned'));
    expect(await planOf(mentorId)).toEqual(allOf(0, 'planned'));
    expect(await db.$count(reminders, eq(reminders.recipientId, menteeId))).toBe(3);
  });

  it('leaves out what is due already', async () => {
    const { mentorId, variantId } = await makeMentor();
    const { id: menteeId } = await makeUser();
    const now = at('2026-11-26T09:15');
    await book({ booker: user(menteeId), mentorId, variantId, startsAt: start, now });
    expect(await planOf(menteeId)).toEqual(['0 30m planned']);
  });

  it('waits for the mentor’s yes, and for a new one after a move', async () => {
    const { mentorId, menteeId, bookingId } = await booked({ mentor: { confirmation: 'manual' } });
    expect(await planOf(menteeId)).toEqual([]);
    await confirmBooking({ userId: mentorId, bookingId, now: monday });
    expect(await planOf(menteeId)).toEqual(allOf(0, 'planned'));
    await moveBooking({ userId: menteeId, bookingId, startsAt: later, now: monday });
    expect(await planOf(menteeId)).toEqual(allOf(0, 'moved'));
    expect(await planOf(mentorId)).toEqual(allOf(0, 'moved'));
    await confirmBooking({ userId: mentorId, bookingId, now: monday });
    const both = [...allOf(0, 'moved'), ...allOf(1, 'planned')];
    expect(await planOf(menteeId)).toEqual(both);
    expect(await planOf(mentorId)).toEqual(both);
  });

  it('is done when a visitor proves their address', async () => {
    const { mentorId, variantId } = await makeMentor();
    const email = 'hold@remind.test';
    const { bookingId } = await book({
      booker: visitor(email),
      mentorId,
      variantId,
      startsAt: start,
    });
    expect(await planOf(mentorId)).toEqual([]);
    const token = await mintHoldLink(bookingId, { email, now: monday });
    await confirmHold({ token, now: monday });
    const { menteeId } = await readBooking(bookingId);
    expect(await planOf(menteeId ?? '')).toEqual(allOf(0, 'planned'));
    expect(await planOf(mentorId)).toEqual(allOf(0, 'planned'));
  });
});

describe('nothing stale is left', () => {
  it('by a move', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    await moveBooking({ userId: mentorId, bookingId, startsAt: later, now: monday });
    await sendDueReminders({ now: hourBefore });
    expect([await sentTo(menteeId), await sentTo(mentorId)]).toEqual([[], []]);
    await sendDueReminders({ now: at('2026-11-26T15:00') });
    expect(await sentTo(menteeId)).toEqual(['reminder', 'reminder_24h_mentee']);
    expect(await sentTo(mentorId)).toEqual(['reminder', 'reminder_24h_mentor']);
  });

  it('by a cancellation, nor by booking the same time again', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked();
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: monday });
    expect(await planOf(menteeId)).toEqual(allOf(0, 'cancelled'));
    expect(await planOf(mentorId)).toEqual(allOf(0, 'cancelled'));
    await book({ booker: user(menteeId), mentorId, variantId, startsAt: start });
    await sendDueReminders({ now: dayBefore });
    expect(await sentTo(menteeId)).toEqual(['reminder', 'reminder_24h_mentee']);
    expect(await sentTo(mentorId)).toEqual(['reminder', 'reminder_24h_mentor']);
  });

  it('by a move and back', async () => {
    const { menteeId, mentorId, bookingId } = await booked();
    await moveBooking({ userId: mentorId, bookingId, startsAt: later, now: monday });
    await moveBooking({ userId: mentorId, bookingId, startsAt: start, now: monday });
    expect(await planOf(menteeId)).toEqual([
      ...allOf(0, 'moved'),
      ...allOf(1, 'moved'),
      ...allOf(2, 'planned'),
    ]);
    await sendDueReminders({ now: dayBefore });
    expect(await sentTo(menteeId)).toEqual(['reminder', 'reminder_24h_mentee']);
  });

  it('even where the row says otherwise: the booking has the last word', async () => {
    const { menteeId, bookingId } = await booked();
    await cancelBookings({ userId: menteeId, bookingId, reason: 'Ill', now: monday });
    await db
      .update(reminders)
      .set({ status: 'planned', emailReason: null, inAppReason: null, decidedAt: null });
    await sendDueReminders({ now: dayBefore });
    expect(await sentTo(menteeId)).toEqual([]);
    expect((await planOf(menteeId)).at(1)).toBe('0 24h cancelled');
  });
});

describe('a group session', () => {
  it('reminds each mentee, and its mentor once, as long as somebody comes', async () => {
    const first = await booked({ service: { capacity: 3 } });
    const { mentorId, variantId } = first;
    const second = await makeUser();
    await book({ booker: user(second.id), mentorId, variantId, startsAt: start });
    expect(await planOf(mentorId)).toEqual(allOf(0, 'planned'));
    await sendDueReminders({ now: dayBefore });
    expect(await sentTo(first.menteeId)).toHaveLength(2);
    expect(await sentTo(second.id)).toHaveLength(2);
    expect(await sentTo(mentorId)).toEqual(['reminder', 'reminder_24h_mentor']);
    const { menteeId: userId, bookingId } = first;
    await cancelBookings({ userId, bookingId, reason: 'Ill', now: dayBefore });
    await sendDueReminders({ now: hourBefore });
    expect(await sentTo(first.menteeId)).toHaveLength(2);
    expect(await sentTo(mentorId)).toHaveLength(4);
  });

  it('follows a mentee who leaves for another session', async () => {
    const { mentorId, variantId, menteeId, bookingId } = await booked({ service: { capacity: 3 } });
    const second = await makeUser();
    await book({ booker: user(second.id), mentorId, variantId, startsAt: start });
    await moveBooking({ userId: menteeId, bookingId, startsAt: later, now: monday });
    await sendDueReminders({ now: hourBefore });
    expect(await sentTo(menteeId)).toEqual([]);
    expect(await sentTo(second.id)).not.toEqual([]);
    await sendDueReminders({ now: at('2026-11-27T14:00') });
    expect(await sentTo(menteeId)).toEqual(['reminder', 'reminder_1h_mentee']);
    // One hour before each of the two.
    expect((await sentTo(mentorId)).filter((kind) => kind === 'reminder_1h_mentor')).toHaveLength(
      2,
    );
  });
});

it('a mentor’s for a session end with the last who leaves it for another', async () => {
  const { mentorId, variantId, menteeId, bookingId } = await booked({ service: { capacity: 3 } });
  const second = await makeUser();
  await book({ booker: user(second.id), mentorId, variantId, startsAt: later });
  await moveBooking({ userId: menteeId, bookingId, startsAt: later, now: monday });
  expect(await planOf(mentorId)).toEqual(
    [...allOf(0, 'cancelled'), ...allOf(0, 'planned')].toSorted(),
  );
});

describe('sending', () => {
  it('sends each exactly once, however many runs there are', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => booked()));
    const runs = await Promise.all(
      Array.from({ length: 4 }, () => sendDueReminders({ now: dayBefore, limit: 500 })),
    );
    expect(runs.reduce((sum, { counts }) => sum + counts.sent, 0)).toBe(24);
    for (const { menteeId, mentorId } of people) {
      expect(await sentTo(menteeId)).toEqual(['reminder', 'reminder_24h_mentee']);
      expect(await sentTo(mentorId)).toEqual(['reminder', 'reminder_24h_mentor']);
    }
    const again = await sendDueReminders({ now: dayBefore });
    expect(again).toEqual({ counts: { sent: 0, skipped: 0 }, hasMore: false });
  });

  it('stops at its limit and says that more is waiting', async () => {
    await booked();
    await booked();
    expect(await sendDueReminders({ now: dayBefore, limit: 3 })).toEqual({
      counts: { sent: 3, skipped: 0 },
      hasMore: true,
    });
    expect(await sendDueReminders({ now: dayBefore, limit: 3 })).toMatchObject({
      counts: { sent: 1 },
      hasMore: false,
    });
  });

  it('takes first what loses its sense soonest, however long others are due', async () => {
    const soon = await booked();
    const tomorrow = await Promise.all(
      Array.from({ length: 4 }, () =>
        makeBooked({ mentee: { name: 'Amina' }, startsAt: start.add({ hours: 23 }) }),
      ),
    );
    const now = at('2026-11-26T09:30');
    await db.delete(reminders).where(inArray(reminders.kind, ['1h', 'post_session']));
    await db
      .delete(reminders)
      .where(
        and(
          eq(reminders.kind, '24h'),
          inArray(reminders.recipientId, [soon.menteeId, soon.mentorId]),
        ),
      );
    expect(await sendDueReminders({ now, limit: 2 })).toMatchObject({ counts: { sent: 2 } });
    expect(await sentTo(soon.menteeId)).toEqual(['reminder', 'reminder_30m_mentee']);
    expect(await sentTo(soon.mentorId)).toEqual(['reminder', 'reminder_30m_mentor']);
    for (const { menteeId } of tomorrow) expect(await sentTo(menteeId)).toEqual([]);
  });

  it('never sends late: what comes after the start is skipped, and what the next overtakes', async () => {
    const { menteeId } = await booked();
    await sendDueReminders({ now: at('2026-11-26T09:40') });
    expect(await sentTo(menteeId)).toEqual(['reminder', 'reminder_30m_mentee']);
    const other = await booked();
    await sendDueReminders({ now: start });
    expect(await planOf(menteeId)).toEqual(['0 1h superseded', '0 24h superseded', '0 30m sent']);
    expect(await planOf(other.menteeId)).toEqual(allOf(0, 'too_late'));
    expect(await sentTo(other.menteeId)).toEqual([]);
  });

  it('leaves people in peace in their quiet hours, but for the last half hour', async () => {
    const { menteeId } = await booked();
    await db.update(users).set({ timeZone: 'Europe/Paris' }).where(eq(users.id, menteeId));
    await db.insert(reminderPreferences).values({
      userId: menteeId,
      emailKinds: [...usualPreferences.emailKinds],
      inAppKinds: [...usualPreferences.inAppKinds],
      quietFromMinute: 10 * 60,
      quietUntilMinute: 12 * 60,
      updatedAt: monday,
    });
    for (const now of [dayBefore, hourBefore, at('2026-11-26T09:30')]) {
      await sendDueReminders({ now });
    }
    expect(await planOf(menteeId)).toEqual(['0 1h quiet_hours', '0 24h quiet_hours', '0 30m sent']);
    expect((await sentTo(menteeId)).filter((kind) => kind === 'reminder')).toHaveLength(3);
  });

  it('sends only what its reader wants', async () => {
    const { menteeId } = await booked();
    await db.insert(reminderPreferences).values({
      userId: menteeId,
      emailKinds: ['1h'],
      inAppKinds: [],
      updatedAt: monday,
    });
    await sendDueReminders({ now: dayBefore });
    expect(await sentTo(menteeId)).toEqual([]);
    await sendDueReminders({ now: hourBefore });
    expect(await sentTo(menteeId)).toEqual(['reminder_1h_mentee']);
  });

  it('keeps of each channel what became of it, and nothing that cannot be', async () => {
    const { menteeId } = await booked();
    await db.insert(reminderPreferences).values({
      userId: menteeId,
      emailKinds: ['24h', '30m'],
      inAppKinds: ['1h'],
      updatedAt: monday,
    });
    for (const now of [dayBefore, hourBefore, at('2026-11-26T10:00')]) {
      await sendDueReminders({ now });
    }
    const mine = eq(reminders.recipientId, menteeId);
    const rows = await db.select().from(reminders).where(mine).orderBy(reminders.dueAt);
    expect(
      rows.map(({ kind, status, emailReason, inAppReason }) => [
        kind,
        status,
        emailReason,
        inAppReason,
      ]),
    ).toEqual([
      ['24h', 'sent', null, 'turned_off'],
      ['1h', 'sent', 'turned_off', null],
      ['30m', 'skipped', 'too_late', 'too_late'],
    ]);
    for (const impossible of [
      { status: 'planned' as const },
      { status: 'sent' as const, emailReason: 'blocked' as const, inAppReason: 'blocked' as const },
      { status: 'skipped' as const, emailReason: null },
      { decidedAt: null },
    ]) {
      const change = db.update(reminders).set(impossible).where(mine);
      await expect(change).rejects.toMatchObject({
        constraint: 'reminders_outcome_is_whole',
      });
    }
  });
});

describe('after the session', () => {
  it('thanks the mentee once it is completed', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const closedAt = at('2026-11-26T11:05');
    await completeBooking({ userId: mentorId, bookingId, now: closedAt });
    await sendDueReminders({ now: at('2026-11-26T11:34') });
    expect(await sentTo(menteeId)).toEqual([]);
    await sendDueReminders({ now: at('2026-11-26T11:35') });
    expect(await sentTo(menteeId)).toEqual(['follow_up', 'post_session_mentee']);
    expect((await sentTo(mentorId)).filter((kind) => kind.startsWith('post'))).toEqual([]);
  });

  it('does not thank anybody for a session that was none', async () => {
    const { mentorId, menteeId, bookingId } = await booked();
    const now = at('2026-11-26T10:15');
    await markNoShow({ userId: mentorId, bookingId, accused: 'other', now });
    await sendDueReminders({ now: at('2026-11-27T10:00') });
    expect(await sentTo(menteeId)).toEqual([]);
  });
});

async function mailsTo(userId: string, now: Temporal.Instant) {
  const due = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.recipientId, userId),
        or(eq(deliveries.kind, 'reminder_1h_mentee'), eq(deliveries.kind, 'reminder_1h_mentor')),
      ),
    );
  const ids = due.map(({ id }) => id);
  await dispatchOnly(ids, { now });
  const kept = await db.select().from(mailboxMessages).where(inArray(mailboxMessages.key, ids));
  return { ids, kept };
}

describe('the mail', () => {
  it('tells each side its own time, in its own language', async () => {
    const { mentorId, menteeId } = await booked({
      user: { name: 'Kwame', locale: 'en' },
      mentor: { timeZone: 'Africa/Nairobi' },
      windows: [{ startTime: '00:00', endTime: '24:00' }],
    });
    await db
      .update(users)
      .set({ timeZone: 'Europe/Paris', locale: 'fr' })
      .where(eq(users.id, menteeId));
    await sendDueReminders({ now: hourBefore });
    const [mentees, mentors] = [
      await mailsTo(menteeId, hourBefore),
      await mailsTo(mentorId, hourBefore),
    ];
    expect(mentees.kept).toHaveLength(1);
    expect(mentees.kept[0]?.subject).toBe(
      'Rappel\u00a0: Mock interview, jeudi 26 novembre, 11:00 (UTC+1)',
    );
    expect(mentors.kept[0]?.subject).toBe(
      'Reminder: Mock interview on Thursday 26 November, 13:00 (GMT+3)',
    );
  });

  it('is not sent when the session was moved or called off meanwhile', async () => {
    const moved = await booked();
    const off = await booked();
    await sendDueReminders({ now: hourBefore });
    await moveBooking({
      userId: moved.mentorId,
      bookingId: moved.bookingId,
      startsAt: later,
      now: hourBefore,
    });
    await cancelBookings({
      userId: off.mentorId,
      bookingId: off.bookingId,
      reason: 'Ill',
      now: hourBefore,
    });
    for (const { menteeId } of [moved, off]) {
      const { ids, kept } = await mailsTo(menteeId, hourBefore);
      expect([ids.length, kept.length]).toEqual([1, 0]);
    }
  });
});
