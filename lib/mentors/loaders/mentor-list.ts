import 'server-only';
import { connection } from 'next/server';
import { cache } from 'react';
import { Temporal } from 'temporal-polyfill';
import { asViewer, type ViewerExecutor } from '@/db/viewer';
import { listMentorFacets, listOffers } from '@/db/queries/mentors';
import { type Finding, type FoundMentor, searchMentors } from '@/db/queries/mentor-search';
import { listSchedules } from '@/db/queries/schedules';
import { takesBookings } from '@/lib/slots/rules/pause';
import { getViewer, getViewerTimeZone } from '@/lib/auth/session';
import { loadOrganization } from '@/lib/organizations/loaders/organization';
import { bySoonest, nextSlot, wantedStretch, widestStretch } from '../rules/free-time';
import {
  mentorsPerPage,
  mostCompared,
  type MentorCard,
  type MentorSearch,
  type WordsShown,
} from '../schema';
import { findMentors, type WordsTaken } from './find-mentors';
import { getSkillNames } from './skill-names';

export interface MentorList {
  /** Over all pages; at most `mostCompared` where free time decides. */
  total: number;
  /** From 1; the last one, where a later one was asked for. */
  page: number;
  pageCount: number;
  cards: MentorCard[];
  words: WordsShown;
  /** When the slots were looked up, epoch milliseconds. */
  now: number;
  /** The viewer's zone, as far as known: the cards' times are in it, else in each mentor's. */
  viewerTimeZone: string | null;
}

/** One page of the mentors that the viewer may find, each with their next free slot. */
export const getMentorList = cache(async (search: MentorSearch): Promise<MentorList> => {
  const [viewer, viewerTimeZone, organizationId, nameOf] = await Promise.all([
    getViewer(),
    getViewerTimeZone(),
    idOf(search.organization),
    getSkillNames(),
  ]);
  const now = Temporal.Now.instant().epochMilliseconds;
  const reading = { viewerId: viewer?.id ?? null, organizationId, viewerTimeZone, nameOf, now };
  const needsEveryonesTime = search.free !== null || search.sort === 'soonest';
  const read = needsEveryonesTime ? pageOfFree : pageOf;
  const list = await asViewer(viewer, (tx) => read(tx, search, reading));
  return { ...list, now, viewerTimeZone };
});

/** Of the organization whose list it is; the page has found it before. */
async function idOf(slug: string | undefined): Promise<string | undefined> {
  return slug === undefined ? undefined : (await loadOrganization(slug))?.id;
}

/** What the list can be filtered by, of an organization's or of all, the most frequent first. */
export const getMentorFacets = cache(async (organization?: string) => {
  const [viewer, organizationId, nameOf] = await Promise.all([
    getViewer(),
    idOf(organization),
    getSkillNames(),
  ]);
  const viewerId = viewer?.id ?? null;
  const facets = await asViewer(viewer, (tx) =>
    listMentorFacets(tx, { viewerId, organizationId, limit: 24 }),
  );
  return {
    ...facets,
    skills: facets.skills.map((skill) => ({ ...skill, name: nameOf(skill.value) })),
  };
});

/** Mentors for the front page: of the newest who can be booked, those who are free the soonest. */
export async function listFeaturedMentors({ count }: { count: number }) {
  await connection();
  const [viewerTimeZone, nameOf] = await Promise.all([getViewerTimeZone(), getSkillNames()]);
  const now = Temporal.Now.instant().epochMilliseconds;
  const timed = await asViewer(null, async (tx) => {
    const found = await searchMentors(tx, {
      viewerId: null,
      words: [],
      matching: 'all',
      meantSkills: [],
      skills: [],
      language: null,
      format: null,
      maxPrice: null,
      onlyBookable: true,
      sort: 'newest',
      limit: count * 8,
      offset: 0,
    });
    return withNextSlots(tx, found.mentors, { free: 'week', viewerTimeZone, nameOf, now });
  });
  const cards = bySoonest(timed)
    .slice(0, count)
    .map(({ card }) => card);
  return { cards, now, viewerTimeZone };
}

interface Reading extends Finding {
  viewerTimeZone: string | null;
  nameOf: (skill: string) => string;
  now: number;
}

