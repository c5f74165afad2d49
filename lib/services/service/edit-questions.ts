import { getOwnService } from '@/db/queries/own-services';
import {
  insertQuestion,
  listOwnQuestions,
  orderQuestions,
  updateQuestion,
} from '@/db/queries/questions';
import { actAsMentor } from '@/lib/mentors/service/act-as-mentor';
import { ok, refused, type Result } from '@/kernel/result';
import { moved } from '../rules';
import type { QuestionInput } from '../schema';
import { mostQuestions } from '@/lib/services/constants';
import type { ByMentor } from './edit-services';

/*
 * What a service asks whoever books it. Bookings have copied the words that they were asked with, so
 * nothing here touches them.
 */

type OfQuestion = ByMentor & { serviceId: string; questionId: string };

/** Adds a question behind the others. */
export async function addQuestion(
  input: ByMentor & { serviceId: string; question: QuestionInput },
): Promise<Result<null, 'not_found' | 'too_many'>> {
  const { serviceId, question, now } = input;
  return actAsMentor<null, 'not_found' | 'too_many'>(input, async (tx, { id: mentorId }) => {
    if (!(await getOwnService(tx, { mentorId, serviceId }))) return refused('not_found');
    const { length: position } = await listOwnQuestions(tx, { mentorId, serviceId });
    if (position >= mostQuestions) return refused('too_many');
    await insertQuestion(tx, { ...question, serviceId, position, createdAt: now });
    return ok(null);
  });
}

/** Asks something else, or otherwise, from the next booking on. */
export async function editQuestion(
  input: OfQuestion & { question: QuestionInput },
): Promise<Result<null, 'not_found'>> {
  const { serviceId, questionId, question } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) =>
    (await updateQuestion(tx, { mentorId, serviceId, questionId, set: question }))
      ? ok(null)
      : refused('not_found'),
  );
}

/** Moves a question a place up or down; at the end of the way nothing happens. */
export async function moveQuestion(
  input: OfQuestion & { direction: 'up' | 'down' },
): Promise<Result<null, 'not_found'>> {
  const { serviceId, questionId, direction } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) => {
    const asked = await listOwnQuestions(tx, { mentorId, serviceId });
    const ids = asked.map(({ id }) => id);
    if (!ids.includes(questionId)) return refused('not_found');
    await orderQuestions(tx, { mentorId, serviceId, ids: moved(ids, questionId, direction) });
    return ok(null);
  });
}

/** Asks a question no more, and closes the gap; its row stays. */
export async function archiveQuestion(input: OfQuestion): Promise<Result<null, 'not_found'>> {
  const { serviceId, questionId, now } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) => {
    const set = { archivedAt: now };
    if (!(await updateQuestion(tx, { mentorId, serviceId, questionId, set }))) {
      return refused('not_found');
    }
    const left = await listOwnQuestions(tx, { mentorId, serviceId });
    await orderQuestions(tx, { mentorId, serviceId, ids: left.map(({ id }) => id) });
    return ok(null);
  });
}
