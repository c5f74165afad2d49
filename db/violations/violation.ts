/**
 * What a constraint refuses: a row like one that is there, with an id of its own and these values in it; or
 * a statement. Where two rows of a kind are one too many, it is tried twice, or after a row `before` it.
 */
export type Violation = string | Row | { before: Row; row: Row };

/** Values as JSON; a function names a row that `testing/isolated-world.ts` makes. */
export type Row = Record<string, unknown>;

/** By the name of the constraint. Each of its limits has one. */
export type Violations = Record<string, Violation[]>;

export const at = '2026-11-23T12:00:00Z';

export const long = (length: number) => 'x'.repeat(length);

export const bytes = (length: number) => `\\x${'00'.repeat(length)}`;

/** Half open it would be right. */
export const closed = '[2026-12-01T10:00:00Z,2026-12-01T11:00:00Z]';

/** Outside the bounds of what mentors and organizations set alike. */
export const rulesOutOfRange: Row[] = Object.entries({
  minimum_notice_minutes: [-1, 43_201],
  horizon_days: [0, 366],
  step_minutes: [4, 481],
  buffer_before_minutes: [-1, 241],
  buffer_after_minutes: [-1, 241],
  cancel_notice_minutes: [-1, 43_201],
  move_notice_minutes: [-1, 43_201],
  late_cancel_percent: [-1, 101],
  most_open_each: [0, 101],
  most_requests_each: [0, 101],
  max_sessions_per_day: [0],
  max_sessions_per_week: [0],
}).flatMap(([column, values]) => values.map((value) => ({ [column]: value })));
