import { describe, expect, it } from 'vitest';
import { readEmailDomain } from './email-domains';

/** The domain, or why it is none. */
function read(text: string): string {
  const result = readEmailDomain(text);
  return result.ok ? result.value : result.reason;
}

describe('the e-mail domain that somebody types', () => {
  it.each([
    ['lycee-faidherbe.sn', 'lycee-faidherbe.sn'],
    [' Lycee-Faidherbe.SN. ', 'lycee-faidherbe.sn'],
    ['@lycee.sn', 'lycee.sn'],
    ['awa.diop@lycee.sn', 'lycee.sn'],
    ['https://www.lycee.sn/', 'lycee.sn'],
    ['école.fr', 'xn--cole-9oa.fr'],
    ['ÉCOLE.fr', 'xn--cole-9oa.fr'],
    ['eleves.ecole.fr', 'eleves.ecole.fr'],
    ['ugb.edu.sn', 'ugb.edu.sn'],
    // In the package's list of free mail, as its former students keep their addresses.
    ['nus.edu.sg', 'nus.edu.sg'],
    ['st-mary.sch.uk', 'shared_domain'],
    ['st-mary.leeds.sch.uk', 'st-mary.leeds.sch.uk'],
    // Of a network that has no public suffix.
    ['ngo.internal', 'ngo.internal'],
  ])('%s is %s', (text, domain) => {
    expect(read(text)).toBe(domain);
  });

  it.each(['gmail.com', 'Yahoo.fr', 'orange.sn', 'laposte.net', 'yopmail.com', 'a.gmail.com'])(
    'is no organization’s where anybody gets an address: %s',
    (text) => {
      expect(read(text)).toBe('open_domain');
    },
  );

  it.each(['fr', 'co.uk', 'edu.sn', 'github.io'])('is more than an ending: %s', (text) => {
    expect(['shared_domain', 'bad_domain']).toContain(read(text));
  });

  it.each([
    '',
    'lycée',
    'a b.fr',
    '127.0.0.1',
    '0x7f.1',
    '[::1]',
    'a..fr',
    '-a.fr',
    'a-.fr',
    'a_b.fr',
    'a.fr:25',
    'a.fr/x',
    'a%2e.fr',
    `${'a'.repeat(64)}.fr`,
    `${'abc.'.repeat(70)}fr`,
    'xn--a.fr',
    'constructor',
    '__proto__.__proto__',
  ])('is a domain: not %s', (text) => {
    expect(read(text)).toBe('bad_domain');
  });
});
