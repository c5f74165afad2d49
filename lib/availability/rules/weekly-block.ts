import type { WindowDraft } from '@/domain/availability';

/** A stretch of one weekday in wall time; "24:00" ends it at midnight. */
export interface WeeklySpan {
  /** ISO weekday. */
  day: number;
  start: string;
  end: string;
}

/**
 * The windows without some stretches of the week: what they leave of a window stays as windows of its
 * own. Windows of another zone than the mentor's stay as they are: the stretch is not on their clock.
 */
export function withoutSpans(
  windows: readonly WindowDraft[],
  spans: readonly WeeklySpan[],
): WindowDraft[] {
  return windows.flatMap((window) => {
    if (window.timeZone !== null || !window.active) return [window];
    return window.days.flatMap((day) => {
      let rests: WindowDraft[] = [{ ...window, days: [day] }];
      for (const span of spans) {
        if (span.day === day) rests = rests.flatMap((rest) => around(rest, span));
      }
      return rests;
    });
  });
}

function around(window: WindowDraft, { start, end }: WeeklySpan): WindowDraft[] {
  if (end <= window.start || window.end <= start) return [window];
  return [
    ...(window.start < start ? [{ ...window, end: start }] : []),
    ...(end < window.end ? [{ ...window, start: end }] : []),
  ];
}
