import { describe, expect, it } from 'vitest';
import { sourceOf, unusedKeys } from './unused-messages';

const list = sourceOf(`export const states = ['held', 'over'] as const;`);
const unused = (keys: string[], ...files: string[]) =>
  unusedKeys(keys, [list, ...files.map(sourceOf)]);

describe('a message', () => {
  it.each([
    [`const t = useTranslations('page'); t('title')`, 'page.title'],
    [`const t = await getTranslations('page'); t.rich('done.title', {})`, 'page.done.title'],
    [`const t = useTranslations('page.done'); t(isOver ? 'title' : 'text')`, 'page.done.title'],
    ['const t = useTranslations("page"); t(`state_${state}`)', 'page.state_held'],
    ['const t = useTranslations("page"); t(`${state}.title`)', 'page.held.title'],
    [`const words = useTranslations('page'); words(state)`, 'page.over'],
    [`function textOf(t: MailTranslator) { return t('hold.subject'); }`, 'email.hold.subject'],
  ])('is used by %s', (code, key) => {
    expect(unused([key], code)).toEqual([]);
  });

  it.each([
    ['of a text of another page', `const t = useTranslations('list'); t('title')`, 'page.title'],
    ['of a code that nobody has', 'useTranslations("page"); t(`state_${one}`)', 'page.state_gone'],
    ['of a code that is not taken', `useTranslations('page'); t('title')`, 'page.held'],
    ['in a comment', `useTranslations('page'); // t('title')`, 'page.title'],
  ])('is not used because %s', (_, code, key) => {
    expect(unused([key], code)).toEqual([key]);
  });
});
