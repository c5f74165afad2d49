/**
 * Who sees which rows of `testing/isolated-world.ts`, table by table and written by hand: each row by what it
 * is called there, with all who see it. Who is not named sees nothing of it.
 */
export const viewers = {
  visitor: { memberOf: [], adminOf: [] },
  outsider: { memberOf: [], adminOf: [] },
  invited: { memberOf: [], adminOf: [] },
  draft: { memberOf: [], adminOf: [] },
  mentee: { memberOf: [], adminOf: [] },
  mentor: { memberOf: [], adminOf: [] },
  pupil: { memberOf: ['school'], adminOf: [] },
  classmate: { memberOf: ['school'], adminOf: [] },
  teacher: { memberOf: ['school'], adminOf: [] },
  head: { memberOf: ['school'], adminOf: ['school'] },
  admin: { memberOf: ['another'], adminOf: ['another'] },
} as const;

export type ViewerName = keyof typeof viewers;

const everybody = Object.keys(viewers).join(' ');
const members = 'pupil classmate teacher head';

const found = { mentor: everybody, teacher: `${members} invited`, draft: 'draft' };
const offered = {
  talk: everybody,
  secret: 'mentor pupil',
  lesson: `${members} invited`,
  idea: 'draft',
};
const ofMentor = { mentor: 'mentor', teacher: 'teacher', draft: 'draft' };
/** What is missing before a mentor is shown is their admins' business too. */
const openOf = { ...ofMentor, teacher: 'teacher head' };
const ofUser = { mentee: 'mentee', pupil: 'pupil' };
const seats = {
  talk: 'mentee mentor',
  lesson: 'pupil teacher head',
  classmate: 'classmate teacher head',
  secret: 'pupil mentor',
  proposal: 'invited teacher head',
};
/** Not for admins, nor for who has not said yes. */
const insideOfSessions = {
  talk: 'mentee mentor',
  lesson: 'pupil classmate teacher',
  secret: 'pupil mentor',
  proposal: 'teacher',
};
const accounts = {
  'public mentee user': 'mentee',
  'school pupil user': 'pupil head',
};

export const matrix: Record<string, Record<string, string>> = {
  organizations: { public: everybody, school: `${members} invited`, another: 'admin' },
  organization_closed_days: { school: `${members} invited`, another: 'admin' },
  organization_logos: { school: `${members} invited`, another: 'admin' },
  memberships: {
    pupil: 'pupil teacher head',
    classmate: 'classmate teacher head',
    teacher: 'teacher head',
    head: 'head',
    admin: 'admin',
  },
  users: {
    mentee: 'mentee mentor',
    mentor: everybody,
    outsider: 'outsider',
    invited: 'invited',
    draft: 'draft',
    pupil: 'pupil teacher head mentor',
    classmate: 'classmate teacher head',
    teacher: `${members} invited`,
    // As who has stepped into that booking.
    head: 'head pupil teacher',
    admin: 'admin',
  },
  mentors: found,
  mentor_listings: { ...found, teacher: members },
  portraits: found,
  services: offered,
  variants: offered,
  questions: offered,
  weekly_windows: openOf,
  overrides: openOf,
  time_off: ofMentor,
  external_calendars: ofMentor,
  imported_events: ofMentor,
  sessions: {
    talk: 'mentee mentor',
    lesson: members,
    secret: 'pupil mentor',
    proposal: 'invited teacher head',
  },
  bookings: seats,
  booking_events: seats,
  session_messages: { lesson: 'pupil teacher head' },
  booking_notes: {
    'talk private': 'mentor',
    'talk shared': 'mentor mentee',
    'lesson shared': 'pupil teacher',
  },
  note_drafts: { 'talk private': 'mentor', 'talk shared': 'mentee', 'lesson shared': 'pupil' },
  materials: insideOfSessions,
  meeting_rooms: insideOfSessions,
  reminders: {
    mentee: 'mentee mentor',
    mentor: 'mentee mentor',
    pupil: 'pupil teacher',
    classmate: 'classmate teacher',
  },
  reminder_preferences: ofUser,
  calendar_feeds: ofUser,
  notifications: ofUser,
  top_ups: ofUser,
  ledger_accounts: { ...accounts, 'school issuance': 'head' },
  ledger_entries: { ...accounts, 'school issuance': 'head' },
  ledger_transfers: accounts,
  grants: { given: 'head', begun: 'head' },
  waiting_grants: { given: 'head', begun: 'head' },
  invitations: { school: 'head', another: 'admin' },
  invitation_imports: { school: 'head' },
  organization_domains: { school: 'head', another: 'admin' },
  domain_offers: { pupil: 'pupil' },
  deliveries: { invited: 'head', lesson: 'head', 'sign-in': 'head', 'sign-in elsewhere': 'admin' },
  mail_pauses: { smtp: 'head admin' },
  audit_events: { school: 'head' },
  audit_details: { school: 'head' },
};

/** What a row is told by, where that is not its id. */
export const keys: Record<string, string> = {
  organization_closed_days: 'organization_id',
  memberships: `organization_id || ' ' || user_id`,
  domain_offers: 'user_id',
  mentors: 'user_id',
  mentor_listings: 'mentor_id',
  booking_notes: `booking_id || ' ' || kind`,
  note_drafts: `booking_id || ' ' || kind`,
  meeting_rooms: 'session_id',
  reminder_preferences: 'user_id',
  calendar_feeds: 'user_id',
  ledger_entries: 'number',
  mail_pauses: 'transport',
  audit_details: 'event_id',
};

/** The same for everybody. */
export const vocabularies = ['skills', 'skill_terms'];

/** The owner's alone: a page that asks for them gets an error. */
export const withheld = [
  'auth_accounts',
  'auth_sessions',
  'booking_requests',
  'cron_runs',
  'email_tokens',
  'invitation_uses',
  'mailbox_messages',
  'payment_events',
  'rate_limits',
  'welcomes',
];

/** Columns of tables that pages read, of which no page reads these. */
export const withheldColumns = {
  users: ['email', 'email_verified'],
  calendar_feeds: ['token_hash'],
  deliveries: ['rendered', 'next_path', 'message_id', 'leased_until', 'membership'],
  invitations: ['token_hash'],
  audit_details: ['network_address'],
};
