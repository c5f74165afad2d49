import { useState } from 'react';
import type { OrderState } from '@/lib/orders/schema/order-form';
import type { Question } from '@/lib/services/schema';

/**
 * What the form asks: as the page had it, until the server refuses answers and says how their questions
 * are now. Reading the page anew instead would be another page, without the dialog.
 */
export function useQuestions(asked: Question[], state: OrderState): Question[] {
  const [questions, setQuestions] = useState(asked);
  const [seen, setSeen] = useState(state);
  if (seen !== state) {
    setSeen(state);
    if (state.status === 'refused' && state.reason === 'answers_wrong') {
      const now = state.data.wrongAnswers.map(({ question }) => question);
      const added = now.filter(({ id }) => questions.every((known) => known.id !== id));
      setQuestions([
        ...questions.map((known) => now.find(({ id }) => id === known.id) ?? known),
        ...added,
      ]);
    }
  }
  return questions;
}
