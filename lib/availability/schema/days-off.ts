import { addDays, type Day } from '@/kernel/time/calendar';

/** Time off as a form has it: dates, of which the last is off too, and wall times, "" where there is none. */
interface DaysOff {
  fromDate: Day;
  fromTime: string;
  toDate: Day;
  toTime: string;
}

/** From and to, exclusive, as local date and time: "2026-12-24T18:00". Without times they are whole days. */
export function spanOfDays({ fromDate, fromTime, toDate, toTime }: DaysOff) {
  return {
    from: `${fromDate}T${fromTime || '00:00'}`,
    to: toTime === '' ? `${addDays(toDate, 1)}T00:00` : `${toDate}T${toTime}`,
  };
}
