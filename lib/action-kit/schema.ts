import { z } from 'zod';
import { localPath } from '@/kernel/local-path';
import { knownTimeZone } from '@/kernel/time/canonical-zone';

/** The languages of the interface, as forms post them. */
export const postedLocale = z.enum(['en', 'fr']).catch('en');

/** The zone in which somebody reads times, as the page or the browser knows it; null: nobody has said it. */
export const postedTimeZone = z.string().default('').transform(knownTimeZone);

export const postedPath = z.unknown().transform(localPath);

/** What a form sent, each field with all its values, so that it can be shown again as it was. */
export type SubmittedValues = Record<string, string[]>;

/**
 * What an action answers a form. `errors` has a code a field: `required`, a code of zod's
 * (`too_big`, `invalid_format`, …) or one that the schema itself names. `unreached` is said by the
 * browser: no answer came, so nobody knows what became of it. So is `too_large`, before it is sent.
 * `busy`: too many wanted the same at once, and nothing was done; `unavailable`: the database is not
 * there, or was lost meanwhile.
 */
export type ActionState<Value = undefined, Reason extends string = never, Data = undefined> =
  | { status: 'idle' }
  | { status: 'ok'; value: Value }
  | { status: 'invalid'; errors: Record<string, string>; values: SubmittedValues }
  | { status: 'unreached' | 'too_large' | 'busy' | 'unavailable'; values: SubmittedValues }
  | {
      status: 'refused';
      reason: 'rate_limited';
      data: { retryAfterSeconds: number };
      values: SubmittedValues;
    }
  | { status: 'refused'; reason: Reason; data: Data; values: SubmittedValues };

/** An action as a form takes it, with `useActionState`. */
export type FormAction<Value = undefined, Reason extends string = never, Data = undefined> = (
  previous: unknown,
  formData: FormData,
) => Promise<ActionState<Value, Reason, Data>>;
