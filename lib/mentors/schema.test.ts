import { describe, expect, it } from 'vitest';
import { mentorSearch, profileForm } from './schema';

const nothing = {
  q: '',
  skill: [],
  language: null,
  format: null,
  price: null,
  free: null,
  sort: 'match',
  page: 1,
};

it.each([
  ['an empty address', {}, {}],
  ['words', { q: '  data   engineer ' }, { q: 'data engineer' }],
  ['one skill', { skill: 'SQL' }, { skill: ['SQL'] }],
  ['several skills, doubled', { skill: ['SQL', 'Airflow', 'SQL'] }, { skill: ['SQL', 'Airflow'] }],
  ['a language', { language: 'wo' }, { language: 'wo' }],
  ['a format', { format: 'in_person' }, { format: 'in_person' }],
  ['a price', { price: '20' }, { price: 20 }],
  ['free of charge', { price: '0' }, { price: 0 }],
  ['today', { free: 'today' }, { free: 'today' }],
  ['this week', { free: 'week' }, { free: 'week' }],
  ['a day', { free: '2026-12-08' }, { free: '2026-12-08' }],
  ['a choice, then a day', { free: ['week', '2026-12-08'] }, { free: '2026-12-08' }],
  ['a choice, and the day left empty', { free: ['week', ''] }, { free: 'week' }],
  ['an order and a page', { sort: 'soonest', page: '3' }, { sort: 'soonest', page: 3 }],
  ['what is repeated: the first', { q: ['a', 'b'], page: ['2', '3'] }, { q: 'a', page: 2 }],
  [
    'fields of a form left empty',
    { q: '', skill: '', language: '', price: '', free: '', page: '' },
    {},
  ],
  ['unknown keys', { utm_source: 'x', admin: 'true' }, {}],
  ['a language that is none', { language: 'français' }, {}],
  ['a format that is none', { format: 'smoke' }, {}],
  ['prices that are none', { price: '-5' }, {}],
  ['a price with a comma', { price: '1,5' }, {}],
  ['a day that does not exist', { free: '2026-02-30' }, {}],
  ['an unknown order', { sort: 'rating' }, {}],
  ['page zero', { page: '0' }, {}],
  ['page a million', { page: '1000000' }, {}],
  ['a byte that PostgreSQL refuses', { q: 'a\0b', skill: 'S\0QL' }, { q: 'ab', skill: ['SQL'] }],
  ['far too many words', { q: 'x'.repeat(5000) }, { q: 'x'.repeat(100) }],
  ['a bad skill beside a good one', { skill: ['x'.repeat(61), 'SQL'] }, { skill: ['SQL'] }],
])('reads %s', (_, query, expected) => {
  expect(mentorSearch.parse(query)).toEqual({ ...nothing, ...expected });
});

describe('profileForm', () => {
  const sent = {
    name: 'Awa',
    headline: 'Engineer',
    bio: 'One.\r\n\r\nTwo.',
    city: '',
    skills: ' SQL,  Python;R ,, sql ',
    languages: [],
    writtenIn: 'fr',
    timeZone: 'Africa/Dakar',
    formats: ['video'],
    address: '',
    videoUrl: '',
  };

  it('cleans what was typed', () => {
    expect(profileForm.parse(sent)).toMatchObject({
      bio: 'One.\n\nTwo.',
      skills: ['SQL', 'Python', 'R'],
    });
  });

  it('takes addresses as people write them, each once', () => {
    const links = {
      link1: ' linkedin.com/in/awa ',
      link2: '',
      link3: 'https://awa.example/a b',
      link4: 'https://linkedin.com/in/awa',
    };
    expect(profileForm.parse({ ...sent, ...links }).links).toEqual([
      'https://linkedin.com/in/awa',
      'https://awa.example/a%20b',
    ]);
    expect(profileForm.parse(sent).links).toEqual([]);
  });

  it.each([
    ['link1', 'http://awa.example', 'not_a_page'],
    ['link2', 'javascript:alert(1)', 'not_a_page'],
    ['link3', 'https://127.0.0.1/admin', 'not_a_page'],
    ['link3', 'https://[::1]/', 'not_a_page'],
    ['link4', 'https://localhost', 'not_a_page'],
    ['link4', 'https://me:secret@awa.example', 'not_a_page'],
    ['link5', 'two words', 'not_a_page'],
    ['link5', `awa.example/${'x'.repeat(300)}`, 'Too big'],
    ['videoUrl', 'http://meet.example.org', 'not_https'],
    ['videoUrl', 'javascript:alert(1)', 'not_https'],
    ['videoUrl', 'meet.example.org', 'not_https'],
    ['videoUrl', 'https://meet.example.com@evil.example/room', 'not_https'],
    ['videoUrl', 'https://me:secret@meet.example.org/', 'not_https'],
    ['timeZone', 'Africa/Atlantis', 'unknown_zone'],
    ['timeZone', '+02:00', 'unknown_zone'],
    ['skills', 'a,b,c,d,e,f,g,h,i,j,k,l,m', 'too_many'],
    ['skills', 'x'.repeat(41), 'too_long'],
    ['formats', [], 'Too small'],
    ['formats', ['telepathy'], 'Invalid'],
    ['languages', ['../'], 'Invalid'],
    ['writtenIn', 'fr" onclick="', 'Invalid'],
    ['headline', '  ', 'Too small'],
    ['bio', 'x'.repeat(4001), 'Too big'],
  ])('refuses %s %o', (field, value, message) => {
    const parsed = profileForm.safeParse({ ...sent, [field]: value });
    expect(parsed.error?.issues[0]?.path[0]).toBe(field);
    expect(parsed.error?.issues[0]?.message).toContain(message);
  });
});
