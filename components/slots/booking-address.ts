import { type MentorHandle, mentorPath } from '@/domain/mentors';
import { withAdded } from '@/lib/slots/rules/basket';
import {
  fewestOfSeries,
  mostOfSeries,
  type Series,
  type SeriesAsked,
} from '@/lib/slots/schema/series';
import { knownDay } from '@/kernel/time/calendar';
import type { WeeksAsked } from '@/lib/slots/schema/weeks';
import { localDay } from '@/kernel/time/format';
import type { BookableVariant } from './panel-data';

/** What of a choice stands in the address. Slots are epoch milliseconds. */
export interface AddressChoice {
  /** By which a service is reached that everybody else does not see. */
  link: string | null;
  service: string | null;
  variant: string | null;
  /** The weeks from this day on; null: those from this week on. */
  from: string | null;
  day: string | null;
  slot: number | null;
  /** Several at once, ascending, at most twenty; null while one is to be chosen. */
  slots: number[] | null;
  /** Which of them is to be repeated, and how. */
  series: SeriesAsked | null;
  /** Whether the steps are open over the times. */
  isOpen: boolean;
}

/** Whatever the router or a form hands over; a name given twice is taken as not given. */
type Query = Record<string, string | string[] | undefined>;

/** Reads a choice from an address that anybody may have written. */
export function readChoice(query: Query): AddressChoice {
  return {
    link: text(query['link']),
    service: text(query['service']),
    variant: text(query['variant']),
    from: knownDay(query['from']),
    day: knownDay(query['day']),
    slot: readSlot(query['slot']),
    slots: readSlots(query['slots']),
    series: readSeries(query),
    isOpen: query['step'] === 'details',
  };
}

/** An instant as `slotText` writes it; null for anything else. */
export function readSlot(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:00(\.000)?)?Z$/.test(value))
    return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : at;
}

/** "2026-12-08T10:00Z". */
export function slotText(slot: number): string {
  return `${new Date(slot).toISOString().slice(0, 16)}Z`;
}

/** Minutes since 1970 in base 36: five letters a slot, so that twenty do not fill a line. */
export function slotCode(slot: number): string {
  return (slot / 60_000).toString(36);
}

/** The reverse of `slotCode`; null for what it does not write. */
function readCode(code: string | undefined): number | null {
  if (code === undefined || !/^[1-9a-z][\da-z]{4}$/.test(code)) return null;
  return Number.parseInt(code, 36) * 60_000;
}

/** A basket as `slotsText` writes it, or as boxes of this name are sent; what makes no sense is left out. */
function readSlots(value: string | string[] | undefined): number[] | null {
  if (value === undefined) return null;
  const codes = (Array.isArray(value) ? value : [value]).flatMap((part) => part.split('.', 100));
  const starts = codes.map(readCode).filter((start) => start !== null);
  return withAdded([], starts, 1);
}

/**
 * What of a basket can be booked together; an address may say anything. What is free of a series that is
 * asked about joins it.
 */
export function fittingSlots(
  slots: readonly number[] | null,
  { spacingMinutes }: { spacingMinutes: number },
  series: Series | null = null,
): number[] | null {
  const free = (series?.times ?? []).filter(({ obstacle }) => obstacle === null);
  const spacingMs = spacingMinutes * 60_000;
  const fitting = slots && withAdded([], slots, spacingMs);
  return (
    fitting &&
    withAdded(
      fitting,
      free.map(({ start }) => start),
      spacingMs,
    )
  );
}

/** "hqj5m.hqjnq": a basket in an address. */
function slotsText(slots: readonly number[]): string {
  return slots.map(slotCode).join('.');
}

function readSeries(query: Query): SeriesAsked | null {
  const first = readCode(text(query['repeat']) ?? undefined);
  const everyWeeks = Number(text(query['every']));
  const count = Number(text(query['times']));
  if (first === null || (everyWeeks !== 1 && everyWeeks !== 2)) return null;
  if (!Number.isInteger(count) || count < fewestOfSeries || count > mostOfSeries) return null;
  return { first, everyWeeks, count };
}

/** The weeks that a choice is about, in `timeZone`. */
export function weeksOfChoice(
  { from, day, slot, slots }: AddressChoice,
  timeZone: string,
): WeeksAsked {
  const first = slot ?? slots?.[0] ?? null;
  return { from, day: day ?? (first === null ? null : localDay(first, timeZone)) };
}

/** "?link=…&variant=…&day=…", with what is given and in this order. */
export function choiceQuery(choice: Partial<AddressChoice>): string {
  const query = new URLSearchParams();
  if (choice.link) query.set('link', choice.link);
  if (choice.variant) query.set('variant', choice.variant);
  if (choice.from) query.set('from', choice.from);
  if (choice.day) query.set('day', choice.day);
  if (choice.slots) query.set('slots', slotsText(choice.slots));
  if (choice.series) {
    query.set('repeat', slotCode(choice.series.first));
    query.set('every', String(choice.series.everyWeeks));
    query.set('times', String(choice.series.count));
  }
  if (choice.isOpen) query.set('step', 'details');
  const slot = choice.slot == null ? '' : `slot=${slotText(choice.slot)}`;
  // Colons may stand in a query as they are, and stay readable.
  return `?${[query.toString(), slot].filter((part) => part !== '').join('&')}`;
}

/** What an address of the steps names of what is booked. */
type NamedVariant = MentorHandle & Pick<BookableVariant, 'variantId' | 'link'>;

/** The page of the steps, at the details of a slot when one is given; without its language. */
export function stepsAddress(
  { variantId, link, ...mentor }: NamedVariant,
  slot: number | null = null,
): string {
  return `${mentorPath(mentor)}/book${choiceQuery({ link, variant: variantId, slot })}`;
}

/** The page on which several sessions are looked through and booked; without its language. */
export function reviewAddress(
  { variantId, link, ...mentor }: NamedVariant,
  slots: readonly number[],
): string {
  const query = choiceQuery({ link, variant: variantId, slots: [...slots] });
  return `${mentorPath(mentor)}/book/several${query}`;
}

function text(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value.length <= 100 ? value : null;
}
