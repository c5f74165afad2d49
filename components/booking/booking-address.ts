import { knownDay, knownMonth, monthOf } from '@/lib/time/calendar';
import { localDay } from '@/lib/time/format';

/** What of a choice stands in the address. Slots are epoch milliseconds. */
export interface AddressChoice {
  service: string | null;
  variant: string | null;
  month: string | null;
  day: string | null;
  slot: number | null;
}

/** Whatever the router or a form hands over; a name given twice is taken as not given. */
type Query = Record<string, string | string[] | undefined>;

/** Reads a choice from an address that anybody may have written. */
export function readChoice(query: Query): AddressChoice {
  return {
    service: text(query['service']),
    variant: text(query['variant']),
    month: knownMonth(query['month']),
    day: knownDay(query['day']),
    slot: readSlot(query['slot']),
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

/** The month that a choice is about, in `timeZone`; null when it names none. */
export function monthOfChoice(
  { month, day, slot }: AddressChoice,
  timeZone: string,
): string | null {
  if (month !== null) return month;
  if (day !== null) return monthOf(day);
  return slot === null ? null : monthOf(localDay(slot, timeZone));
}

/** "?variant=…&day=…", with what is given and in this order. */
export function choiceQuery(choice: Partial<AddressChoice>): string {
  const query = new URLSearchParams();
  if (choice.variant) query.set('variant', choice.variant);
  if (choice.month) query.set('month', choice.month);
  if (choice.day) query.set('day', choice.day);
  const slot = choice.slot == null ? '' : `slot=${slotText(choice.slot)}`;
  // Colons may stand in a query as they are, and stay readable.
  return `?${[query.toString(), slot].filter((part) => part !== '').join('&')}`;
}

/** The page of the steps, at the details of one slot; without its language. */
export function stepsAddress(variant: { slug: string; variantId: string }, slot: number): string {
  return `/mentors/${variant.slug}/book${choiceQuery({ variant: variant.variantId, slot })}`;
}

function text(value: string | string[] | undefined): string | null {
  return typeof value === 'string' && value.length <= 100 ? value : null;
}
