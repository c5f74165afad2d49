import { describe, expect, it } from 'vitest';
import { batchMessagesOf, type Deed, messagesOf } from './messages';

type Told = [mail: string | null, notification: string | null];

/** A deed, and what the mentee and the mentor are told of it. */
const table: [name: string, deed: Partial<Deed>, mentee: Told, mentor: Told][] = [
  ['a hold', { from: null, to: 'held', by: 'visitor' }, ['hold', null], [null, null]],
  [
    'a request',
    { from: null, to: 'pending', by: 'mentee' },
    ['booked_mentee', null],
    ['booked_mentor', 'requested'],
  ],
  [
    'a booking',
    { from: null, to: 'confirmed', by: 'mentee' },
    ['booked_mentee', 'confirmed'],
    ['booked_mentor', 'booked'],
  ],
  [
    'a hold that becomes a booking',
    { from: 'held', to: 'confirmed', by: 'visitor' },
    ['booked_mentee', 'confirmed'],
    ['booked_mentor', 'booked'],
  ],
  [
    'a hold that becomes a request',
    { from: 'held', to: 'pending', by: 'visitor' },
    ['booked_mentee', null],
    ['booked_mentor', 'requested'],
  ],
  [
    'a yes',
    { from: 'pending', to: 'confirmed', by: 'mentor' },
    ['booked_mentee', 'confirmed'],
    ['booked_mentor', 'confirmed'],
  ],
  [
    'a no',
    { from: 'pending', to: 'cancelled', by: 'mentor' },
    ['cancelled_mentee', 'declined'],
    ['cancelled_mentor', 'declined'],
  ],
  [
    'a request taken back',
    { from: 'pending', to: 'cancelled', by: 'mentee' },
    ['cancelled_mentee', 'cancelled'],
    ['cancelled_mentor', 'cancelled'],
  ],
  [
    'a cancellation',
    { from: 'confirmed', to: 'cancelled', by: 'mentor' },
    ['cancelled_mentee', 'cancelled'],
    ['cancelled_mentor', 'cancelled'],
  ],
  [
    'a hold that the mentor declines',
    { from: 'held', to: 'cancelled', by: 'mentor' },
    ['cancelled_mentee', 'cancelled'],
    [null, null],
  ],
  ['a hold let go', { from: 'held', to: 'cancelled', by: 'visitor' }, [null, null], [null, null]],
  ['a hold refused', { from: 'held', to: 'cancelled', by: 'system' }, [null, null], [null, null]],
  ['a lapsed hold', { from: 'held', to: 'expired', by: 'system' }, [null, null], [null, null]],
  [
    'an unanswered request',
    { from: 'pending', to: 'expired', by: 'system' },
    ['cancelled_mentee', 'expired'],
    ['cancelled_mentor', 'expired'],
  ],
  [
    'a move',
    { from: 'confirmed', to: 'confirmed', by: 'mentee', isMove: true },
    ['moved_mentee', 'moved'],
    ['moved_mentor', 'moved'],
  ],
  [
    'a move that asks again',
    { from: 'confirmed', to: 'pending', by: 'mentee', isMove: true },
    ['moved_mentee', 'move_requested'],
    ['booked_mentor', 'move_requested'],
  ],
  [
    'a move of a request',
    { from: 'pending', to: 'pending', by: 'mentee', isMove: true },
    ['moved_mentee', 'moved'],
    ['moved_mentor', 'moved'],
  ],
  [
    'a moved hold',
    { from: 'held', to: 'held', by: 'mentor', isMove: true },
    [null, null],
    [null, null],
  ],
  [
    'a start by the mentor',
    { from: 'confirmed', to: 'in_progress', by: 'mentor' },
    [null, 'started'],
    [null, 'started'],
  ],
  [
    'a start because both are there',
    { from: 'confirmed', to: 'in_progress', by: 'system' },
    [null, null],
    [null, null],
  ],
  [
    'an end',
    { from: 'in_progress', to: 'completed', by: 'mentor' },
    [null, 'completed'],
    [null, 'completed'],
  ],
  [
    'a no-show',
    { from: 'confirmed', to: 'no_show', by: 'mentee' },
    [null, 'no_show'],
    [null, 'no_show'],
  ],
];

describe('messagesOf', () => {
  it.each(table)('tells of %s', (_name, deed, mentee, mentor) => {
    const told = messagesOf({ from: null, to: 'held', by: 'system', isMove: false, ...deed });
    expect([told.mentee.mail, told.mentee.notification]).toEqual(mentee);
    expect([told.mentor.mail, told.mentor.notification]).toEqual(mentor);
  });
});

const batchTable: [name: string, deed: Partial<Deed>, mentee: Told | null, mentor: Told | null][] =
  [
    [
      'booked',
      { to: 'confirmed', by: 'mentee' },
      ['batch_booked_mentee', 'batch_booked'],
      ['batch_booked_mentor', 'batch_booked'],
    ],
    [
      'asked for',
      { to: 'pending', by: 'mentee' },
      ['batch_booked_mentee', null],
      ['batch_booked_mentor', 'batch_requested'],
    ],
    [
      'accepted',
      { from: 'pending', to: 'confirmed', by: 'mentor' },
      ['batch_booked_mentee', 'batch_booked'],
      ['batch_booked_mentor', 'batch_booked'],
    ],
    ...(['pending', 'confirmed'] as const).map((from): [string, Partial<Deed>, Told, Told] => [
      `${from} and cancelled`,
      { from, to: 'cancelled', by: 'mentor' },
      ['batch_cancelled_mentee', 'batch_cancelled'],
      ['batch_cancelled_mentor', 'batch_cancelled'],
    ]),
    [
      'never answered',
      { from: 'pending', to: 'expired', by: 'system' },
      ['batch_cancelled_mentee', 'batch_cancelled'],
      ['batch_cancelled_mentor', 'batch_cancelled'],
    ],
    ['moved', { from: 'confirmed', to: 'confirmed', by: 'mentor', isMove: true }, null, null],
    ['started', { from: 'confirmed', to: 'in_progress', by: 'mentor' }, null, null],
    ['completed', { from: 'in_progress', to: 'completed', by: 'system' }, null, null],
  ];

describe('batchMessagesOf', () => {
  it.each(batchTable)('tells of several that were %s', (_name, deed, mentee, mentor) => {
    const told = batchMessagesOf({ from: null, to: 'held', by: 'system', isMove: false, ...deed });
    expect(told && [told.mentee.mail, told.mentee.notification]).toEqual(mentee);
    expect(told && [told.mentor.mail, told.mentor.notification]).toEqual(mentor);
  });
});
