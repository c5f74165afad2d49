import { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Executor } from '@/db/client';
import { resolveSkills } from '@/db/queries/skills';
import { overrides, timeOff, weeklyWindows } from '@/db/schema/availability';
import { mentors } from '@/db/schema/mentors';
import { memberships } from '@/db/schema/organizations';
import { questions, services, variants } from '@/db/schema/services';
import type { Offer } from '@/lib/slots/schema/schedule';
import type { Question } from '@/lib/services/schema';
import type { DemoMentor, Hours } from './mentor-shape';
import { plainName } from './people';
import { writeCalendars } from './write-calendars';
import { found, writePeople } from './write-people';

/** A mentor of the demo as it is in the database, with what can be booked. */
export interface WrittenMentor {
  id: string;
  demo: DemoMentor;
  offers: Offer[];
  /** What those who book an offer are asked, by its variant, each with what people answer. */
  questions: Map<string, (Question & { answers: string[] })[]>;
}

interface Surroundings {
  now: Temporal.Instant;
  organizationIds: Map<string, string>;
}

/** The path of a mentor's page: "awa-diop". */
export function slugOf({ name }: Pick<DemoMentor, 'name'>): string {
  return plainName(name).replaceAll(' ', '-');
}

export function emailOf({ name, email }: Pick<DemoMentor, 'name' | 'email'>): string {
  return email ?? `${slugOf({ name })}@demo.baobab.test`;
}

/** Writes mentors with their services and availability, a statement a table. */
export async function writeMentors(
  executor: Executor,
  demos: DemoMentor[],
  { now, organizationIds }: Surroundings,
): Promise<WrittenMentor[]> {
  const people = await writePeople(
    executor,
    demos.map((demo) => ({ ...demo, email: emailOf(demo) })),
    now,
  );
  const written = await Promise.all(
    demos.map(async (demo, index) => ({
      id: found(people[index], demo.name).id,
      organizationId: found(organizationIds.get(demo.organization ?? 'public'), demo.name),
      skills: await resolveSkills(executor, demo.skills),
      demo,
      ...rowsOfServices(demo),
    })),
  );

  await executor.insert(mentors).values(written.map((mentor) => rowOfMentor(mentor, now)));
  const members = written.filter(({ demo }) => demo.organization !== undefined);
  if (members.length > 0) {
    await executor
      .insert(memberships)
      .values(members.map(({ id, organizationId }) => ({ userId: id, organizationId })));
  }
  await executor
    .insert(services)
    .values(
      written.flatMap(({ id, services: rows }) => rows.map((row) => ({ ...row, mentorId: id }))),
    );
  await executor.insert(variants).values(written.flatMap((mentor) => mentor.variants));
  const asked = written.flatMap((mentor) => mentor.asked);
  if (asked.length > 0) await executor.insert(questions).values(asked);
  await writeAvailability(executor, written, now);
  await writeCalendars(executor, written, now);
  return written.map(({ id, demo, offers, questions: byVariant }) => ({
    id,
    demo,
    offers,
    questions: byVariant,
  }));
}

function rowOfMentor(
  {
    id,
    organizationId,
    skills,
    demo,
  }: { id: string; organizationId: string; skills: string[]; demo: DemoMentor },
  now: Temporal.Instant,
): typeof mentors.$inferInsert {
  const { city, timeZone, headline, bio, languages, formats, address, videoUrl } = demo;
  const startedAt = now.subtract({ hours: 100 * 24 });
  return {
    userId: id,
    organizationId,
    slug: slugOf(demo),
    city,
    timeZone,
    headline,
    bio,
    skills,
    languages,
    writtenIn: demo.locale,
    formats,
    address,
    videoUrl,
    ...demo.rules,
    publishedAt: demo.unpublished ? null : startedAt,
    takingBookings: demo.awayMessage === undefined,
    awayMessage: demo.awayMessage,
    createdAt: startedAt,
  };
}

