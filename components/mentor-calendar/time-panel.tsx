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
const uses = ['ask', 'open', 'off'] as const;
export type TimeUse = (typeof uses)[number];

/** A stretch of time that was pressed, drawn or is to be typed, and what to do with it. */
export function TimePanel({
  data,
  use: firstUse,
  from,
  to,
  now,
  onLook,
  onSaved,
}: {
  data: CalendarData;
  use: TimeUse;
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
  const [use, setUse] = useState(firstUse);
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
        legend={t('uses')}
        hideLegend
        name="use"
        value={use}
        onChange={(value) => setUse(uses.find((candidate) => candidate === value) ?? use)}
        choices={uses.map((value) => ({ value, label: t(`use_${value}`) }))}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          type="datetime-local"
          label={t(use === 'ask' ? 'asked' : 'start')}
          value={texts.from}
          onChange={(event) => change('from', event.target.value)}
        />
        {use !== 'ask' && (
          <TextField
            type="datetime-local"
            label={t('end')}
            value={texts.to}
            onChange={(event) => change('to', event.target.value)}
          />
        )}
      </div>
      <p className="text-muted text-sm">
        {t(`hint_${use}`, { zone: timeZoneCity({ locale, timeZone }) })}
      </p>
      {use === 'off' && <TimeOffForm {...span} />}
      {use !== 'off' && !isLoaded && (
        <output>{t(start === null ? 'refused_not_a_time' : 'loading')}</output>
      )}
      {use === 'ask' && isLoaded && <WhyNotFree data={data} start={start} now={now} />}
      {use === 'open' && isLoaded && <OpenOnceForm {...span} start={start} end={end} now={now} />}
    </div>
  );
}
