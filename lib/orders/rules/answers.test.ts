import { describe, expect, it } from 'vitest';
import type { Question } from '@/lib/services/schema';
import { checkAnswers } from './answers';

const why: Question = {
  id: '01900000-0000-7000-8000-000000000001',
  text: 'Why now?',
  kind: 'short',
  options: null,
  isRequired: true,
};
const story: Question = {
  ...why,
  id: '01900000-0000-7000-8000-000000000002',
  text: 'What happened?',
  kind: 'long',
  isRequired: false,
};
const level: Question = {
  ...why,
  id: '01900000-0000-7000-8000-000000000003',
  text: 'Your level?',
  kind: 'choice',
  options: ['Beginner', 'Advanced'],
};

const to = ({ id, text }: Question, answer: string, question = text) => ({
  questionId: id,
  question,
  answer,
});

const errorsOf = (questions: Question[], sent: Parameters<typeof checkAnswers>[1]) => {
  const result = checkAnswers(questions, sent);
  if (result.ok) return {};
  return Object.fromEntries(result.wrongAnswers.map(({ question, error }) => [question.id, error]));
};

describe('what is kept', () => {
  it('is the words of the question with what was answered, in the order of the questions', () => {
    const sent = [to(level, 'Beginner'), to(story, 'One\r\ntwo '), to(why, ' Because ')];
    expect(checkAnswers([why, story, level], sent)).toEqual({
      ok: true,
      value: [to(why, 'Because'), to(story, 'One\ntwo'), to(level, 'Beginner')],
    });
  });

  it('leaves out what nobody answered and what is no longer asked', () => {
    const sent = [to(why, 'Because'), to(story, '  '), to(level, 'Beginner')];
    expect(checkAnswers([why, story], sent)).toEqual({ ok: true, value: [to(why, 'Because')] });
    expect(checkAnswers([], [])).toEqual({ ok: true, value: [] });
  });
});

describe('what is refused', () => {
  it.each([
    ['nothing sent', why, [], 'required'],
    ['spaces alone', why, [to(why, ' \n ')], 'required'],
    ['no choice', level, [to(level, '')], 'required'],
    ['another choice', level, [to(level, 'Expert')], 'not_an_option'],
    ['a line that is too long', why, [to(why, 'x'.repeat(201))], 'too_big'],
    ['a text that is too long', story, [to(story, 'x'.repeat(2001))], 'too_big'],
    ['an answer to other words', why, [to(why, 'Because', 'Why not?')], 'reworded'],
    ['an optional answer to other words', story, [to(story, 'A lot', 'When?')], 'reworded'],
  ])('%s', (_, question, sent, code) => {
    expect(errorsOf([question], sent)).toEqual({ [question.id]: code });
  });

  it('is said of each question', () => {
    const sent = [to(level, 'Expert'), to(story, 'Fine')];
    expect(errorsOf([why, story, level], sent)).toEqual({
      [why.id]: 'required',
      [level.id]: 'not_an_option',
    });
  });

  it('takes as many characters as fit, and no answer to reworded words that needs none', () => {
    expect(errorsOf([why], [to(why, 'x'.repeat(200))])).toEqual({});
    expect(errorsOf([story], [to(story, '', 'When?')])).toEqual({});
    expect(errorsOf([{ ...level, isRequired: false }], [to(level, '')])).toEqual({});
  });
});
