import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import {
  methodOf,
  writeCalendar,
  writeInvitation,
  writePublication,
} from '@/lib/calendar-files/rules/write-calendar';
import type { CalendarSeat, CalendarSession } from '@/lib/calendar-files/schema';
import { calendarEntry, type Reader } from './calendar-entry';

const seat: CalendarSeat = {
  bookingId: '01900000-0000-7000-8000-00000000000a',
  reference: 'BAO-7K3M9Q',
  status: 'confirmed',
  sequence: 0,
  menteeName: 'Awa Diop',
  subject: 'Préparer l’entretien du 12, à Dakar; « suite »',
  notes:
    'Première ligne, avec \\ et ;\r\nSeconde ligne 🌍🌱 — là où l’on hésite, où l’été s’achève.',
  phone: '+221 77 123 45 67',
  createdAt: Date.UTC(2026, 10, 23, 12),
  changedAt: Date.UTC(2026, 10, 23, 12, 0, 1),
};
const session: CalendarSession = {
  id: '01900000-0000-7000-8000-00000000000b',
  sequence: 0,
  startsAt: Date.UTC(2026, 11, 8, 15, 30),
  endsAt: Date.UTC(2026, 11, 8, 16, 30),
  createdAt: Date.UTC(2026, 10, 23, 12),
  mentorName: 'Élodie "Lô" N’Guessan',
  serviceTitle: 'Mock interview',
  durationMinutes: 60,
  capacity: 1,
  format: 'video',
  place: '',
  seats: [seat],
};
const cancelled: CalendarSession = {
  ...session,
  sequence: 2,
  seats: [{ ...seat, sequence: 2, status: 'cancelled' }],
};
const group: CalendarSession = {
  ...session,
  capacity: 3,
  seats: [
    { ...seat, status: 'cancelled', menteeName: 'Gone Girl' },
    { ...seat, bookingId: '01900000-0000-7000-8000-00000000000c', subject: '', phone: '' },
    { ...seat, menteeName: null, changedAt: Date.UTC(2026, 10, 24), phone: '' },
  ],
};

const appUrl = 'https://baobab.example:8443';
const mentee: Reader = { side: 'mentee', locale: 'fr', appUrl };
const mentor: Reader = { side: 'mentor', locale: 'en', appUrl };

function invitation(of: CalendarSession, reader: Reader): string {
  return writeInvitation(calendarEntry(of, reader), {
    organizer: { name: of.mentorName ?? '', email: 'hello@baobab.example' },
    attendee: { name: 'Awa "A" Diop, Dr; x:y', email: 'reader@example.test' },
    locale: reader.locale,
  });
}

const nextWeek = 7 * 86_400_000;
/** A second session of the same batch, a week later. */
const second: CalendarSession = {
  ...session,
  id: '01900000-0000-7000-8000-00000000000d',
  startsAt: session.startsAt + nextWeek,
  endsAt: session.endsAt + nextWeek,
  seats: [{ ...seat, bookingId: '01900000-0000-7000-8000-00000000000e', reference: 'BAO-00000Q' }],
};

function publication(of: CalendarSession[], reader: Reader): string {
  return writePublication(
    of.map((one) => calendarEntry(one, reader)),
    {
      organizer: { name: session.mentorName ?? '', email: 'hello@baobab.example' },
      locale: reader.locale,
    },
  );
}

const calledOff = [session, second].map((one) => ({
  ...one,
  sequence: 2,
  seats: one.seats.map((of) => ({ ...of, sequence: 1, status: 'cancelled' as const })),
}));

describe('byte for byte', () => {
  it.each([
    ['request-mentee-fr', invitation(session, mentee)],
    [
      'tentative-mentor-en',
      invitation({ ...session, seats: [{ ...seat, status: 'pending' }] }, mentor),
    ],
    ['cancel-mentee-fr', invitation(cancelled, mentee)],
    ['request-group-mentor-en', invitation(group, mentor)],
    ['publish-batch-mentee-fr', publication([session, second], mentee)],
    ['publish-cancelled-batch-mentor-en', publication(calledOff, mentor)],
    [
      'feed-fr',
      writeCalendar(
        [
          calendarEntry(session, mentee),
          calendarEntry(
            { ...cancelled, format: 'in_person', place: 'Café, Dakar' },
            { ...mentor, locale: 'fr' },
          ),
        ],
        { name: 'Baobab : Awa, Diop', locale: 'fr' },
      ),
    ],
  ])('%s', (name, text) => {
    expect(text).toBe(readFileSync(new URL(`golden/${name}.ics`, import.meta.url), 'utf8'));
  });
});

