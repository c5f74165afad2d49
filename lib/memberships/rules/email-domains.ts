import freeMail from 'email-providers/all.json' with { type: 'json' };
import { parse } from 'tldts';
import { mostDomainLetters } from '@/domain/invitations';
import { isDisposable } from '@/kernel/disposable';
import { ok, refused, type Result } from '@/kernel/result';

/**
 * Free mail, and addresses that come with a connection, which the packages do not have: of Africa and
 * Europe, where most who use this are.
 */
const moreFreeMail = [
  'aviso.ci',
  'bbox.fr',
  'duck.com',
  'fastmail.com',
  'gmx.at',
  'gmx.ch',
  'iam.ma',
  'mailo.com',
  'menara.ma',
  'moov.ci',
  'mozmail.com',
  'mtn.ci',
  'mtnonline.com',
  'mweb.co.za',
  'numericable.fr',
  'orange.bf',
  'orange.ci',
  'orange.cm',
  'orange.mg',
  'orange.ml',
  'orange.ne',
  'orange.sn',
  'orange.tn',
  'passmail.net',
  'planet.tn',
  'sentoo.sn',
  'simplelogin.com',
  'sonatel.sn',
  'telkomsa.net',
  'topnet.tn',
  'tuta.com',
  'tuta.io',
  'tutamail.com',
  'tutanota.com',
];

const freeMailDomains: ReadonlySet<string> = new Set([...freeMail, ...moreFreeMail]);

/** Universities are in lists of free mail where their pupils have addresses for life. */
const academic = /\.(edu|ac)(\.[a-z]{2})?$/;

/**
 * Reads the domain of e-mail that somebody types, in the one form in which it is compared: in small
 * letters and in ASCII (UTS #46), as it stands in addresses. What stands before an `@`, and the frame of a
 * web address, is left out. Refused:
 * - `bad_domain`: it is none.
 * - `shared_domain`: what many organizations' addresses end with, such as `edu.sn` (publicsuffix.org).
 * - `open_domain`: anybody gets an address there.
 * @throws nothing that a text can cause
 */
export function readEmailDomain(
  text: string,
): Result<string, 'bad_domain' | 'shared_domain' | 'open_domain'> {
  const host = text
    .trim()
    .replace(/^.*@/, '')
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\.?\/*$/, '');
  const domain = asciiOf(host);
  const isDomain =
    domain !== null &&
    domain.length <= mostDomainLetters &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(domain);
  if (!isDomain) return refused('bad_domain');
  const { domain: registered } = parse(domain, { allowPrivateDomains: true });
  if (registered === null) return refused('shared_domain');
  const isOpen = freeMailDomains.has(registered) || freeMailDomains.has(domain);
  if (isOpen && !academic.test(registered)) return refused('open_domain');
  if (isDisposable(domain)) return refused('open_domain');
  return ok(domain);
}

function asciiOf(host: string): string | null {
  // Signs with a meaning of their own in an address are in no domain.
  if (/[\s/?#:[\]\\%]/.test(host)) return null;
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}
