'use server';

import { Temporal } from 'temporal-polyfill';
import { userAction } from '@/lib/action-kit/builders';
import { followUp } from '@/lib/action-kit/follow-up';
import { proposalForm } from '../schema/proposal';
import { proposeSession } from '../service/propose-session';

/** A mentor proposes one of their times to somebody. */
export const proposeSessionAction = userAction({
  schema: proposalForm,
  flash: 'propose-session',
  run: async ({ input, viewer, locale, now }) => {
    const { variantId, startsAt, format, place, name, word, requestId } = input;
    const result = await proposeSession({
      mentorId: viewer.id,
      to:
        input.to === 'mentee'
          ? { menteeId: input.menteeId, locale }
          : { email: input.email, locale },
      variantId,
      startsAt: Temporal.Instant.from(startsAt),
      format,
      place,
      name,
      word,
      requestId,
      now,
    });
    if (!result.ok) return result;
    return {
      ok: true,
      redirectTo: '/mentor/requests?done=proposed',
      afterwards: () => followUp({ now }),
    };
  },
});
