'use client';

import { useState, useTransition } from 'react';

/** What an action answered; `unreached`: nothing came back, so nobody knows. */
export type DeedState<Answer> = Answer | { status: 'idle' } | { status: 'unreached' };

/** Sends a form to an action and stays: a refusal is kept to be told in place. */
export function useDeed<Answer extends { status: string }>(
  action: (previous: { status: 'idle' }, form: FormData) => Promise<Answer>,
  onDone: (answer: Extract<Answer, { status: 'ok' }>) => void,
) {
  const [state, setState] = useState<DeedState<Answer>>({ status: 'idle' });
  const [isPending, startTransition] = useTransition();

  function run(form: FormData) {
    startTransition(async () => {
      try {
        const answer = await action({ status: 'idle' }, form);
        setState(answer);
        if (isDone(answer)) onDone(answer);
      } catch {
        setState({ status: 'unreached' });
      }
    });
  }

  return { state, isPending, run };
}

function isDone<Answer extends { status: string }>(
  answer: Answer,
): answer is Extract<Answer, { status: 'ok' }> {
  return answer.status === 'ok';
}
