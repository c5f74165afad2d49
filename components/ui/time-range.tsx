import { formatRange } from '@/kernel/time/format';

/** "16:30–17:30", whole: no line breaks between the two. In epoch milliseconds. */
export function TimeRange({
  start,
  end,
  place,
}: {
  start: number;
  end: number;
  place: Parameters<typeof formatRange>[2];
}) {
  return <span className="whitespace-nowrap">{formatRange(start, end, place)}</span>;
}
