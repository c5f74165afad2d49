import { customType } from 'drizzle-orm/pg-core';
import { Temporal } from 'temporal-polyfill';

/** As `toString()` has it, which takes ten times as long: an order of slots writes hundreds of them. */
function textOf(value: Temporal.Instant): string {
  const { epochMilliseconds, epochNanoseconds } = value;
  const isWhole = BigInt(epochMilliseconds) * 1_000_000n === epochNanoseconds;
  return isWhole ? new Date(epochMilliseconds).toISOString() : value.toString();
}

/** A `timestamptz`. PostgreSQL's own text form ("2026-11-21 10:00:00+00") is one that Temporal reads. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: textOf,
  fromDriver: (value) => Temporal.Instant.from(value),
});

/** A half-open span of time, [start, end). */
export type Period = { start: Temporal.Instant; end: Temporal.Instant };

/** A `tstzrange`, always bounded and `[)`: the tables' constraints admit no other. */
export const tstzrange = customType<{ data: Period; driverData: string }>({
  dataType: () => 'tstzrange',
  toDriver: (value) => `[${textOf(value.start)},${textOf(value.end)})`,
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
