import { expect, it } from 'vitest';
import { linkName } from './links';

it.each([
  ['https://www.linkedin.com/in/awa-diop/', 'LinkedIn'],
  ['https://fr.linkedin.com/in/awa-diop', 'LinkedIn'],
  ['https://github.com/awa', 'GitHub'],
  ['https://m.youtube.com/@awa', 'YouTube'],
  ['https://notgithub.com/awa', 'notgithub.com/awa'],
  ['https://github.com.evil.example/', 'github.com.evil.example'],
  ['https://www.awa.example/', 'awa.example'],
  ['https://awa.example/%C3%A9tudes', 'awa.example/études'],
  ['https://awa.example/%E0%A4%A', 'awa.example/%E0%A4%A'],
  [`https://awa.example/${'x'.repeat(60)}`, 'awa.example'],
])('%s is called %s', (link, name) => {
  expect(linkName(link)).toBe(name);
});
