/**
 * Where pages belong to one person, to those who run an organization, or to the links in e-mails: nothing for
 * a search engine. As robots.txt writes it: what begins so, with `*` for anything.
 */
export const personalPaths = [
  '/admin',
  '/bookings',
  '/credits',
  '/dev/',
  '/domains/',
  '/holds/',
  '/invitations/',
  '/join/',
  '/leave/',
  '/manage/',
  '/mentor$',
  '/mentor/',
  '/notifications',
  '/o/*/admin',
  '/o/*/leave',
  '/o/new',
  '/operator',
  '/proposals/',
  '/settings',
  '/sign-in',
  '/unsubscribe/',
  '/welcome',
];
