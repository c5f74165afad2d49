import { describe, expect, it } from 'vitest';
import { type Happened, messagesOf, messagesTogether } from './messages';

type Said = [mail: string | null, notification: string | null];

/** What happened, and what is said of it to the mentee and the mentor. */
const table: [name: string, event: Partial<Happened>, mentee: Said, mentor: Said][] = [
  [
    'a message to everybody',
    { from: 'confirmed', to: 'confirmed', by: 'mentor', isMessage: true },
    ['message_mentee', 'message'],
    [null, null],
  ],
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
    'an admin’s no',
    { from: 'pending', to: 'cancelled', by: 'admin' },
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
    'a proposal',
    { from: null, to: 'held', by: 'mentor', isProposal: true },
    ['proposal', null],
    [null, null],
  ],
  [
    'a proposal whose session moves with others',
    { from: 'held', to: 'held', by: 'mentor', isMove: true, isProposal: true },
    ['proposal', null],
    [null, null],
  ],
  [
    'a proposal that is accepted',
    { from: 'held', to: 'confirmed', by: 'visitor', isProposal: true },
    ['booked_mentee', 'confirmed'],
    ['booked_mentor', 'booked'],
  ],
  [
    'a proposal that is declined',
    { from: 'held', to: 'cancelled', by: 'visitor', isProposal: true },
    [null, null],
    ['cancelled_mentor', 'declined'],
  ],
  [
    'a proposal that nobody answers',
    { from: 'held', to: 'expired', by: 'system', isProposal: true },
    [null, null],
    ['cancelled_mentor', 'declined'],
  ],
  [
    'a proposal taken back',
    { from: 'held', to: 'cancelled', by: 'mentor', isProposal: true },
    ['cancelled_mentee', null],
    [null, null],
  ],
  [
    'the end of what was a proposal',
    { from: 'confirmed', to: 'cancelled', by: 'mentor', isProposal: true },
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
  it.each(table)('says of %s', (_name, event, mentee, mentor) => {
    const said = messagesOf({
      from: null,
      to: 'held',
      by: 'system',
      isMove: false,
      isProposal: false,
      ...event,
    });
    expect([said.mentee.mail, said.mentee.notification]).toEqual(mentee);
    expect([said.mentor.mail, said.mentor.notification]).toEqual(mentor);
  });
});

/** What happened to several, each from a state of its own. */
const togetherTable: [
  name: string,
  from: Happened['from'][],
  event: Partial<Happened>,
  mentee: Said | null,
  mentor: Said | null,
][] = [
  [
    'booked',
    [null, null],
    { to: 'confirmed', by: 'mentee' },
    ['booked_mentee', 'confirmed'],
    ['booked_mentor', 'booked'],
  ],
  [
    'asked for',
    [null, null],
    { to: 'pending', by: 'mentee' },
    ['booked_mentee', null],
    ['booked_mentor', 'requested'],
  ],
  [
    'accepted',
    ['pending', 'pending'],
    { to: 'confirmed', by: 'mentor' },
    ['booked_mentee', 'confirmed'],
    ['booked_mentor', 'confirmed'],
  ],
  [
    'declined',
    ['pending', 'pending'],
    { to: 'cancelled', by: 'mentor' },
    ['cancelled_mentee', 'declined'],
    ['cancelled_mentor', 'declined'],
  ],
  ...(
    [
      ['confirmed', 'confirmed'],
      ['pending', 'confirmed'],
      ['confirmed', 'pending'],
    ] as const
  ).map(([one, other]): (typeof togetherTable)[number] => [
    `${one} and ${other}, and cancelled`,
    [one, other],
    { to: 'cancelled', by: 'mentor' },
    ['cancelled_mentee', 'cancelled'],
    ['cancelled_mentor', 'cancelled'],
  ]),
  [
    'never answered',
    ['pending', 'pending'],
    { to: 'expired', by: 'system' },
    ['cancelled_mentee', 'expired'],
    ['cancelled_mentor', 'expired'],
  ],
  [
    'moved',
    ['confirmed', 'confirmed'],
    { to: 'confirmed', by: 'mentor', isMove: true },
    null,
    null,
  ],
  ['started', ['confirmed', 'confirmed'], { to: 'in_progress', by: 'mentor' }, null, null],
  ['completed', ['in_progress', 'in_progress'], { to: 'completed', by: 'system' }, null, null],
];

describe('messagesTogether', () => {
  it.each(togetherTable)('says of several that were %s', (_name, from, event, mentee, mentor) => {
    const happened = {
      to: 'held',
      by: 'system',
      isMove: false,
      isProposal: false,
      ...event,
    } as const;
    const said = messagesTogether(from.map((one) => ({ ...happened, from: one })));
    expect(said && [said.mentee.mail, said.mentee.notification]).toEqual(mentee);
    expect(said && [said.mentor.mail, said.mentor.notification]).toEqual(mentor);
  });
});
