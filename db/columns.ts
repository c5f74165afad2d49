import { customType } from 'drizzle-orm/pg-core';
import { Temporal } from 'temporal-polyfill';

/** A `timestamptz`. PostgreSQL's own text form ("2026-11-21 10:00:00+00") is one that Temporal reads. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value),
});

/** A half-open span of time, [start, end). */
export type Period = { start: Temporal.Instant; end: Temporal.Instant };

/** A `tstzrange`, always bounded and `[)`: the tables' constraints admit no other. */
export const tstzrange = customType<{ data: Period; driverData: string }>({
  dataType: () => 'tstzrange',
  toDriver: (value) => `[${value.start.toString()},${value.end.toString()})`,
  fromDriver: (value) => {
    const [start, end] = value.slice(1, -1).replaceAll('"', '').split(',');
    if (!value.startsWith('[') || !value.endsWith(')') || !start || !end) {
      throw new RangeError(`not a bounded half-open range: ${value}`);
    }
    return { start: Temporal.Instant.from(start), end: Temporal.Instant.from(end) };
  },
});

/** A full-text search document; only PostgreSQL reads and writes it. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** A `bytea`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});
