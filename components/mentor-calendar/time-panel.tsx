'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextField } from '@/components/ui/text-field';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';
import { timeZoneCity } from '@/kernel/time/format';
import { OpenOnceForm } from './open-once-form';
import { TimeOffForm } from './time-off-form';
import { covers } from './use-calendar-data';
import { instantOfWallTime, wallTime } from './wall-time';
import { WhyNotFree } from './why-not-free';

/** What can be done with a time: ask whether it is free, open it once, take it off. */
const deeds = ['ask', 'open', 'off'] as const;
export type TimeDeed = (typeof deeds)[number];

/** A stretch of time that was pressed, drawn or is to be typed, and what to do with it. */
export function TimePanel({
  data,
  deed: firstDeed,
  from,
  to,
  now,
  onLook,
  onSaved,
}: {
  data: CalendarData;
  deed: TimeDeed;
  /** Epoch milliseconds, here and below. */
  from: number;
  to: number;
  now: number;
  /** A time that is not loaded was typed. */
  onLook: (at: number) => void;
  onSaved: (news: string) => void;
}) {
  const t = useTranslations('mentorCalendar');
  const locale = useLocale();
  const { timeZone } = data;
  const [deed, setDeed] = useState(firstDeed);
  const [texts, setTexts] = useState({
    from: wallTime(from, timeZone),
    to: wallTime(to, timeZone),
  });
  const start = instantOfWallTime(texts.from, timeZone);
  const end = instantOfWallTime(texts.to, timeZone);

  function change(part: 'from' | 'to', text: string) {
    setTexts({ ...texts, [part]: text });
    const at = instantOfWallTime(text, timeZone);
    if (at !== null && !covers(data, { from: at, to: at })) onLook(at);
  }

  const isLoaded =
    start !== null && end !== null && covers(data, { from: start, to: Math.max(start, end) });
  const span = { texts, data, onSaved };
  return (
    <div className="flex flex-col gap-4">
      <ChoiceGroup
        legend={t('deeds')}
        hideLegend
        name="deed"
        value={deed}
        onChange={(value) => setDeed(deeds.find((candidate) => candidate === value) ?? deed)}
        choices={deeds.map((value) => ({ value, label: t(`deed_${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="datetime-local"
          label={t(deed === 'ask' ? 'asked' : 'start')}
          value={texts.from}
          onChange={(event) => change('from', event.target.value)}
        />
        {deed !== 'ask' && (
          <TextField
            type="datetime-local"
            label={t('end')}
            value={texts.to}
            onChange={(event) => change('to', event.target.value)}
          />
        )}
      </div>
      <p className="text-muted text-sm">
        {t(`hint_${deed}`, { zone: timeZoneCity({ locale, timeZone }) })}
      </p>
      {deed === 'off' && <TimeOffForm {...span} />}
      {deed !== 'off' && !isLoaded && (
        <output>{t(start === null ? 'refused_not_a_time' : 'loading')}</output>
      )}
      {deed === 'ask' && isLoaded && <WhyNotFree data={data} start={start} now={now} />}
      {deed === 'open' && isLoaded && <OpenOnceForm {...span} start={start} end={end} now={now} />}
    </div>
  );
}
