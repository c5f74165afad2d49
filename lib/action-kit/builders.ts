import 'server-only';
import { refresh } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { isBusy, isOutage } from '@/db/errors';
import { onwardPath } from '@/i18n/onward-path';
import { type Locale, unlocalizedPath } from '@/i18n/routing';
import { localPath } from '@/kernel/local-path';
import { log } from '@/kernel/log';
import { networkAddress } from '@/kernel/network';
import { keepFlash } from './flash';
import { type LimitName, limitUse } from './rate-limits';
import { type ActionState, type FormAction, postedLocale, type SubmittedValues } from './schema';
import { getViewer, signInPath, type Viewer } from '@/lib/auth/session';

/** What an action may use. `now` is the request's one instant. */
export type ActionContext<Input, Who> = {
  input: Input;
  viewer: Who;
  locale: Locale;
  /** The address that the request came from. */
  network: string;
  now: Temporal.Instant;
};

/** Where an action leads: a path of ours without its language, which the builder puts in front, or a `URL` elsewhere. */
type Destination = string | URL | null | undefined;

interface Following {
  /** On a refusal, where another page has the words. */
  redirectTo?: Destination;
  /** The page that the form stands on is read anew, where it is scrolled to. */
  refreshes?: boolean;
  /** Work for after the answer, such as dispatching mails. Best effort: it may be lost. */
  afterwards?: () => Promise<unknown>;
}

/**
 * What came of an action's input: a service's result as it is, or with what is to follow from it. Of a
 * refusal `reason` and `data` reach the form; without a `value`, `Value` is undefined, and so for `data`.
 */
export type ActionAnswer<Value, Reason extends string, Data> =
  | (Following & { ok: true; value?: Value })
  | (Following & { ok: false; reason: Reason; data?: Data });

interface Options<Schema extends z.ZodType, Who, Value, Reason extends string, Data> {
  /** Every form also posts `locale`, and `from`: the path with query of the page it stands on. */
  schema: Schema;
  /** Fields that may come several times, which the schema gets as arrays; of others, the last counts. */
  lists?: readonly string[];
  /** Fields that are files, which the schema gets as `File`. They are never sent back. */
  files?: readonly string[];
  /** Counted by network address before anything is read of the form. */
  limitByAddress?: LimitName;
  /** How many uses a form is, of which the rest is counted when it has been read; 1 if not said. */
  uses?: (input: z.output<Schema>) => number;
  /**
   * A name of the action's own, for forms that have to work without JavaScript: a post without it is
   * then answered by a redirect to the form's page, where `readFlash(name, searchParams.flash)` gives
   * the state. With JavaScript the state is returned as ever.
   */
  flash?: string;
  /** One service call, and what follows from its result. What it throws reaches the error page. */
  run: (
    context: ActionContext<z.output<Schema>, Who>,
  ) => Promise<ActionAnswer<Value, Reason, Data>>;
  /** The form's page is read anew whatever came of it. */
  refreshes?: boolean;
  /** Where success leads. */
  leadsTo?:
    | string
    | ((context: ActionContext<z.output<Schema>, Who> & { value: Value }) => Destination);
}

export type PublicOptions<Schema extends z.ZodType, Value, Reason extends string, Data> = Options<
  Schema,
  Viewer | null,
  Value,
  Reason,
  Data
> & {
  /** Counted by what identifies the person: the user, or the address that a visitor gave. */
  limitByPerson?: PersonLimit<z.output<Schema>, Viewer | null>;
};

export type UserOptions<Schema extends z.ZodType, Value, Reason extends string, Data> = Options<
  Schema,
  Viewer,
  Value,
  Reason,
  Data
> & {
  /** Counted by user; null: not at all. */
  limitByPerson?: LimitName | null;
};

interface PersonLimit<Input, Who> {
  name: LimitName;
  /** `network`: the address that the request came from, for what a visitor claims to be. */
  subject: (context: { input: Input; viewer: Who; network: string }) => string;
}

/** An action that anybody may post to; `viewer` is null for a visitor. */
export function publicAction<
  Schema extends z.ZodType,
  Value = undefined,
  Reason extends string = never,
  Data = undefined,
>(options: PublicOptions<Schema, Value, Reason, Data>): FormAction<Value, Reason, Data> {
  return async (_previous, given) => {
    const formData = postedForm(given);
    return inTrouble(options, formData, async () =>
      act(options, formData, { viewer: await getViewer(), limit: options.limitByPerson }),
    );
  };
}

/** An action for users; whoever is signed in no more is asked to, and comes back to the form's page. */
export function userAction<
  Schema extends z.ZodType,
  Value = undefined,
  Reason extends string = never,
  Data = undefined,
>(options: UserOptions<Schema, Value, Reason, Data>): FormAction<Value, Reason, Data> {
  const { limitByPerson: name = 'change_by_person' } = options;
  return async (_previous, given) => {
    const formData = postedForm(given);
    return inTrouble(options, formData, async () => {
      const viewer = await getViewer();
      if (!viewer) {
        const from = unlocalizedPath(await pageOf(formData));
        redirect(signInPath(postedLocale.parse(formData.get('locale')), from));
      }
      const limit = name === null ? undefined : { name, subject: () => viewer.id };
      return act(options, formData, { viewer, limit });
    });
  };
}

/**
 * Answers with what was posted where the database is not there, or others had to be waited for too long,
 * whatever of the action asked it: an error page in place of the form would lose what was typed.
 */
