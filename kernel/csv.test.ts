import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { csvFile } from './csv';

const at = Temporal.ZonedDateTime.from('2026-03-04T09:05:59[Africa/Dakar]');

it('is written as an Excel of that language reads it', () => {
  const rows = [
    ['Quoi', 'Crédits', 'Quand'],
    ['Séance ; « midi »', -12.5, at],
  ];
  expect(csvFile(rows, 'fr')).toBe(
    '\uFEFFQuoi;Crédits;Quand\r\n"Séance ; « midi »";-12,5;04/03/2026 09:05\r\n',
  );
  expect(csvFile(rows, 'en')).toBe(
    '\uFEFFQuoi,Crédits,Quand\r\nSéance ; « midi »,-12.5,2026-03-04 09:05\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1', '\uFEFF=1'])(
  'runs nothing that somebody wrote: %j',
  (text) => {
    const [[cell] = []]: string[][] = parse(csvFile([[text]], 'fr'), { bom: true, delimiter: ';' });
    expect(cell).toBe(`'${text}`);
  },
);

it('gives back whatever is put into it', () => {
  const text = fc
    .string({ unit: 'grapheme' })
    .filter((value) => !/^[\s\uFEFF]*[=+@\-＝＋－＠]|^\s/u.test(value));
  fc.assert(
    fc.property(
      fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
      (rows) => {
        for (const [locale, delimiter] of [
          ['fr', ';'],
          ['en', ','],
        ] as const) {
          expect(
            parse(csvFile(rows, locale), { bom: true, delimiter, recordDelimiter: '\r\n' }),
          ).toEqual(rows);
        }
      },
    ),
  );
});
