'use server';

import { userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { retryAllForm, retryMailForm } from './schema';
import { unsentMailsPath } from '@/lib/unsent-mails/constants';
import { retryMails } from './service';

/** Mails that are sent right after the answer; the cron has the rest. */
const sentAtOnce = 25;

/** Has one failed mail sent again. Who administers what it is about, the service knows. */
export const retryMailAction = userAction({
  schema: retryMailForm,
  flash: 'retry-mail',
  run: async ({ input: { organizationId, deliveryId: only }, viewer, now }) =>
    answer(await retryMails({ userId: viewer.id, organizationId, only, now }), now),
});

/** Has everything of an organization's sent again that failed. */
export const retryAllMailsAction = userAction({
  schema: retryAllForm,
  flash: 'retry-mail',
  run: async ({ input: { organizationId }, viewer, now }) =>
    answer(await retryMails({ userId: viewer.id, organizationId, now }), now),
});

type Retried = Awaited<ReturnType<typeof retryMails>>;
type Now = Parameters<typeof retryMails>[0]['now'];

function answer(result: Retried, now: Now) {
  if (!result.ok) return result;
  const said = new URLSearchParams({
    retried: String(result.value.ids.length),
    at: String(now.epochMilliseconds),
  });
  return {
    ok: true,
    redirectTo: `${unsentMailsPath(result.value.organization)}?${said.toString()}`,
    afterwards: () => followUp({ now, mostMails: sentAtOnce }),
  } as const;
}
