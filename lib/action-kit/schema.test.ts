import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { partsOf, uncleanParts } from '@/testing/text-fields';

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(^|\/)schema(\/[\w-]+)?\.ts$/.test(file) && !file.endsWith('.test.ts'),
);
const schemas = await Promise.all(
  files.map(async (file) => {
    const exported = (await import(/* @vite-ignore */ resolve('lib', file))) as Record<
      string,
      unknown
    >;
    return Object.entries(exported).flatMap(([name, schema]) => partsOf(schema, `${file} ${name}`));
  }),
);

describe('what a form posts', () => {
  const parts = schemas.flat();

  it('is found', () => {
    expect(parts.length).toBeGreaterThan(100);
  });

  it('is kept without control characters, and on one line without what turns the text around', () => {
    expect(uncleanParts(parts)).toEqual([]);
  });
});
