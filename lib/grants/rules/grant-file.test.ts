import { describe, expect, it } from 'vitest';
import { csvFile } from '@/kernel/csv';
import { mostFileBytes, mostRows } from '@/lib/tables/constants';
import { readGrantFile } from './grant-file';

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

/** As Windows-1252 writes it: one byte a letter, with a few signs where Latin-1 has none. */
function inWindows(text: string): Uint8Array {
  const signs = new Map([
    ['’', 0x92],
    ['€', 0x80],
  ]);
  return Uint8Array.from(text, (letter) => signs.get(letter) ?? letter.charCodeAt(0));
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
    ['in French, as pages write it', 'Adresse e\u2011mail;Crédits;Motif\nawa@x.test;50;Science'],
    ['in another order, among others', 'Nom,Motif,Crédits,Courriel\nAwa,Science,50,awa@x.test'],
  ])('may have titles, %s', (_, text) => {
    expect(lines(text)).toEqual(['2 | awa@x.test | 50 | Science | ready']);
  });

  const table = 'Adresse e-mail;Crédits;Motif\r\nawa@x.test;50;Élève de l’année : 1 €\r\n';
  it.each([
    ['UTF-8', Buffer.from(table)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${table}`)],
    ['UTF-16, the low byte first', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['UTF-16, the high byte first', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16()],
    ['Windows-1252', inWindows(table)],
  ])('is read in %s', (_, file) => {
    const result = read(new Uint8Array(file));
    expect(result).toMatchObject({
      value: [{ row: 2, email: 'awa@x.test', reason: 'Élève de l’année : 1 €', outcome: 'ready' }],
    });
  });

  it.each([
    ['sep=;', 'sep=;\r\nemail;credits\r\nawa@x.test;50', 2],
    ['sep= and another sign than expected', '"sep=|"\nemail|credits\nawa@x.test|50', 2],
    ['a title', 'Lauréats, 2026, lycée\n\nemail;credits\nawa@x.test;50', 4],
    ['a title and no names', 'Lauréats 2026;;\nawa@x.test;50;', 2],
  ])('may begin with %s', (_, text, row) => {
    expect(lines(text)).toEqual([`${row} | awa@x.test | 50 | A prize | ready`]);
  });

  it('passes over nobody who stands above what looks like names', () => {
    expect(lines('kofi@x.test,9\nemail,credits\nawa@x.test,50')).toEqual([
      '1 | kofi@x.test | 9 | A prize | ready',
      '2 | email | credits | A prize | bad_address',
      '3 | awa@x.test | 50 | A prize | ready',
    ]);
    expect(lines(',50\nawa@x.test,5')).toEqual([
      '1 |  | 50 | A prize | bad_address',
      '2 | awa@x.test | 5 | A prize | ready',
    ]);
  });

  it.each(['en', 'fr'] as const)('is read when we have written it in %s', (locale) => {
    const written = csvFile(
      [
        ['e-mail', 'motif', 'crédits'],
        ['awa@x.test', 'Un ; prix, 1', 50],
      ],
      locale,
    );
    expect(lines(written)).toEqual(['2 | awa@x.test | 50 | Un ; prix, 1 | ready']);
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
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xe9, 0x00, 0xff]), 'file_not_text'],
    ['half a letter of UTF-16', new Uint8Array([0xff, 0xfe, 0x61]), 'file_not_text'],
    ['an open quotation mark', 'awa@x.test,"50\nkofi@x.test,9', 'file_malformed'],
    ['one column', 'awa@x.test\nkofi@x.test', 'file_lacks_columns'],
    ['titles without credits', 'e-mail,name\nawa@x.test,Awa', 'file_lacks_columns'],
    ['titles alone', 'email,credits\n', 'file_empty'],
    ['white space', ' \n\n ', 'file_empty'],
    ['one row too many', 'a@x.test,1\n'.repeat(mostRows + 1), 'file_too_long'],
    ['empty rows without end', '\n'.repeat(mostFileBytes), 'file_too_long'],
  ])('that has %s is not read', (_, text, reason) => {
    expect(read(text)).toEqual({ ok: false, reason });
  });
});
