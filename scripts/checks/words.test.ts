import { describe, expect, it } from 'vitest';
import { wordProblems } from './words';

describe('a word that is said otherwise', () => {
  it.each([
    ['en', 'See free times'],
    ['en', '{count, plural, one {# free time} other {# free times}}'],
    ['en', 'This time is free again'],
    ['en', 'Two slots'],
    ['en', 'Check your e-mail'],
    ['en', 'The request lapses'],
    ['fr', 'Voir les heures libres'],
    ['fr', 'Ajouter à votre agenda'],
    ['fr', 'Votre adresse e-mail'],
    ['fr', 'En personne'],
    ['fr', 'Un mentoré'],
    ['fr', 'Si vous êtes connecté(e)'],
    ['fr', 'Pour vous seul·e'],
  ])('%s: %s', (locale, text) => {
    expect(wordProblems(locale, 'page.text', text)).not.toEqual([]);
  });

  it.each([
    ['en', 'You can cancel free of charge'],
    ['en', '{price, plural, =0 {free} one {#\u00A0credit} other {#\u00A0credits}}'],
    ['en', 'This session is free of charge'],
    ['fr', 'Ajouter à Google Agenda'],
    ['fr', 'Votre adresse e\u2011mail'],
    ['fr', 'La personne mentorée'],
  ])('but not %s: %s', (locale, text) => {
    expect(wordProblems(locale, 'page.text', text)).toEqual([]);
  });
});

describe('a French word that is elided', () => {
  it.each(['La page de {name}', 'à {city}', 'Le mois de {month}', 'parce que {mentor} vient'])(
    'does not stand before what may begin with a vowel: %s',
    (text) => {
      expect(wordProblems('fr', 'page.text', text)).toHaveLength(1);
    },
  );

  it.each(['avec {name}', 'à {name}', 'jusqu’au {deadline}', 'le {when}', 'à partir de {time}'])(
    'may stand before what does not: %s',
    (text) => {
      expect(wordProblems('fr', 'page.text', text)).toEqual([]);
    },
  );
});

describe('a number', () => {
  it.each([
    '{count, plural, one {# credit} other {#\u00A0credits}}',
    'in {minutes} minutes',
    'in 20 minutes',
    'Book · free',
  ])('keeps what it counts, and a dot what is before it: %s', (text) => {
    expect(wordProblems('en', 'page.text', text)).toHaveLength(1);
  });

  it.each(['from 10:00 to 11:00', 'in\u00A020\u00A0minutes', '{name} is here'])(
    'and no more than that: %s',
    (text) => {
      expect(wordProblems('en', 'page.text', text)).toEqual([]);
    },
  );
});

describe('a range', () => {
  it.each([
    '{from}–{to}',
    'You have time off, {from} – {to}.',
    '{seats, plural, =0 {{start}–{end}} other {#\u00A0seats}}',
    'Weekdays 9:00–17:00',
    '{hours, plural, other {#\u00A0h {minutes}}}',
  ])('is whole: %s', (text) => {
    expect(wordProblems('en', 'page.text', text)).toHaveLength(1);
  });

  it.each([
    '{from}\u2060–\u2060{to}',
    '{from}\u00A0–\u00A0{to}',
    'Weekdays 9:00\u2060–\u206017:00',
    'Copy – {title}',
    '{hours, plural, other {#\u00A0h\u00A0{minutes}}}',
  ])('may be: %s', (text) => {
    expect(wordProblems('en', 'page.text', text)).toEqual([]);
  });
});
