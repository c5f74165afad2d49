import { describe, expect, it } from 'vitest';
import { addQuestionForm } from './schema';

const serviceId = '01900000-0000-7000-8000-000000000001';
const parse = (values: Record<string, string>) =>
  addQuestionForm.safeParse({ serviceId, text: 'Your level?', kind: 'choice', ...values });

/** The field and the code of the first thing that is wrong. */
function wrong(values: Record<string, string>) {
  const [issue] = parse(values).error?.issues ?? [];
  return issue && [issue.path.join('.'), issue.message];
}

describe('a question', () => {
  it('has its options one a line, without what is empty', () => {
    expect(parse({ options: ' One \r\n\r\nTwo\n', isRequired: 'on' }).data).toEqual({
      serviceId,
      text: 'Your level?',
      kind: 'choice',
      options: ['One', 'Two'],
      isRequired: true,
    });
  });

  it('is one line, and has no options where the answer is free', () => {
    expect(parse({ text: ' Why\r\nnow\u00a0? ', kind: 'long', options: 'One' }).data).toMatchObject(
      {
        text: 'Why now\u00a0?',
        options: null,
        isRequired: false,
      },
    );
  });

  it.each([
    ['too_few', 'One'],
    ['too_few', ''],
    ['too_many', Array.from({ length: 13 }, (_, index) => `Option ${index}`).join('\n')],
    ['too_long', `One\n${'x'.repeat(101)}`],
    ['twice', 'One\nTwo\nOne '],
  ])('is said at its options: %s', (code, options) => {
    expect(wrong({ options })).toEqual(['options', code]);
  });

  it('needs words, of a kind that there is', () => {
    expect(wrong({ text: ' ', kind: 'short' })?.[0]).toBe('text');
    expect(wrong({ text: 'x'.repeat(201), kind: 'short' })?.[0]).toBe('text');
    expect(wrong({ kind: 'essay' })?.[0]).toBe('kind');
  });
});
