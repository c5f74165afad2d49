import { expect, it } from 'vitest';
import { moved } from './rules';

it.each([
  ['b', 'up', 'bac'],
  ['b', 'down', 'acb'],
  ['c', 'up', 'acb'],
  ['a', 'down', 'bac'],
  ['a', 'up', 'abc'],
  ['c', 'down', 'abc'],
  ['x', 'up', 'abc'],
  ['x', 'down', 'abc'],
] as const)('moves %s %s', (id, direction, order) => {
  expect(moved(['a', 'b', 'c'], id, direction).join('')).toBe(order);
});