function rowsOfServices(demo: DemoMentor) {
  const parts = demo.services.map(({ lengths, questions: demos = [], ...service }, position) => {
    const { title, description, capacity = 1 } = service;
    const bufferBeforeMinutes = service.bufferBeforeMinutes ?? null;
    const bufferAfterMinutes = service.bufferAfterMinutes ?? null;
    const serviceId = uuidv7();
    const rows = Object.entries(lengths).map(([minutes, priceCredits]) => ({
      id: uuidv7(),
      serviceId,
      durationMinutes: Number(minutes),
      priceCredits,
    }));
    const asked = demos.map(({ text, kind, options = null, isRequired = false, answers }) => ({
      id: uuidv7(),
      text,
      kind,
      options,
      isRequired,
      answers: answers ?? options ?? [],
    }));
    return {
      asked,
      service: {
        id: serviceId,
        title,
        description,
        writtenIn: demo.locale,
        position,
        capacity,
        bufferBeforeMinutes,
        bufferAfterMinutes,
      },
      variants: rows,
      offers: rows.map(({ id, durationMinutes }) => ({
        variantId: id,
        durationMinutes,
        capacity,
        bufferBeforeMinutes,
        bufferAfterMinutes,
      })),
    };
  });
  return {
    services: parts.map((part) => part.service),
    variants: parts.flatMap((part) => part.variants),
    offers: parts.flatMap((part) => part.offers),
    asked: parts.flatMap(({ asked, service }) =>
      asked.map((question, position) => ({ ...question, serviceId: service.id, position })),
    ),
    questions: new Map(
      parts.flatMap(({ asked, variants: rows }) => rows.map(({ id }) => [id, asked] as const)),
    ),
  };
}

async function writeAvailability(
  executor: Executor,
  written: { id: string; demo: DemoMentor }[],
  now: Temporal.Instant,
): Promise<void> {
  const windows = written.flatMap(({ id, demo }) => {
    const on = dateIn(demo.timeZone, now);
    // A mentor with groups gives them in some of their hours only.
    const usual = demo.services.some(({ capacity = 1 }) => capacity > 1) ? 1 : null;
    return demo.windows.map(({ days, hours, timeZone, capacity = usual, fromDay, untilDay }) => {
      const { start, end } = boundsOf(hours);
      return {
        mentorId: id,
        days,
        startTime: start,
        endTime: end,
        timeZone,
        capacity,
        firstOn: fromDay === undefined ? null : on(fromDay),
        lastOn: untilDay === undefined ? null : on(untilDay),
      };
    });
  });
  const dates = written.flatMap(({ id, demo }) => {
    const on = dateIn(demo.timeZone, now);
    return (demo.overrides ?? []).map(({ day, hours, capacity = null, note }) => ({
      mentorId: id,
      appliesOn: on(day),
      ranges: hours.map((span) => ({ ...boundsOf(span), capacity })),
      note,
    }));
  });
  const off = written.flatMap(({ id, demo }) => {
    const on = dateIn(demo.timeZone, now);
    const midnight = (day: number) =>
      Temporal.PlainDate.from(on(day)).toZonedDateTime(demo.timeZone).toInstant();
    return (demo.timeOff ?? []).map(({ fromDay, days, note }) => ({
      mentorId: id,
      period: { start: midnight(fromDay), end: midnight(fromDay + days) },
      note,
    }));
  });
  if (windows.length > 0) await executor.insert(weeklyWindows).values(windows);
  if (dates.length > 0) await executor.insert(overrides).values(dates);
  if (off.length > 0) await executor.insert(timeOff).values(off);
}

function boundsOf(hours: Hours): { start: string; end: string } {
  const [start = '', end = ''] = hours.split('-');
  return { start, end };
}

/** Days after the one that `now` falls on in `timeZone`, as local dates. */
function dateIn(timeZone: string, now: Temporal.Instant): (day: number) => string {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return (day) => today.add({ days: day }).toString();
}