function readAll(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: calendar.getFirstPropertyValue('method'),
    events: calendar.getAllSubcomponents('vevent').map((component) => ({
      uid: component.getFirstPropertyValue('uid'),
      sequence: component.getFirstPropertyValue('sequence'),
      status: component.getFirstPropertyValue('status'),
      startsAt: new ICAL.Event(component).startDate.toJSDate().getTime(),
      organizer: component.getFirstPropertyValue('organizer'),
      attendees: component.getAllProperties('attendee').length,
    })),
  };
}

describe('several at once', () => {
  const organizer = 'mailto:hello@baobab.example';

  it('are one file, each under the UID and the SEQUENCE of its own invitation', () => {
    expect(readAll(publication([session, second], mentee))).toEqual({
      method: 'PUBLISH',
      events: [session, second].map((of) => {
        const { event } = parse(invitation(of, mentee));
        const { uid, sequence } = event;
        const { startsAt } = of;
        return { uid, sequence, status: 'CONFIRMED', startsAt, organizer, attendees: 0 };
      }),
    });
  });

  it('are called off in one file, with the SEQUENCE that each cancellation would have', () => {
    for (const reader of [mentee, mentor]) {
      const { method, events } = readAll(publication(calledOff, reader));
      expect(method).toBe('PUBLISH');
      expect(events).toMatchObject(
        calledOff.map((of) => {
          const { uid, sequence } = parse(invitation(of, reader)).event;
          expect(sequence).toBe(reader.side === 'mentee' ? 1 : 2);
          return { uid, sequence, status: 'CANCELLED', organizer, attendees: 0 };
        }),
      );
    }
  });
});

function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return { calendar, component, event: new ICAL.Event(component) };
}

describe('read back', () => {
  it('says what it said, in every accent and emoji', () => {
    const { calendar, component, event } = parse(invitation(session, mentee));
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event.uid).toBe('01900000-0000-7000-8000-00000000000a@baobab.example');
    expect(event.startDate.toJSDate().getTime()).toBe(session.startsAt);
    expect(event.endDate.toJSDate().getTime()).toBe(session.endsAt);
    expect(event.startDate.zone).toBe(ICAL.Timezone.utcTimezone);
    expect(event.summary).toBe('Mock interview avec Élodie "Lô" N’Guessan');
    expect(event.description).toContain(seat.subject);
    expect(event.description).toContain(seat.notes.replace('\r\n', '\n'));
    expect(event.location).toBe(`${appUrl}/fr/bookings/${seat.bookingId}`);
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual([
      'mailto:reader@example.test',
    ]);
    expect(event.attendees[0]?.getParameter('cn')).toBe('Awa ’A’ Diop, Dr; x:y');
    const organizer = component.getFirstProperty('organizer');
    expect(organizer?.getFirstValue()).toBe('mailto:hello@baobab.example');
    expect(organizer?.getParameter('cn')).toBe('Élodie ’Lô’ N’Guessan');
  });

  it('gives a mentor one event for a group, without anybody’s address or those who left', () => {
    const text = invitation(group, mentor);
    const { event } = parse(text);
    expect(event.uid).toBe(`${session.id}@baobab.example`);
    expect(event.summary).toBe('Mock interview, 2 people');
    expect(event.description).toContain('Awa Diop\na Baobab member · Préparer');
    expect(text).not.toContain('Gone Girl');
    expect(text.match(/@(?!baobab)[\w.]+/g)).toEqual(['@example.test']);
  });

  it.each([
    ['all live', ['confirmed', 'pending'], 'REQUEST', 'CONFIRMED'],
    ['one asks', ['pending', 'cancelled'], 'REQUEST', 'TENTATIVE'],
    ['all gone', ['cancelled', 'expired'], 'CANCEL', 'CANCELLED'],
    ['it took place', ['completed', 'no_show'], 'REQUEST', 'CONFIRMED'],
  ] as const)('a mentor’s session with %s', (_, statuses, method, status) => {
    const seats = statuses.map((one) => ({ ...seat, status: one }));
    const of = { ...session, capacity: 3, seats };
    expect(methodOf(calendarEntry(of, mentor))).toBe(method);
    const { calendar, component } = parse(invitation(of, mentor));
    expect(calendar.getFirstPropertyValue('method')).toBe(method);
    expect(component.getFirstPropertyValue('status')).toBe(status);
  });
});
