import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import { parse } from 'tldts';

/** Whether an address, or a domain of e-mail, is of those that are made to be thrown away, by a kept list. */
export function isDisposable(address: string): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const { domain: registered } = parse(domain);
  return isDisposableEmailDomain(domain) || isDisposableEmailDomain(registered ?? domain);
}
