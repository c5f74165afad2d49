// The order of the domains of lib as data: whose core may read whose, each one those above it in this list.
// A domain's core is schema, rules, service, gateway and the files of free folders. Its loaders and actions,
// and the kit that actions are built with, are where pages enter: they may read any domain's core. A domain
// that is not listed reads none. The list is to shrink: a test refuses circles, and entries that
// nothing makes use of.
export const MAY_READ = {
  account: ['auth', 'bookings', 'outbox'],
  slots: ['scheduling'],
  'top-ups': ['ledger'],
  auth: ['action-kit', 'outbox'],
  reminders: ['auth', 'notifications', 'outbox'],
  grants: ['audit', 'auth', 'ledger', 'notifications', 'tables'],
  mentors: ['action-kit', 'audit', 'auth', 'notifications', 'slots'],
  notes: ['action-kit', 'mentors'],
  organizations: ['action-kit', 'audit', 'availability', 'mentors'],
  portraits: ['action-kit', 'mentors'],
  services: ['action-kit', 'auth', 'mentors'],
  bookings: [
    'auth',
    'ledger',
    'meeting-rooms',
    'notifications',
    'outbox',
    'reminders',
    'scheduling',
    'slots',
  ],
  availability: ['bookings', 'scheduling', 'slots'],
  'external-calendars': ['availability', 'bookings', 'scheduling'],
  orders: ['action-kit', 'auth', 'bookings', 'ledger', 'scheduling', 'services', 'slots'],
  memberships: ['audit', 'auth', 'bookings', 'mentors', 'notifications', 'outbox', 'tables'],
  'calendar-files': ['auth', 'bookings'],
  mails: ['auth', 'bookings', 'calendar-files', 'outbox', 'reminders'],
  cron: [
    'account',
    'bookings',
    'external-calendars',
    'grants',
    'mails',
    'meeting-rooms',
    'mentors',
    'reminders',
  ],
};
