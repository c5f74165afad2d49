import { describe, expect, it } from 'vitest';
import { mostRows } from '@/lib/tables/constants';
import { readInvitationFile } from './people-file';

/** Its rows as "number address name role language outcome", or why it is not read. */
function lines(text: string) {
  const result = readInvitationFile(new TextEncoder().encode(text));
  if (!result.ok) return result.reason;
  return result.value.map(({ row, email, name, role, locale, outcome }) =>
    [row, email, name, role, locale ?? '–', outcome].join(' | '),
  );
}

describe('a file of people to invite', () => {
  it.each([
    ['in English', 'email,name,role,language\nawa@x.test,Awa,admin,fr'],
    [
      'in French, as Excel saves it',
      '\uFEFFAdresse e‑mail;Nom;Rôle;Langue\r\nawa@x.test;Awa;Administratrice;Français\r\n',
    ],
    [
      'in another order, among others',
      'Rôle;Classe;Langue;Nom;Courriel\nadmin;3B;fr;Awa;AWA@x.test',
    ],
  ])('is read with titles %s', (_, text) => {
    expect(lines(text)).toEqual(['2 | awa@x.test | Awa | admin | fr | ready']);
  });

  it('needs no more than addresses', () => {
    expect(lines('awa@x.test\nkofi@x.test')).toEqual([
      '1 | awa@x.test |  | member | – | ready',
      '2 | kofi@x.test |  | member | – | ready',
    ]);
  });

  it('says of each row what is wrong with it', () => {
    const text = [
      'email;name;role;language',
      'awa@x.test;Awa;boss;',
      'awa;Awa;;',
      'kofi@x.test;Kofi;;de',
      'ben@x.test;;owner;en',
      'BEN@x.test;;member;',
    ];
    expect(lines(text.join('\n'))).toEqual([
      '2 | awa@x.test | Awa | boss | – | bad_role',
      '3 | awa | Awa | member | – | bad_address',
      '4 | kofi@x.test | Kofi | member | – | bad_language',
      '5 | ben@x.test |  | owner | en | ready',
      '6 | ben@x.test |  | member | – | twice',
    ]);
  });

  it('cuts a name that is longer than any, and keeps a formula as the text that it is', () => {
    expect(lines(`awa@x.test,${'x'.repeat(120)}`)).toEqual([
      `1 | awa@x.test | ${'x'.repeat(80)} | member | – | ready`,
    ]);
    expect(lines('awa@x.test,=1+1')).toEqual(['1 | awa@x.test | =1+1 | member | – | ready']);
  });

  it.each([
    ['nothing', '', 'file_missing'],
    ['titles alone', 'email,name\n', 'file_empty'],
    ['one row too many', 'a@x.test\n'.repeat(mostRows + 1), 'file_too_long'],
  ])('that has %s is not read', (_, text, reason) => {
    expect(lines(text)).toBe(reason);
  });
});
