import { asc, eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { questions } from '@/db/schema/services';
import { users } from '@/db/schema/users';
import { makeMentor, makeUser, monday } from '@/testing/people';
import type { QuestionInput } from '../schema';
import { mostQuestions } from '@/lib/services/constants';
import { addQuestion, archiveQuestion, editQuestion, moveQuestion } from './edit-questions';

const now = monday;
const level: QuestionInput = {
  text: 'Your level?',
  kind: 'choice',
  options: ['Beginner', 'Advanced'],
  isRequired: true,
};

const rowsOf = (serviceId: string) =>
  db
    .select()
    .from(questions)
    .where(eq(questions.serviceId, serviceId))
    .orderBy(asc(questions.position), asc(questions.id));

/** The words of what is asked, in order. */
const askedBy = async (serviceId: string) => {
  const rows = await rowsOf(serviceId);
  const asked = rows.filter(({ archivedAt }) => archivedAt === null);
  expect(asked.map(({ position }) => position)).toEqual(asked.map((_, place) => place));
  return asked.map(({ text }) => text);
};

/** A mentor whose service asks A, B and C. */
async function asking() {
  const mentor = await makeMentor({
    questions: ['A', 'B', 'C'].map((text) => ({ text })),
  });
  const { mentorId: userId, serviceId } = mentor;
  const [a = '', b = '', c = ''] = mentor.questions.map(({ id }) => id);
  return { serviceId, a, b, c, asked: { userId, serviceId, now } };
}

describe('the questions of a service', () => {
  it('are added behind the others, up to the number that a form can bear', async () => {
    const { asked, serviceId, a } = await asking();
    expect(await addQuestion({ ...asked, question: level })).toEqual({ ok: true, value: null });
    expect((await rowsOf(serviceId)).at(-1)).toMatchObject({ ...level, position: 3 });
    for (let count = 4; count < mostQuestions; count += 1) {
      await addQuestion({ ...asked, question: level });
    }
    expect(await addQuestion({ ...asked, question: level })).toMatchObject({ reason: 'too_many' });
    await archiveQuestion({ ...asked, questionId: a });
    expect(await addQuestion({ ...asked, question: level })).toMatchObject({ ok: true });
    expect(await askedBy(serviceId)).toHaveLength(mostQuestions);
  });

  it('change in all but their place', async () => {
    const { asked, serviceId, b } = await asking();
    expect(await editQuestion({ ...asked, questionId: b, question: level })).toMatchObject({
      ok: true,
    });
    expect((await rowsOf(serviceId))[1]).toMatchObject({ ...level, id: b, position: 1 });
  });

  it('move a place up or down, and stay at the ends', async () => {
    const { asked, serviceId, a, c } = await asking();
    await moveQuestion({ ...asked, questionId: a, direction: 'down' });
    expect(await askedBy(serviceId)).toEqual(['B', 'A', 'C']);
    await moveQuestion({ ...asked, questionId: c, direction: 'up' });
    await moveQuestion({ ...asked, questionId: c, direction: 'up' });
    expect(await moveQuestion({ ...asked, questionId: c, direction: 'up' })).toMatchObject({
      ok: true,
    });
    expect(await askedBy(serviceId)).toEqual(['C', 'B', 'A']);
  });

  it('are archived, which closes the gap and keeps the row', async () => {
    const { asked, serviceId, a, b } = await asking();
    await archiveQuestion({ ...asked, questionId: a });
    expect(await askedBy(serviceId)).toEqual(['B', 'C']);
    expect((await rowsOf(serviceId)).find(({ id }) => id === a)?.archivedAt?.toString()).toBe(
      now.toString(),
    );
    for (const act of [
      archiveQuestion({ ...asked, questionId: a }),
      editQuestion({ ...asked, questionId: a, question: level }),
      moveQuestion({ ...asked, questionId: a, direction: 'down' }),
    ]) {
      expect(await act).toEqual({ ok: false, reason: 'not_found' });
    }
    await archiveQuestion({ ...asked, questionId: b });
    expect(await askedBy(serviceId)).toEqual(['C']);
  });

  it('keep ten places when two tabs add at once', async () => {
    const { asked, serviceId } = await asking();
    await Promise.all(Array.from({ length: 12 }, () => addQuestion({ ...asked, question: level })));
    expect(await askedBy(serviceId)).toHaveLength(mostQuestions);
  });
});

type Asked = { userId: string; serviceId: string; questionId: string };

const actions: Record<string, (asked: Asked) => Promise<{ ok: boolean }>> = {
  addQuestion: (asked) => addQuestion({ ...asked, question: level, now }),
  editQuestion: (asked) => editQuestion({ ...asked, question: level, now }),
  moveQuestion: (asked) => moveQuestion({ ...asked, direction: 'down', now }),
  archiveQuestion: (asked) => archiveQuestion({ ...asked, now }),
};

describe('a stranger', () => {
  it.each(Object.entries(actions))(
    '%s: another mentor’s is as if it did not exist',
    async (_, act) => {
      const [theirs, own, blocked] = [await asking(), await asking(), await asking()];
      await db.update(users).set({ blockedAt: now }).where(eq(users.id, blocked.asked.userId));
      const someone = await makeUser();
      const before = await rowsOf(theirs.serviceId);
      const nothing = { ok: false, reason: 'not_found' };
      const { serviceId, a: questionId } = theirs;
      for (const userId of [own.asked.userId, someone.id, uuidv7()]) {
        expect(await act({ userId, serviceId, questionId })).toEqual(nothing);
      }
      expect(await act({ ...blocked.asked, questionId: blocked.a })).toEqual(nothing);
      expect(await rowsOf(serviceId)).toEqual(before);
      expect(await act({ ...own.asked, questionId: own.a })).toMatchObject({ ok: true });
    },
  );

  it.each(['editQuestion', 'moveQuestion', 'archiveQuestion'])(
    '%s: a question of theirs is not reached through a service of one’s own',
    async (name) => {
      const [theirs, own] = [await asking(), await asking()];
      const before = await rowsOf(theirs.serviceId);
      const mixed = { ...own.asked, questionId: theirs.a };
      expect(await actions[name]?.(mixed)).toEqual({ ok: false, reason: 'not_found' });
      expect(await rowsOf(theirs.serviceId)).toEqual(before);
    },
  );
});
