'use client';

import { TimePanel } from '@/components/slots/time-panel';
import { useTimes } from '@/components/slots/use-times';
import type { MeetingFormat } from '@/domain/bookings';
import type { WeeksOfSlots } from '@/lib/slots/schema/weeks';
import { ProposeForm, type ProposeState } from './propose-form';

/** A mentor's own times as others see them, and the form below for the one that is chosen. */
export function ProposePanel({
  page,
  variantId,
  formats,
  hasAddress,
  mentee,
  mentor,
  weeks,
  day,
  slot,
  timeZone,
  requestId,
  first,
  now,
}: {
  page: string;
  variantId: string;
  formats: MeetingFormat[];
  hasAddress: boolean;
  mentee: { id: string; name: string | null } | null;
  mentor: { name: string; timeZone: string };
  weeks: WeeksOfSlots;
  day: string | null;
  slot: number | null;
  timeZone: string;
  requestId: string;
  first: ProposeState;
  now: number;
}) {
  const variant = { variantId, link: null, timeZone: mentor.timeZone };
  const times = useTimes({ variant, weeks, day, slot, viewerTimeZone: timeZone, page, now });
  const settled = weeks.settled.find(({ start }) => start === times.slot)?.format ?? null;
  return (
    <>
      <TimePanel times={times} mentor={mentor} />
      <ProposeForm
        variantId={variantId}
        formats={settled === null ? formats : [settled]}
        asksPlace={settled === null && !hasAddress}
        mentee={mentee}
        slot={times.slot}
        from={times.from}
        timeZone={times.timeZone}
        requestId={requestId}
        first={first}
      />
    </>
  );
}
