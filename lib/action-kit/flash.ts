import 'server-only';
import { randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { cookies } from 'next/headers';
import { cookieName } from '@/kernel/cookie-name';
import { authSecret, sessionCookie } from '@/lib/auth/config';
import type { ActionState } from './schema';
import { sealText, unsealText } from '@/lib/auth/tokens';

/*
 * A form that is posted without JavaScript cannot be answered with a state: on a partially prerendered
 * page the answer has no page around it (vercel/next.js #92992). So the action redirects back to the
 * form's page, and the state waits in a cookie for the page to read: sealed, since pages believe it;
 * and with an id that the redirect's address repeats, so that it shows once and not on later visits.
 */

const flashCookie = cookieName('baobab-flash');
const keptSeconds = 5 * 60;
/** Browsers keep 4,096 bytes a cookie, name and attributes included. */
const mostBytes = 3800;

type AnyState = ActionState<unknown, string, unknown>;

const seal = { secret: authSecret, purpose: 'flash' };

/** Keeps an action's state for the next page. @returns the id for the address, as `?flash=…` */
export async function keepFlash(action: string, state: AnyState): Promise<string> {
  const id = randomBytes(6).toString('base64url');
  const full = pack(id, action, state);
  // What was typed is too long for a cookie: better the answer without it than none.
  const value =
    full.length <= mostBytes
      ? full
      : pack(id, action, { ...state, ...('values' in state && { values: {} }) });
  (await cookies()).set(flashCookie, value, {
    ...sessionCookie.options,
    maxAge: keptSeconds,
  });
  return id;
}

/**
 * The state that the action of this name left for the page whose address has `id` in `?flash=`; idle
 * when there is none. Give it to the form as its first state. For pages rendered for each request.
 */
export async function readFlash<State extends AnyState>(
  action: string,
  id: string | string[] | undefined,
): Promise<State | { status: 'idle' }> {
  const sealed = (await cookies()).get(flashCookie)?.value;
  if (sealed === undefined || typeof id !== 'string') return { status: 'idle' };
  const packed = unsealText(sealed, seal);
  if (packed === null) return { status: 'idle' };
  const json = inflateRawSync(Buffer.from(packed, 'base64url')).toString('utf8');
  const kept = JSON.parse(json) as { id: string; action: string; state: State };
  return kept.id === id && kept.action === action ? kept.state : { status: 'idle' };
}

function pack(id: string, action: string, state: AnyState): string {
  const json = JSON.stringify({ id, action, state });
  return sealText(deflateRawSync(json).toString('base64url'), seal);
}
