'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { TimeReasons } from '@/components/availability/time-reasons';
import { Select } from '@/components/ui/select';
import { Link } from '@/i18n/navigation';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import { sessionNames } from '@/components/availability/session-names';

/** Whether a session of the mentor's could begin at `start`, and all that is against it. */
export function WhyNotFree({
  data,
  start,
  now,
}: {
  data: CalendarData;
  start: number;
  now: number;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const { offers, schedule, timeZone } = data;
  const [variantId, setVariantId] = useState(offers[0]?.variantId);
  const offer = offers.find((candidate) => candidate.variantId === variantId) ?? offers[0];
  if (!offer) {
    return (
      <p>
        {t('noOffer')}{' '}
        <Link href="/mentor/services" prefetch={false} className="text-link">
          {t('toServices')}
        </Link>
      </p>
    );
  }
  return (
    <div>
      <Select
        label={t('askFor')}
        value={offer.variantId}
        onChange={(event) => setVariantId(event.target.value)}
      >
        {offers.map(({ variantId: id, title, durationMinutes }) => (
          <option key={id} value={id}>
            {t('offer', { title, minutes: durationMinutes })}
          </option>
        ))}
      </Select>
      <TimeReasons
        asked={start}
        telling={{
          schedule,
          offer,
          now,
          sessions: sessionNames(data),
          place: { locale, timeZone },
        }}
      />
    </div>
  );
}