async function inTrouble<Value, Reason extends string, Data>(
  { flash }: { flash?: string },
  formData: FormData,
  work: () => Promise<ActionState<Value, Reason, Data>>,
): Promise<ActionState<Value, Reason, Data>> {
  try {
    return await work();
  } catch (error) {
    const status = isBusy(error) ? 'busy' : isOutage(error) ? 'unavailable' : null;
    if (status === null) throw error;
    log.warn({ status }, 'an action could not be carried out');
    return answer({ status, values: submittedValues(formData) }, flash, formData);
  }
}

/**
 * The order that every action keeps (architecture page): who, which the builders did; the limit by
 * network address; parsing; the limit by person; the service; caches and later work; and last, outside
 * any try since Next.js redirects by throwing, the redirect.
 */
async function act<Schema extends z.ZodType, Who, Value, Reason extends string, Data>(
  options: Options<Schema, Who, Value, Reason, Data>,
  formData: FormData,
  { viewer, limit }: { viewer: Who; limit: PersonLimit<z.output<Schema>, Who> | undefined },
): Promise<ActionState<Value, Reason, Data>> {
  const values = submittedValues(formData);
  const locale = postedLocale.parse(formData.get('locale'));
  const answerWith = (state: ActionState<Value, Reason, Data>) =>
    answer(state, options.flash, formData);

  const network = networkAddress(await headers());
  if (options.limitByAddress) {
    const wait = await limitUse(options.limitByAddress, network);
    if (wait !== null) return answerWith(rateLimited(wait, values));
  }
  const parsed = options.schema.safeParse({
    ...schemaInput(values, options.lists ?? []),
    ...filesOf(formData, options.files ?? []),
  });
  if (!parsed.success) {
    return answerWith({ status: 'invalid', errors: errorCodes(parsed.error, values), values });
  }
  const input = parsed.data;
  const uses = options.uses?.(input) ?? 1;
  if (options.limitByAddress && uses > 1) {
    const wait = await limitUse(options.limitByAddress, network, uses - 1);
    if (wait !== null) return answerWith(rateLimited(wait, values));
  }
  if (limit) {
    const wait = await limitUse(limit.name, limit.subject({ input, viewer, network }), uses);
    if (wait !== null) return answerWith(rateLimited(wait, values));
  }
  const context = { input, viewer, locale, network, now: Temporal.Now.instant() };
  const result = await options.run(context);
  if (options.refreshes || result.refreshes) refresh();
  if (result.afterwards) after(result.afterwards);
  // Without a value `Value` is undefined, as the type of the answer says, and so for `data`.
  const state: ActionState<Value, Reason, Data> = result.ok
    ? { status: 'ok', value: result.value as Value }
    : { status: 'refused', reason: result.reason, data: result.data as Data, values };
  const { leadsTo } = options;
  const leading =
    state.status === 'ok' && typeof leadsTo === 'function'
      ? leadsTo({ ...context, value: state.value })
      : state.status === 'ok' && leadsTo;
  const redirectTo = result.redirectTo ?? leading;
  if (redirectTo) {
    redirect(redirectTo instanceof URL ? redirectTo.href : onwardPath(redirectTo, locale));
  }
  return answerWith(state);
}

function rateLimited(retryAfterSeconds: number, values: SubmittedValues) {
  return {
    status: 'refused',
    reason: 'rate_limited',
    data: { retryAfterSeconds },
    values,
  } as const;
}

async function answer<State extends ActionState<unknown, string, unknown>>(
  state: State,
  flash: string | undefined,
  formData: FormData,
): Promise<State> {
  // The header with which the browser's script calls an action; a plain form does not send it.
  const hasScript = (await headers()).has('next-action');
  if (hasScript || flash === undefined) return state;
  const page = new URL(await pageOf(formData), 'https://baobab.invalid');
  page.searchParams.set('flash', await keepFlash(flash, state));
  const locale = postedLocale.parse(formData.get('locale'));
  redirect(onwardPath(page.pathname + page.search + page.hash, locale));
}

/** The page that the form stands on: as the form says, else as the browser does. */
async function pageOf(formData: FormData): Promise<string> {
  const from = formData.get('from');
  if (typeof from === 'string') return localPath(from);
  const referer = (await headers()).get('referer');
  if (referer === null || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return localPath(pathname + search);
}

/** What was typed, without React's own fields and without files. */
function submittedValues(formData: FormData): SubmittedValues {
  const values = new Map<string, string[]>();
  for (const [field, value] of formData) {
    // No form of ours has a field that every object has.
    if (typeof value !== 'string' || field.startsWith('$ACTION') || field in {}) continue;
    const all = values.get(field);
    if (all) all.push(value);
    else values.set(field, [value]);
  }
  return Object.fromEntries(values);
}

/** What was posted, whatever the caller has put in its place: an action is anybody's to call. */
function postedForm(given: unknown): FormData {
  return given instanceof FormData ? given : new FormData();
}

function schemaInput(values: SubmittedValues, lists: readonly string[]) {
  const single = Object.entries(values).map(([field, all]) => [field, all.at(-1)]);
  return {
    ...Object.fromEntries(single),
    ...Object.fromEntries(lists.map((field) => [field, values[field] ?? []])),
  };
}

function filesOf(formData: FormData, fields: readonly string[]) {
  return Object.fromEntries(fields.map((field) => [field, formData.get(field)]));
}

/** The first error of each field, as a code that the form has words for. */
function errorCodes(error: z.ZodError, values: SubmittedValues): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.join('.');
    const isEmpty = (values[field]?.at(-1) ?? '').trim() === '';
    codes[field] ??= isEmpty ? 'required' : issue.code === 'custom' ? issue.message : issue.code;
  }
  return codes;
}
