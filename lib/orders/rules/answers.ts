import type { z } from 'zod';
import { type BookingAnswer, bookingAnswers } from '@/domain/answers';
import { ok, refused, type Result } from '@/kernel/result';
import type { Question } from '@/lib/services/schema';
import { longestAnswer } from '@/domain/services';
import type { AnswerError, SentAnswer, WrongAnswer } from '../schema/answers';
import { oneLine, paragraphs } from '@/kernel/plain-text';

/**
 * What a booking keeps of the answers that a form sent, or what is wrong with them. The
 * questions are those of now, and the form may be older: what is no longer asked is left out, a
 * question that is asked in other words must be seen again before its answer counts, and one that is
 * new is unanswered.
 */
export function checkAnswers(
  questions: readonly Question[],
  sent: readonly SentAnswer[],
): Result<BookingAnswer[], 'answers_wrong', { wrongAnswers: WrongAnswer[] }> {
  const answers: BookingAnswer[] = [];
  const wrongAnswers: WrongAnswer[] = [];
  for (const question of questions) {
    const found = sent.find(({ questionId }) => questionId === question.id);
    const parsed = answerTo(question).safeParse(found?.answer ?? '');
    const isReworded = found !== undefined && found.question !== question.text;
    if (isReworded && found.answer.trim() !== '') {
      wrongAnswers.push({ question, error: 'reworded' });
    } else if (!parsed.success) wrongAnswers.push({ question, error: errorOf(parsed.error) });
    else if (parsed.data !== '') {
      answers.push({ questionId: question.id, question: question.text, answer: parsed.data });
    }
  }
  return wrongAnswers.length > 0
    ? refused('answers_wrong', { wrongAnswers })
    : ok(bookingAnswers.parse(answers));
}

/** An answer to one question; empty where it need not be answered. */
function answerTo({ kind, options, isRequired }: Question) {
  return (kind === 'long' ? paragraphs : oneLine)(longestAnswer[kind])
    .refine((answer) => !isRequired || answer !== '', { error: 'required' })
    .refine((answer) => answer === '' || options === null || options.includes(answer), {
      error: 'not_an_option',
    });
}

function errorOf({ issues: [issue] }: z.ZodError): AnswerError {
  if (issue?.code === 'too_big') return 'too_big';
  return issue?.message === 'required' ? 'required' : 'not_an_option';
}
