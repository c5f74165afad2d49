/** A use-case that did what was asked. */
export type Ok<Value> = { ok: true; value: Value };

/**
 * A use-case that was asked for something it may not do: an expected outcome, so a value and not an
 * exception. `reason` is a literal that the interface has words for; `Details` is what the words
 * need (the nearest free slots, a deadline).
 */
export type Refused<Reason extends string, Details extends object = object> = {
  ok: false;
  reason: Reason;
} & Details;

export type Result<Value, Reason extends string, Details extends object = object> =
  | Ok<Value>
  | Refused<Reason, Details>;

export function ok<Value>(value: Value): Ok<Value> {
  return { ok: true, value };
}

export function refused<Reason extends string>(reason: Reason): Refused<Reason>;
export function refused<Reason extends string, Details extends object>(
  reason: Reason,
  details: Details,
): Refused<Reason, Details>;
export function refused(reason: string, details: object = {}) {
  return { ok: false, reason, ...details };
}
