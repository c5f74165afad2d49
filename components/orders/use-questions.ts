import { useState } from 'react';
import type { BookBatchState } from '@/lib/orders/schema/batch-forms';
import type { BookSlotState } from '@/lib/bookings/schema/booking';
import type { Question } from '@/lib/services/schema';

/**
 * What the form asks: as the page had it, until the server refuses answers and says how their questions
 * are now. Reading the page anew instead would be another page, without the dialog.
 */
export function useQuestions(asked: Question[], state: BookSlotState | BookBatchState): Question[] {
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
