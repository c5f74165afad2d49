import { type Column, type GetColumnData, sql } from 'drizzle-orm';
import { mostKeptBytes } from '@/domain/mentors';

/**
 * One of the words that the code knows. A check is passed by a null too, where the column admits it.
 * In a query they stand in the statement as they do in a partial index, which a prepared statement
 * with parameters in their place would not be seen to match.
 */
export function isOneOf<Of extends Column>(
  column: Of,
  words: readonly (GetColumnData<Of, 'raw'> & string)[],
) {
  return sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;
}

/** A name that PostgreSQL knows as a time zone (`is_time_zone` is in migration 0000). */
export function isZone(column: Column) {
  return sql`is_time_zone(${column})`;
}

/** An ISO 639 code, of two letters or three. */
export function isLanguage(column: Column) {
  return sql`${column} ~ '^[a-z]{2,3}$'`;
}

/** An e-mail address in the one form in which they are compared. */
export function isNormalAddress(column: Column) {
  return sql`${column} = lower(${column}) and ${column} ~ '^[^[:space:]@]+@[^[:space:]@]+$'`;
}

/** The domain of such an address, as the index of users has it. */
export function domainOfAddress(column: Column) {
  return sql<string>`split_part(${column}, '@', 2)`;
}

/**
 * A range that is `[)`, bounded on both sides by real instants, and not empty. Each part is false,
 * never null, for a range that fails it: a check that comes out null passes.
 */
export function isBoundedRange(column: Column) {
  return sql`not isempty(${column})
    and lower_inc(${column}) and not upper_inc(${column})
    and coalesce(isfinite(lower(${column})) and isfinite(upper(${column})), false)`;
}

/** For partial indexes: rows in which the column is null. */
export function isNotSet(column: Column) {
  return sql`${column} is null`;
}

/**
 * A list of at most ten answers, each with its question: `BookingAnswer` of the schema says what is in
 * them. A list is as long as its good entries are many when it has no others.
 */
export function areAnswers(column: Column) {
  return sql`case when jsonb_typeof(${column}) = 'array'
    then jsonb_array_length(${column}) <= 10 and jsonb_array_length(${column}) = jsonb_array_length(
      jsonb_path_query_array(${column}, 'strict $[*] ? (@.questionId.type() == "string"
        && @.question.type() == "string" && @.question != ""
        && @.answer.type() == "string" && @.answer != "")'))
    else false end`;
}

/** Both squares of a picture are there, and none is heavier than it may be. */
export function arePicturesSmall({ small, large }: { small: Column; large: Column }) {
  return sql`octet_length(${small}) between 1 and ${sql.raw(String(mostKeptBytes.small))}
        and octet_length(${large}) between 1 and ${sql.raw(String(mostKeptBytes.large))}`;
}
