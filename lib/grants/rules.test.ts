import { describe, expect, it } from 'vitest';
import { readGrantFile } from './rules';
import { mostFileBytes, mostRows } from '@/lib/grants/constants';

function read(text: string | Uint8Array, reason = 'A prize') {
  const file = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readGrantFile(file, { reason });
}

/** Its rows as "number address credits reason outcome", or why it is not read. */
function lines(text: string, reason?: string) {
  const result = read(text, reason);
  if (!result.ok) return result.reason;
  return result.value.map(({ row, email, credits, reason: why, outcome }) =>
    [row, email, credits, why, outcome].join(' | '),
  );
}

describe('a file of people and credits', () => {
  it.each([
    ['commas', 'awa@x.test,50,Science\nkofi@x.test,120'],
    ['semicolons', 'awa@x.test;50;Science\nkofi@x.test;120'],
    ['tabs and the ends of lines of Windows', 'awa@x.test\t50\tScience\r\nkofi@x.test\t120\r\n'],
    ['quotation marks', '"awa@x.test","50","Science"\n"kofi@x.test","120",""'],
    ['capitals and spaces', ' Awa@X.test , 50 , Science \nKOFI@x.test, 120,'],
  ])('is read with %s', (_, text) => {
    expect(lines(text)).toEqual([
      '1 | awa@x.test | 50 | Science | ready',
      '2 | kofi@x.test | 120 | A prize | ready',
    ]);
  });

  it.each([
    ['in the usual order', '\uFEFFemail,credits,reason\nawa@x.test,50,Science'],
    ['in French', 'Adresse e-mail;Crédits;Motif\nawa@x.test;50;Science'],
    ['in another order, among others', 'Nom,Motif,Crédits,Courriel\nAwa,Science,50,awa@x.test'],
  ])('may have titles, %s', (_, text) => {
    expect(lines(text)).toEqual(['2 | awa@x.test | 50 | Science | ready']);
  });

  it('counts rows as a spreadsheet does, also those that are empty', () => {
    const text = 'email;credits\n\nawa@x.test;50;"two\nlines"\n;;\nkofi@x.test;9\n';
    expect(lines(text)).toEqual([
      '3 | awa@x.test | 50 | A prize | ready',
      '5 | kofi@x.test | 9 | A prize | ready',
    ]);
  });

  it('keeps the separator that stands inside a reason', () => {
    expect(lines('awa@x.test;50;First, second, third, fourth')).toEqual([
      '1 | awa@x.test | 50 | First, second, third, fourth | ready',
    ]);
  });

  it.each([
    ['awa@x,50', 'bad_address'],
    [',50', 'bad_address'],
    ['awa@x.test,', 'not_whole'],
    ['awa@x.test,0', 'not_whole'],
    ['awa@x.test,-5', 'not_whole'],
    ['awa@x.test,1.5', 'not_whole'],
    ['awa@x.test,1e3', 'not_whole'],
    ['awa@x.test,100000', 'ready'],
    ['awa@x.test,100001', 'not_whole'],
    [`awa@x.test,5,${'x'.repeat(200)}`, 'ready'],
    [`awa@x.test,5,${'x'.repeat(201)}`, 'long_reason'],
  ])('%s is %s', (text, outcome) => {
    expect(read(text)).toMatchObject({ value: [{ outcome }] });
  });

  it('wants a reason from somewhere', () => {
    expect(read('awa@x.test,50', '')).toMatchObject({ value: [{ outcome: 'no_reason' }] });
    expect(read('awa@x.test,50,Science', '')).toMatchObject({ value: [{ outcome: 'ready' }] });
  });

  it('takes an address once, where it stands first', () => {
    expect(lines('awa@x.test,50\nAWA@x.test,60\nawa@x.test,none')).toEqual([
      '1 | awa@x.test | 50 | A prize | ready',
      '2 | awa@x.test | 60 | A prize | duplicate',
      '3 | awa@x.test | none | A prize | duplicate',
    ]);
  });

  it('drops what PostgreSQL would not keep', () => {
    expect(lines('awa@x.test,50,A\u0000B')).toEqual(['1 | awa@x.test | 50 | A B | ready']);
  });

  it.each([
    ['nothing', '', 'file_missing'],
    ['too much', 'x'.repeat(mostFileBytes + 1), 'file_too_large'],
    ['Latin-1', new Uint8Array([0x61, 0xe9, 0x2c, 0x35]), 'file_not_text'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00]), 'file_not_text'],
    ['an open quotation mark', 'awa@x.test,"50\nkofi@x.test,9', 'file_malformed'],
    ['one column', 'awa@x.test\nkofi@x.test', 'file_lacks_columns'],
    ['titles without credits', 'e-mail,name\nawa@x.test,Awa', 'file_lacks_columns'],
    ['titles alone', 'email,credits\n', 'file_empty'],
    ['white space', ' \n\n ', 'file_empty'],
    ['one row too many', 'a@x.test,1\n'.repeat(mostRows + 1), 'file_too_long'],
  ])('that has %s is not read', (_, text, reason) => {
    expect(read(text)).toEqual({ ok: false, reason });
  });
});
