import { expect, it } from 'vitest';
import { readImports } from '../imports/read-imports';
import { groupsOf } from '../imports/layers-of';
import { MAY_READ } from './domains.mjs';
import { domainOf, isCore } from './layers.mjs';

const edge = (from: string, to: string) => `${from} → ${to}`;

it('domains import each other in one direction', () => {
  const graph = new Map(Object.entries(MAY_READ).map(([name, read]) => [name, new Set(read)]));
  expect(groupsOf(graph).filter((group) => group.length > 1)).toEqual([]);
});

it('every import between domains that is allowed is made', () => {
  const made = new Set(
    readImports()
      .filter(({ from, to }) => isCore(from) && domainOf(to) !== '')
      .map(({ from, to }) => edge(domainOf(from), domainOf(to))),
  );
  const allowed = Object.entries(MAY_READ).flatMap(([from, read]) =>
    read.map((to) => edge(from, to)),
  );
  expect(allowed.filter((one) => !made.has(one))).toEqual([]);
});
