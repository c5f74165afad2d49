'use client';

import { lazy, Suspense, type ReactNode } from 'react';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import type { CalendarData } from '@/lib/bookings/schema/mentor-calendar';

// FullCalendar and Temporal: not part of the page's own script.
const CalendarBoard = lazy(() =>
  import('./calendar-board').then((module) => ({ default: module.CalendarBoard })),
);

/** The calendar where scripts run; until it has loaded, and without them, `children`: the plain week. */
export function MentorCalendar({
  children,
  ...board
}: {
  initial: CalendarData;
  /** The first day of the week to begin with. */
  monday: string;
  /** Beside the mentor's own; null: none. */
  secondZone: string | null;
  children: ReactNode;
}) {
  if (!useIsInteractive()) return children;
  return (
    <Suspense fallback={children}>
      <CalendarBoard {...board} />
    </Suspense>
  );
}
