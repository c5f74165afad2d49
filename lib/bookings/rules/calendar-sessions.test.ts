import { describe, expect, it } from 'vitest';
import { calendarSessions, type SeatOfCalendar } from './calendar-sessions';

const now = Date.parse('2026-11-23T12:00Z');

function seat(values: Partial<SeatOfCalendar>): SeatOfCalendar {
  return {
    bookingId: 'booking',
    sessionId: 'one',
    reference: 'BAO-7K3M9Q',
    status: 'confirmed',
    isProposal: false,
    startsAt: now + 3_600_000,
    endsAt: now + 7_200_000,
    isGiven: true,
    menteeName: 'Amina',
    subject: '',
    serviceTitle: 'Mock interview',
    format: 'video',
    capacity: 3,
    ...values,
  };
}

describe('sessions of a calendar', () => {
  it('hold all their seats and show the state that matters most', () => {
    const sessions = calendarSessions(
      [seat({ status: 'held' }), seat({}), seat({ sessionId: 'two', status: 'pending' })],
      { now },
    );
    expect(sessions).toMatchObject([
      { id: 'one', status: 'confirmed', startsAt: now + 3_600_000 },
      { id: 'two', status: 'pending' },
    ]);
    expect(sessions[0]?.seats).toHaveLength(2);
  });

  it.each([
    [{}, true],
    [{ status: 'held' }, true],
    [{ isGiven: false }, false],
    [{ startsAt: now }, false],
    [{ status: 'in_progress' }, false],
    [{ status: 'completed' }, false],
  ] as const)('can be moved by their mentor before they begin: %o %s', (values, isMovable) => {
    expect(calendarSessions([seat(values)], { now })).toMatchObject([{ isMovable }]);
  });

  const day = 24 * 3_600_000;
  it.each([
    [{}, true],
    [{ capacity: 1 }, false],
    [{ isGiven: false }, false],
    [{ endsAt: now - 7 * day }, true],
    [{ endsAt: now - 7 * day - 1 }, false],
  ] as const)('of a group can be written to until a week after: %o %s', (values, takesMessages) => {
    expect(calendarSessions([seat(values)], { now })).toMatchObject([{ takesMessages }]);
  });
});
