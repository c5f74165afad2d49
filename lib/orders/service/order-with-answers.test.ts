import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { questions } from '@/db/schema/services';
import { archiveQuestion, editQuestion } from '@/lib/services/service/edit-questions';
import {
  book,
  countRows,
  mintHoldLink,
  order,
  readBooking,
  user,
  visitor,
} from '@/testing/bookings';
import { expectLedgerAddsUp } from '@/testing/ledger';
import { makeMentor, makeUser, monday, ten } from '@/testing/people';
import { orderSlots } from './order-slots';
import { confirmHold } from './confirm-hold';

afterEach(expectLedgerAddsUp);

/** A mentor who asks two things, and what a form of theirs sends. */
async function asking() {
  const mentor = await makeMentor({
    questions: [
      { text: 'Why now?', isRequired: true },
      { text: 'Your level?', kind: 'choice', options: ['Beginner', 'Advanced'] },
    ],
  });
  const { mentorId, variantId, serviceId } = mentor;
  const [why, level] = mentor.questions;
  if (!why || !level) throw new Error('no questions were made');
  const whyNow = { questionId: why.id, question: why.text, answer: 'Because' };
  const beginner = { questionId: level.id, question: level.text, answer: 'Beginner' };
  const wanted = { mentorId, variantId, startsAt: ten, answers: [whyNow, beginner] };
  const reword = (question: { text: string; isRequired: boolean }) =>
    editQuestion({
      userId: mentorId,
      serviceId,
      questionId: why.id,
      question: { kind: 'short', options: null, ...question },
      now: monday,
    });
  return { ...mentor, why, level, whyNow, beginner, wanted, reword };
}

const bookers = {
  user: async () => user((await makeUser()).id),
  visitor: async () => visitor(`${crypto.randomUUID()}@example.test`),
};

describe.each(Object.entries(bookers))('a %s', (_, makeBooker) => {
  it('books with answers, which keep the words of the questions', async () => {
    const { wanted, whyNow, beginner, mentorId, serviceId, level, reword } = await asking();
    const { bookingId } = await book({ booker: await makeBooker(), ...wanted });
    expect((await readBooking(bookingId)).answers).toEqual([whyNow, beginner]);

    await reword({ text: 'What for?', isRequired: false });
    await archiveQuestion({ userId: mentorId, serviceId, questionId: level.id, now: monday });
    expect((await readBooking(bookingId)).answers).toEqual([whyNow, beginner]);
  });

  it('is refused with the question that is wrong, and may send the same form again', async () => {
    const { wanted, why, level, beginner, whyNow, mentorId } = await asking();
    const wrong = order({
      booker: await makeBooker(),
      ...wanted,
      answers: [{ ...beginner, answer: 'Expert' }],
    });
    expect(await orderSlots(wrong)).toEqual({
      ok: false,
      reason: 'answers_wrong',
      failures: [],
      wrongAnswers: [
        { question: expect.objectContaining({ id: why.id }), error: 'required' },
        { question: expect.objectContaining({ id: level.id }), error: 'not_an_option' },
      ],
    });
    expect(await countRows(mentorId)).toEqual({ sessions: 0, bookings: 0 });
    expect(await orderSlots({ ...wrong, answers: [whyNow] })).toMatchObject({ ok: true });
  });

  it('learns of a question that has changed since, and answers it as it is now', async () => {
    const { wanted, why, whyNow, reword } = await asking();
    await reword({ text: 'Why in winter?', isRequired: true });
    const old = order({ booker: await makeBooker(), ...wanted });
    expect(await orderSlots(old)).toMatchObject({
      reason: 'answers_wrong',
      wrongAnswers: [{ question: { id: why.id, text: 'Why in winter?' }, error: 'reworded' }],
    });
    const seen = { ...whyNow, question: 'Why in winter?' };
    const booked = await orderSlots({ ...old, answers: [seen] });
    if (!booked.ok) throw new Error(booked.reason);
    expect((await readBooking(booked.value.bookings[0].bookingId)).answers).toEqual([seen]);
  });

  it('is not held up by a question that is asked no more', async () => {
    const { wanted, mentorId, serviceId, why, beginner } = await asking();
    await archiveQuestion({ userId: mentorId, serviceId, questionId: why.id, now: monday });
    const { bookingId } = await book({ booker: await makeBooker(), ...wanted });
    expect((await readBooking(bookingId)).answers).toEqual([beginner]);
  });

  it('hears of a time that has gone before it hears of answers', async () => {
    const { wanted } = await asking();
    const somebody = await makeUser();
    await book({ booker: user(somebody.id), ...wanted });
    const late = order({ booker: await makeBooker(), ...wanted, answers: [] });
    expect(await orderSlots(late)).toMatchObject({ reason: 'slot_taken', wrongAnswers: [] });
  });

  it('cannot answer the questions of another service', async () => {
    const { wanted } = await asking();
    const elsewhere = await makeMentor();
    const { bookingId } = await book({
      booker: await makeBooker(),
      ...wanted,
      mentorId: elsewhere.mentorId,
      variantId: elsewhere.variantId,
    });
    expect((await readBooking(bookingId)).answers).toEqual([]);
  });
});

/** A hold with answers, and the link in its mail. */
async function held() {
  const mentor = await asking();
  const email = `${crypto.randomUUID()}@example.test`;
  const { bookingId } = await book({ booker: visitor(email), ...mentor.wanted });
  const token = await mintHoldLink(bookingId, { email, now: monday });
  return { ...mentor, bookingId, token };
}

describe('the link of a hold', () => {
  it('confirms with the answers that were given, whatever is asked by then', async () => {
    const { token, bookingId, whyNow, beginner, reword } = await held();
    await reword({ text: 'What for?', isRequired: true });
    expect(await confirmHold({ token, now: monday })).toMatchObject({ ok: true });
    expect((await readBooking(bookingId)).answers).toEqual([whyNow, beginner]);
  });

  it('takes the answers along to what is booked anew', async () => {
    const { token, bookingId, whyNow, beginner } = await held();
    const anew = await confirmHold({ token, now: monday.add({ hours: 1 }) });
    if (!anew.ok) throw new Error(anew.reason);
    expect(anew.value.bookingId).not.toBe(bookingId);
    expect((await readBooking(anew.value.bookingId)).answers).toEqual([whyNow, beginner]);
  });

  it('books nothing anew when something else is asked by then', async () => {
    const { token, reword, why } = await held();
    await reword({ text: 'What for?', isRequired: true });
    expect(await confirmHold({ token, now: monday.add({ hours: 1 }) })).toMatchObject({
      ok: false,
      reason: 'answers_wrong',
    });
    const [row] = await db.select().from(questions).where(eq(questions.id, why.id));
    expect(row).toMatchObject({ text: 'What for?', archivedAt: null });
  });
});
