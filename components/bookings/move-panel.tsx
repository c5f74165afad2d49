'use client';

import { useTranslations } from 'next-intl';
import { TimePanel } from '@/components/slots/time-panel';
import { useTimes } from '@/components/slots/use-times';
import type { WeeksOfSlots } from '@/lib/slots/schema/weeks';
import { type ActVia, pageVia } from './act-via';
import { MoveForm } from './move-form';
import type { MoveState } from './move-refused';

/** A mentee's way to another time: the times that are free, and one button. */
export function MovePanel({
  via,
  until,
  first,
  weeks,
  day,
  slot,
  mentor,
  viewerTimeZone,
  now,
}: {
  via: ActVia;
  /** The deadline for moving, epoch milliseconds. */
  until: number | null;
  first: MoveState;
  weeks: WeeksOfSlots;
  /** What the address says is chosen: a local day, and a slot in epoch milliseconds. */
  day: string | null;
  slot: number | null;
  mentor: { name: string; timeZone: string };
  /** Null: nobody knows it, and times are the mentor's. */
  viewerTimeZone: string | null;
  /** Epoch milliseconds. */
  now: number;
}) {
  const t = useTranslations('moving');
  const variant = { variantId: '', link: null, timeZone: mentor.timeZone };
  const page = `${pageVia(via)}/move`;
  const times = useTimes({ variant, weeks, day, slot, viewerTimeZone, page, now });
  return (
    <div>
      <h2 className="mb-3 text-xl">{t('choose')}</h2>
      <TimePanel times={times} mentor={mentor} />
      <MoveForm
        via={via}
        until={until}
        first={first}
        slot={times.slot}
        from={times.from}
        mentorName={mentor.name}
        timeZone={times.timeZone}
      />
    </div>
  );
}
