'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Card } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { draftSchedule, previewDays } from '@/lib/availability/rules/preview';
import { type AvailabilityView, previewLength } from '@/lib/availability/schema/availability';
import { timeZoneName } from '@/lib/time/format';
import { AskTime } from './ask-time';
import { useDraft } from './draft';
import { PreviewDays } from './preview-days';
import { PreviewTimes } from './preview-times';
import { TimeReasons } from './time-reasons';

/**
 * The slots that visitors get in the next days, by the very engine that offers them, from what is
 * typed now. A time that is not offered says why.
 */
export function PreviewPanel({
  now,
  offers,
  schedule: saved,
  sessions,
}: Pick<AvailabilityView, 'now' | 'offers' | 'schedule' | 'sessions'>) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const headingId = useId();
  const { rows, rules, dates } = useDraft();
  const [variantId, setVariantId] = useState(offers[0]?.variantId);
  const [chosenDay, setDay] = useState<string | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const offer = offers.find((candidate) => candidate.variantId === variantId) ?? offers[0];
  if (!offer) return <p className="text-muted">{t('previewNoService')}</p>;

  const schedule = draftSchedule(saved, { windows: rows, rules, dates });
  const days = previewDays(schedule, offer, { now, days: previewLength });
  const day =
    days.find((candidate) => candidate.day === chosenDay) ??
    days.find(({ times }) => times.some(({ seatsLeft }) => seatsLeft > 0)) ??
    days[0];
  const place = { locale, timeZone: schedule.timeZone };
  const isDraft = rows !== null || rules !== null || dates !== null;

  return (
    <Card as="section" aria-labelledby={headingId} isRaised>
      <h2 id={headingId} className="text-xl">
        {t('preview')}
      </h2>
      <p className="text-muted mt-1 mb-4 text-sm">
        {t(isDraft ? 'previewUnsaved' : 'previewSaved', { zone: timeZoneName(now, place) })}
      </p>
      <Select
        label={t('previewFor')}
        value={offer.variantId}
        onChange={(event) => setVariantId(event.target.value)}
      >
        {offers.map(({ variantId: id, title, durationMinutes }) => (
          <option key={id} value={id}>
            {t('previewOffer', { title, minutes: durationMinutes })}
          </option>
        ))}
      </Select>
      <PreviewDays
        days={days}
        chosen={day?.day ?? null}
        onChoose={(next) => {
          setDay(next);
          setAsked(null);
        }}
      />
      {day && (
        <>
          <PreviewTimes day={day} place={place} asked={asked} onAsk={setAsked} />
          <TimeReasons asked={asked} telling={{ schedule, offer, now, sessions, place }} />
          <AskTime day={day.day} timeZone={schedule.timeZone} onAsk={setAsked} />
        </>
      )}
    </Card>
  );
}
