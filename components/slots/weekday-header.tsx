'use client';

import { useLocale } from 'next-intl';
import { addDays } from '@/kernel/time/calendar';

/** A Monday; only its weekday matters. */
const someMonday = '2026-11-23';

export function WeekdayHeader() {
  const locale = useLocale();
  const days = Array.from({ length: 7 }, (_, index) => Date.parse(addDays(someMonday, index)));
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <thead>
      <tr>
        {days.map((day) => (
          // Two letters, as in "Mo" and « lu »: Intl's own short form is too wide for a phone.
          <th
            key={day}
            scope="col"
            abbr={long.format(day)}
            className="text-muted py-1.5 text-xs font-medium"
          >
            <span aria-hidden="true">{twoLetters(long.format(day), locale)}</span>
            <span className="sr-only">{long.format(day)}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function twoLetters(weekday: string, locale: string): string {
  return weekday.charAt(0).toLocaleUpperCase(locale) + weekday.charAt(1);
}
