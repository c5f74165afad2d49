import type { Question } from '@/lib/services/schema';
import { answerField, questionAskedBy } from './answer-fields';
import type { BookingAnswer } from '@/domain/answers';

/** What came of a question: its words as the form had them, and what was answered, empty or not. */
export type SentAnswer = BookingAnswer;

/** `reworded`: it was answered before it was asked like this. */
export type AnswerError = 'required' | 'too_big' | 'not_an_option' | 'reworded';
/** What is wrong with an answer, and the question as it is now: the form may be older. */
export interface WrongAnswer {
  question: Question;
  error: AnswerError;
}

/** The answers among the fields of a form, whatever questions they are to. */
export function answersIn(form: Record<string, unknown>): SentAnswer[] {
  return Object.entries(form).flatMap(([field, question]) => {
    const questionId = questionAskedBy(field);
    if (questionId === null) return [];
    return [
      { questionId, question: textOf(question), answer: textOf(form[answerField(questionId)]) },
    ];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
