import type { Temporal } from 'temporal-polyfill';
import type { DemoMentor, DemoWindow } from './mentor-shape';

/** Who is in a session while the demo is written. Their clocks never change, so every hour of theirs is one. */
export const runningMentor = 'Chidinma Okafor';

const minutes = 30;

/**
 * The start of the session that runs at `now`: on a half hour, at least five minutes ago, so that it
 * stands beside the mentor's usual hours and goes on for 25 minutes or more.
 */
export function runningStart(now: Temporal.Instant): Temporal.Instant {
  return now
    .subtract({ minutes: 5 })
    .round({ smallestUnit: 'minute', roundingIncrement: minutes, roundingMode: 'floor' });
}

/** `demo` with an hour open around `now`, in two windows where it lies on two days. */
export function openNow(demo: DemoMentor, now: Temporal.Instant): DemoMentor {
  if (demo.name !== runningMentor) return demo;
  const today = now.toZonedDateTimeISO(demo.timeZone).toPlainDate();
  const halves = [0, minutes].map((later): DemoWindow => {
    const start = runningStart(now).add({ minutes: later }).toZonedDateTimeISO(demo.timeZone);
    const day = today.until(start.toPlainDate()).days;
    const from = start.toPlainTime();
    const to = from.add({ minutes }).toString({ smallestUnit: 'minute' });
    return {
      days: [start.dayOfWeek],
      hours:
        `${from.toString({ smallestUnit: 'minute' })}-${to === '00:00' ? '24:00' : to}` as DemoWindow['hours'],
      fromDay: day,
      untilDay: day,
    };
  });
  return { ...demo, windows: [...demo.windows, ...halves] };
}