/** The database pages; slots are computed for the page alone. */
async function pageOf(executor: ViewerExecutor, search: MentorSearch, reading: Reading) {
  const found = await findMentors(executor, criteriaOf(search, reading), {
    page: search.page,
    perPage: mentorsPerPage,
  });
  const timed = await withNextSlots(executor, found.mentors, { ...reading, free: null });
  const { total, page } = found;
  const words = named(found.words, reading);
  return { total, page, words, pageCount: pagesOf(total), cards: timed.map(({ card }) => card) };
}

/** Free time decides who is shown: slots are computed for all candidates, then paged. */
async function pageOfFree(executor: ViewerExecutor, search: MentorSearch, reading: Reading) {
  const { mentors, words } = await findMentors(executor, criteriaOf(search, reading), {
    page: 1,
    perPage: mostCompared,
  });
  const timed = await withNextSlots(executor, mentors, { ...reading, free: search.free });
  const free = search.free === null ? timed : timed.filter(({ at }) => at !== null);
  const sorted = search.sort === 'soonest' ? bySoonest(free) : free;
  const pageCount = pagesOf(sorted.length);
  const page = Math.min(search.page, Math.max(1, pageCount));
  const first = (page - 1) * mentorsPerPage;
  return {
    total: sorted.length,
    page,
    words: named(words, reading),
    pageCount,
    cards: sorted.slice(first, first + mentorsPerPage).map(({ card }) => card),
  };
}

/** Cards with the first free slot in the stretch that is asked for: five queries for all of them. */
async function withNextSlots(
  executor: ViewerExecutor,
  found: FoundMentor[],
  { free, viewerTimeZone, nameOf, now }: Omit<Reading, keyof Finding> & Pick<MentorSearch, 'free'>,
) {
  const open = found.filter((mentor) => takesBookings(mentor, now));
  const mentorIds = open.map(({ mentorId }) => mentorId);
  const widest = widestStretch(free, now);
  const [offers, schedules] = await Promise.all([
    listOffers(executor, { mentorIds }),
    listSchedules(executor, {
      mentorIds,
      from: Temporal.Instant.fromEpochMilliseconds(widest.from),
      to: Temporal.Instant.fromEpochMilliseconds(widest.to),
      now: Temporal.Instant.fromEpochMilliseconds(now),
    }),
  ]);
  const offersOf = new Map<string, typeof offers>(mentorIds.map((id) => [id, []]));
  for (const offer of offers) offersOf.get(offer.mentorId)?.push(offer);
  const scheduleOf = new Map(schedules.map((schedule) => [schedule.mentorId, schedule]));
  return found.map((mentor) => {
    const next = nextSlot(
      {
        takingBookings: open.includes(mentor),
        offers: offersOf.get(mentor.mentorId) ?? [],
        schedule: scheduleOf.get(mentor.mentorId) ?? null,
      },
      wantedStretch(free, { now, timeZone: viewerTimeZone ?? mentor.timeZone }),
      now,
    );
    const { mentorId: _, takingBookings: __, ...shown } = mentor;
    const { at, reason } = next;
    const card: MentorCard = {
      ...shown,
      skills: mentor.skills.map(nameOf),
      resumesOn: reason === 'away' ? mentor.resumesOn : null,
      nextSlot: at === null ? null : { at, variantId: next.variantId },
      notBookable: reason,
    };
    return { card, at };
  });
}

function criteriaOf(search: MentorSearch, { viewerId, organizationId }: Reading) {
  return {
    viewerId,
    organizationId,
    query: search.q,
    skills: search.skill,
    language: search.language,
    format: search.format,
    maxPrice: search.price,
    sort: search.sort === 'soonest' ? ('match' as const) : search.sort,
  };
}

function named(
  { meant, nearest, ...words }: WordsTaken,
  { nameOf }: Pick<Reading, 'nameOf'>,
): WordsShown {
  const skill = (id: string) => ({ id, name: nameOf(id) });
  return { ...words, meant: meant === null ? null : skill(meant), nearest: nearest.map(skill) };
}

const pagesOf = (total: number) => Math.ceil(total / mentorsPerPage);
