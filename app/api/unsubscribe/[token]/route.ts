import { Temporal } from 'temporal-polyfill';
import { networkAddress } from '@/kernel/network';
import { limitUse } from '@/lib/action-kit/rate-limits';
import { postedLocale } from '@/lib/action-kit/schema';
import { openReminderOffLink } from '@/lib/auth/tokens';
import { turnReminderOff } from '@/lib/reminders/service/turn-off-by-link';
import { env } from '@/kernel/env';
import { readBody } from '@/kernel/read-body';
import { onwardPath } from '@/i18n/onward-path';

type Context = RouteContext<'/api/unsubscribe/[token]'>;

/** What a mail program sends (RFC 8058, 3.1), and nothing longer. */
const longestBody = 200;

/**
 * The one click of a mail program: turns that reminder off, without a sign-in, cookies or a redirect.
 * All links that are not ours, or no longer, are the same: not found. Those are counted by network address;
 * what is ours by person, since a mail provider asks for all its people from a few addresses.
 */
export async function POST(request: Request, { params }: Context) {
  const { token } = await params;
  if (!(await asksForOneClick(request))) return answer(400);
  const person = openReminderOffLink(token, env.authSecrets)?.personId;
  const wait =
    person === undefined
      ? await limitUse('link_by_address', networkAddress(request.headers))
      : await limitUse('change_by_person', person);
  if (wait !== null) return answer(429, { 'retry-after': String(wait) });
  const result = await turnReminderOff({ token, now: Temporal.Now.instant() });
  return answer(result.ok ? 200 : 404);
}

/** A person who has opened the address of the header: to the page with the button. */
export async function GET(request: Request, { params }: Context) {
  const { token } = await params;
  const locale = postedLocale.parse(new URL(request.url).searchParams.get('locale'));
  const page = onwardPath(`/unsubscribe/${encodeURIComponent(token)}`, locale);
  return answer(303, { location: env.APP_URL + page });
}

async function asksForOneClick(request: Request): Promise<boolean> {
  const type = request.headers.get('content-type') ?? '';
  const body = await readBody(request, longestBody);
  if (body === null) return false;
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    return form.get('List-Unsubscribe') === 'One-Click';
  } catch {
    // Not a form at all.
    return false;
  }
}

function answer(status: number, headers: Record<string, string> = {}) {
  return new Response(null, {
    status,
    headers: { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...headers },
  });
}
