import type { MutantGroup } from '../mutant';

const races = 'lib/orders/service/races.test.ts';
const changeRaces = 'lib/bookings/service/change-races.test.ts';
const move = 'lib/bookings/service/move-booking.test.ts';
const act = 'lib/bookings/service/act-on-booking.test.ts';
const confirmHold = 'lib/orders/service/confirm-hold.test.ts';
const refusals = 'lib/orders/service/order-refusals.test.ts';
const several = 'lib/orders/service/order-several.test.ts';
const statements = 'lib/orders/service/order-statements.test.ts';
const cancelling = 'lib/bookings/service/cancel-bookings.test.ts';
const lockOrder = 'lib/bookings/service/lock-order.test.ts';
const interleavings = 'lib/bookings/service/interleavings.test.ts';

export const guards: MutantGroup = {
  title: 'Guards and races',
  mutants: [
    {
      name: 'a mentee who mentors somebody at that hour confirms a hold',
      file: 'lib/orders/service/take-up-hold.ts',
      before:
        "if (await hasOverlap(tx, { personId: mentee.id, period, now })) return refused('overlaps_yours');",
      after: '',
      tests: [confirmHold],
    },
    {
      name: 'a mentor confirms a hold of their own time',
      file: 'lib/orders/service/take-up-hold.ts',
      before: "if (mentee.id === mentorId) return refused('own_slot');",
      after: '',
      tests: [confirmHold],
    },
    {
      name: 'a hold is confirmed without the credits',
      file: 'lib/orders/service/take-up-hold.ts',
      before: 'if (credits > 0 && (await getSpendable(tx, payer)).credits < credits) {',
      after: 'if (false) {',
      tests: [confirmHold],
    },
    {
      name: 'a mentee who mentors somebody at that hour moves a booking there',
      file: 'lib/bookings/service/move-booking.ts',
      before: "if (await hasOverlap(tx, overlap)) return refused('overlaps_yours', { offer });",
      after: '',
      tests: [move],
    },
    {
      name: 'a mentor moves a session onto something that one of its mentees has',
      file: 'lib/bookings/service/move-booking.ts',
      before: "if (await hasOverlap(tx, overlap)) return refused('mentee_busy', await offerOf());",
      after: '',
      tests: [move],
    },
    {
      name: 'a session with somebody in progress is moved by way of another seat',
      file: 'lib/bookings/service/move-booking.ts',
      before: "if (!session || seats.some((seat) => seat.status === 'in_progress'))",
      after: 'if (!session)',
      tests: [move],
    },
    {
      name: 'a session with somebody in progress is called off by way of another seat',
      file: 'lib/bookings/service/cancel-bookings.ts',
      before:
        "if (seats.some(({ status }) => status === 'in_progress')) return refused('not_allowed');",
      after: '',
      tests: [cancelling],
    },
    {
      name: 'a mentee calls a whole session off',
      file: 'lib/bookings/service/cancel-bookings.ts',
      before:
        "if (actor.role !== 'mentor' && actor.role !== 'admin') return refused('not_allowed');",
      after: '',
      tests: [cancelling],
    },
    {
      name: 'a blocked mentee moves a booking',
      file: 'lib/bookings/service/move-booking.ts',
      before: "if (mentee.blockedAt !== null) return refused('blocked');",
      after: '',
      tests: [move],
    },
    {
      name: 'a booking is moved to a mentor who takes no bookings',
      file: 'lib/bookings/service/move-booking.ts',
      before:
        "if (!takesBookings(offer, now.epochMilliseconds)) return refused('not_taking_bookings');",
      after: '',
      tests: [move],
    },
    {
      name: 'a mentee moves a booking inside the notice',
      file: 'lib/bookings/service/move-booking.ts',
      before:
        "if (now.epochMilliseconds >= movableUntil(facts, booking)) return refused('too_late');",
      after: '',
      tests: [move],
    },
    {
      name: 'somebody who was confirmed meanwhile is acted on without their lock',
      file: 'lib/bookings/service/act-on-booking.ts',
      before: 'if (booking.menteeId !== one.menteeId) throw new StartAgain();',
      after: '',
      tests: [interleavings],
    },
    {
      name: 'a booking that went over to another session meanwhile is acted on',
      file: 'lib/bookings/service/act-on-booking.ts',
      before: 'if (!sessionIds.includes(booking.sessionId)) throw new StartAgain();',
      after: '',
      tests: [interleavings],
    },
    {
      name: 'those who joined the session meanwhile are not locked',
      file: 'lib/bookings/service/act-on-booking.ts',
      before: 'if (seats.some(({ menteeId }) => menteeId !== null && !people.has(menteeId))) {',
      after: 'if (false) {',
      tests: [interleavings],
    },
    {
      name: 'a link of a mail from before a move still acts',
      file: 'lib/bookings/service/act-on-booking.ts',
      before:
        "if (sequence !== undefined && first.sequence !== sequence) return refused('superseded');",
      after: '',
      tests: ['lib/bookings/service/manage-link.test.ts', act],
    },
    {
      name: 'an admin of another organization acts on a booking',
      file: 'lib/bookings/service/act-on-booking.ts',
      before: "return (await getPermitting(tx, asked)) ? 'admin' : null;",
      after: "return 'admin';",
      tests: [act],
    },
    {
      name: 'the mentee is not locked in a sweep',
      file: 'lib/bookings/service/sweep.ts',
      before:
        'const personIds = menteeId === null ? [mentorId] : [mentorId, menteeId];\n    return',
      after: 'const personIds = [mentorId];\n    return',
      tests: [lockOrder],
    },
    {
      name: 'the mentee is not locked where a session is closed by itself',
      file: 'lib/bookings/service/sweep.ts',
      before:
        'const personIds = menteeId === null ? [mentorId] : [mentorId, menteeId];\n      await',
      after: 'const personIds = [mentorId];\n      await',
      tests: [lockOrder],
    },
    {
      name: 'a booking that was closed meanwhile is closed again by itself',
      file: 'lib/bookings/service/sweep.ts',
      before: 'if (refusalOfTransition(factsOf(booking), attempt) !== null) return 0;',
      after: '',
      tests: ['lib/bookings/service/sweep.test.ts', interleavings],
    },
    {
      name: 'the sessions of what has lapsed are not locked',
      file: 'lib/bookings/service/locks.ts',
      before: 'await lockSessions(tx, { ids });',
      after: '',
      tests: [races, interleavings],
    },
    {
      name: 'what was read beside what had lapsed is not read again',
      file: 'lib/bookings/service/locks.ts',
      before: 'read: lapsed.length === 0 ? first : await read()',
      after: 'read: first',
      tests: [lockOrder],
    },
    {
      name: 'people are locked in any order',
      file: 'db/queries/people.ts',
      before: '    .orderBy(asc(users.id))\n',
      after: '    .orderBy(sql`random()`)\n',
      tests: [lockOrder],
    },
    {
      name: 'nobody is locked',
      file: 'db/queries/people.ts',
      before: "    .for('no key update'),",
      after: '    ,',
      tests: [races],
    },
    {
      name: 'visitors under one address are not serialized',
      file: 'lib/orders/service/order-slots.ts',
      before: 'await lockAddress(tx, { email });',
      after: '',
      tests: [lockOrder],
    },
    {
      name: 'two who correct addresses into each other wait for ever',
      file: 'lib/orders/service/mail-hold.ts',
      before: '[...new Set([sentTo, email])].sort()',
      after: '[...new Set([sentTo, email])]',
      tests: [lockOrder],
    },
    {
      name: 'all or nothing keeps what was placed before a refusal',
      file: 'lib/orders/service/order-slots.ts',
      before: "if (policy === 'fits' || slotCount === 1) {",
      after: 'if (true) {',
      tests: [several],
    },
    {
      name: 'a form that is sent again books again',
      file: 'lib/orders/service/order-slots.ts',
      before:
        'const earlier = request && (await findEarlierOrder(tx, request));\n  if (earlier) return ok(earlier);\n\n  if (mentee',
      after: '\n  if (mentee',
      tests: [races, several],
    },
    {
      name: 'a blocked user books',
      file: 'lib/orders/service/order-slots.ts',
      before: "if (mentee.blockedAt !== null) return refused('blocked');",
      after: '',
      tests: [refusals],
    },
    {
      name: 'a higher price than was read is charged',
      file: 'lib/orders/service/place-seats.ts',
      before: "return offer.priceCredits > priceCredits ? refused('price_changed') : ok(offer);",
      after: 'return ok(offer);',
      tests: [refusals, several, 'lib/bookings/service/credits-property.test.ts'],
    },
    {
      name: 'the second slot of an order does not see the first',
      file: 'lib/orders/service/place-seats.ts',
      before: 'after = withSeat(after, judged.value, judging);',
      after: '',
      tests: [several],
    },
    {
      name: 'an order spends the same credits for each of its slots',
      file: 'lib/orders/service/place-seats.ts',
      before: 'credits: credits - offer.priceCredits,',
      after: 'credits,',
      tests: [several],
    },
    {
      name: 'an order of several does not count its own bookings as open',
      file: 'lib/orders/service/place-seats.ts',
      before: 'openings: openings - 1,',
      after: 'openings,',
      tests: ['lib/orders/service/most-open-bookings.test.ts'],
    },
    {
      name: 'a link that confirms a hold works twice',
      file: 'lib/orders/service/confirm-hold.ts',
      before: "if (link.usedAt !== null) return refused('used');",
      after: '',
      tests: [confirmHold],
    },
    {
      name: 'a link mailed to an address that was corrected since confirms the hold',
      file: 'lib/orders/service/confirm-hold.ts',
      before: "if (!link || link.purpose !== 'hold' || hold?.guestEmail !== link.email)",
      after: "if (!link || link.purpose !== 'hold' || !hold)",
      tests: [confirmHold, 'lib/orders/service/mail-hold.test.ts'],
    },
    {
      name: 'a hold goes over to another address while its link is tapped',
      file: 'lib/orders/service/confirm-hold.ts',
      before: 'booking?.guestEmail !== email) throw new StartAgain();',
      after: '!booking) throw new StartAgain();',
      tests: [interleavings],
    },
    {
      name: 'two taps at once both sign in',
      file: 'lib/orders/service/confirm-hold.ts',
      before:
        "if (!(await spendEmailToken(tx, { tokenHash, purpose: 'hold', now }))) throw new StartAgain();",
      after: "await spendEmailToken(tx, { tokenHash, purpose: 'hold', now });",
      tests: [races],
    },
    {
      name: 'a hold that lapsed and was booked anew is booked anew again by another mail',
      file: 'lib/orders/service/confirm-hold.ts',
      before: 'if (same) return asBefore(same);',
      after: '',
      tests: [confirmHold],
    },
    {
      name: 'a transaction is not started again',
      file: 'db/transaction.ts',
      before: 'const mostTries = 3;',
      after: 'const mostTries = 1;',
      tests: [races, changeRaces, interleavings],
    },
    {
      name: 'a calendar is kept without the mentor’s lock',
      file: 'lib/external-calendars/service/refresh-calendars.ts',
      before: 'if (!isSame) await lockPeopleAndSweep(tx, { personIds: [mentorId], now });',
      after: '',
      tests: ['lib/external-calendars/service/refresh-calendars.test.ts'],
    },
    {
      name: 'a calendar that a later run has read is overwritten by an earlier one',
      file: 'lib/external-calendars/service/refresh-calendars.ts',
      before: 'if (!isOurs) return;',
      after: '',
      tests: ['lib/external-calendars/service/refresh-calendars.test.ts'],
    },
    {
      name: 'locks are sent after what is read',
      file: 'lib/bookings/service/locks.ts',
      before: `    lockPeople(tx, { ids: personIds }),
    listLapsed(tx, { personIds, now }),
    read(),
  ]);
  await expireLapsed(tx, lapsed, { personIds, sessionIds: [], now });`,
      after: `    read().then(async (done) => ({ locked: await lockPeople(tx, { ids: personIds }), done })),
    listLapsed(tx, { personIds, now }),
    Promise.resolve(),
  ]).then(([both, seen]) => [both.locked, seen, both.done] as const);
  await expireLapsed(tx, lapsed, { personIds, sessionIds: [], now });`,
      tests: [statements, races],
    },
  ],
};
