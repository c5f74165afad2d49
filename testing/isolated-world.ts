/** A row of each table that pages read, of people who have little to do with each other: for `db/isolation.test.ts`. */
import { v7 as uuidv7 } from 'uuid';
import { raw } from './raw';
import { grantCredits } from './ledger';
import { publicOrganizationId } from './people';

type Values = Record<string, unknown>;

const ids = new Map<string, string>([['organizations public', publicOrganizationId]]);
const known = new Map<string, string>([[`organizations ${publicOrganizationId}`, 'public']]);

/** The id of the row of `table` that is called `label`. */
export function idOf(table: string, label: string): string {
  const id = ids.get(`${table} ${label}`);
  if (id === undefined) throw new Error(`nobody has made ${table} ${label}`);
  return id;
}

/** What the row with this key is called; "?" is nobody's. */
export function labelOf(table: string, key: string): string {
  return known.get(`${table} ${key}`) ?? '?';
}

async function add(table: string, label: string, values: Values, { idColumn = 'id' } = {}) {
  const id = idColumn in values ? String(values[idColumn]) : uuidv7();
  const row = { ...values, [idColumn]: id };
  await raw`insert into ${raw(table)} ${raw(row)}`;
  ids.set(`${table} ${label}`, id);
  known.set(`${table} ${id}`, label);
  return id;
}

const user = (label: string) => idOf('users', label);
const school = () => idOf('organizations', 'school');
const at = '2026-11-23T12:00:00Z';
const period = (hour: number) => `[2026-12-01T${hour}:00:00Z,2026-12-01T${hour + 1}:00:00Z)`;

/**
 * The public organization with a mentor and a mentee; a school for its members alone, with a teacher, two
 * pupils in one session of hers and a head; the admin of another; a mentor who is not published, and who
 * has nothing but an address to which the teacher proposes a session.
 */
export async function makeIsolatedWorld(): Promise<void> {
  for (const label of ['school', 'another']) {
    const organization_id = await add('organizations', label, { slug: label, name: label });
    const bytes = Buffer.from('a');
    const logo = { organization_id, small: bytes, large: bytes, created_at: at };
    await add('organization_logos', label, logo);
    const closed = { organization_id, closed_on: '2026-12-25', name: 'Christmas' };
    await raw`insert into organization_closed_days ${raw(closed)}`;
    known.set(`organization_closed_days ${organization_id}`, label);
  }
  const people = 'mentee mentor outsider invited draft pupil classmate teacher head admin';
  for (const label of people.split(' ')) {
    await add('users', label, { name: label, email: `${label}@example.test` });
  }
  for (const [label, organization, role] of [
    ['pupil', 'school', 'member'],
    ['classmate', 'school', 'member'],
    ['teacher', 'school', 'member'],
    ['head', 'school', 'admin'],
    ['admin', 'another', 'admin'],
  ] as const) {
    const key = { user_id: user(label), organization_id: idOf('organizations', organization) };
    await raw`insert into memberships ${raw({ ...key, role })}`;
    known.set(`memberships ${key.organization_id} ${key.user_id}`, label);
  }
  await offer();
  await give();
  await write();
  await pay();
}

async function offer() {
  for (const [label, organization, isPublished] of [
    ['mentor', 'public', true],
    ['teacher', 'school', true],
    ['draft', 'public', false],
  ] as const) {
    const mentor_id = user(label);
    const row = {
      user_id: mentor_id,
      organization_id: idOf('organizations', organization),
      slug: label,
      headline: 'Teaches',
      time_zone: 'UTC',
      published_at: isPublished ? at : null,
    };
    await add('mentors', label, row, { idColumn: 'user_id' });
    known.set(`mentor_listings ${mentor_id}`, label);
    const bytes = Buffer.from('a');
    await add('portraits', label, { mentor_id, small: bytes, large: bytes, created_at: at });
    const times = { start_time: '09:00', end_time: '17:00' };
    await add('weekly_windows', label, { mentor_id, days: '{1,2}', ...times });
    const ranges = '[]';
    await add('overrides', label, { mentor_id, applies_on: '2026-12-24', ranges });
    await add('time_off', label, { mentor_id, period: period(20) });
    const calendar_id = await add('external_calendars', label, {
      mentor_id,
      name: 'Mine',
      url: `https://example.test/${label}.ics`,
      digest: '',
      expanded_at: at,
      time_zone: 'UTC',
      attempted_at: at,
      read_at: at,
      next_attempt_at: at,
      created_at: at,
    });
    const event = { calendar_id, mentor_id, period: period(21), summary: 'The dentist' };
    await add('imported_events', label, event);
  }
  for (const [label, mentor, link_token] of [
    ['talk', 'mentor', null],
    ['secret', 'mentor', 'x'.repeat(43)],
    ['lesson', 'teacher', null],
    ['idea', 'draft', null],
  ] as const) {
    const since = link_token && at;
    const service = { mentor_id: user(mentor), title: label, link_token, link_since: since };
    const service_id = await add('services', label, service);
    await add('variants', label, { service_id, duration_minutes: 60, price_credits: 0 });
    await add('questions', label, { service_id, position: 0, text: 'Why?', kind: 'short' });
  }
}

async function give() {
  for (const [label, mentor, organization, service, hour, capacity] of [
    ['talk', 'mentor', 'public', 'talk', 10, 1],
    ['lesson', 'teacher', 'school', 'lesson', 10, 2],
    ['secret', 'mentor', 'public', 'secret', 14, 1],
    ['proposal', 'teacher', 'school', 'lesson', 16, 1],
  ] as const) {
    await add('sessions', label, {
      organization_id: idOf('organizations', organization),
      mentor_id: user(mentor),
      service_id: idOf('services', service),
      variant_id: idOf('variants', service),
      duration_minutes: 60,
      period: period(hour),
      buffer_before_minutes: 0,
      buffer_after_minutes: 0,
      occupied: period(hour),
      capacity,
      format: 'video',
      created_at: at,
    });
    const room = { session_id: idOf('sessions', label), provider: 'jitsi' };
    const made = { url: `https://example.test/${label}`, made_at: at, next_attempt_at: at };
    await add('meeting_rooms', label, { ...room, ...made }, { idColumn: 'session_id' });
    const session_id = idOf('sessions', label);
    await add('materials', label, { session_id, title: 'Read', body: 'This', created_at: at });
  }
  for (const [label, session, mentee, seat] of [
    ['talk', 'talk', 'mentee', 0],
    ['lesson', 'lesson', 'pupil', 0],
    ['classmate', 'lesson', 'classmate', 1],
    ['secret', 'secret', 'pupil', 0],
    ['proposal', 'proposal', null, 0],
  ] as const) {
    const session_id = idOf('sessions', session);
    const guest = { is_proposal: true, guest_name: 'Invited', guest_email: 'invited@example.test' };
    const held = { ...guest, guest_locale: 'en', expires_at: '2026-11-24T12:00:00Z' };
    const whose = mentee === null ? held : { mentee_id: user(mentee), confirmed_at: at };
    const [place] = await raw<Values[]>`
      select organization_id, mentor_id, period::text, capacity as session_capacity
      from sessions where id = ${session_id}`;
    await add('bookings', label, {
      ...place,
      ...whose,
      session_id,
      reference: label,
      seat,
      status: mentee === null ? 'held' : 'confirmed',
      price_credits: 0,
      created_at: at,
    });
  }
}

async function write() {
  const message_id = await add('session_messages', 'lesson', {
    session_id: idOf('sessions', 'lesson'),
    sender_id: user('teacher'),
    request_id: uuidv7(),
    text: 'Bring a pen',
    created_at: at,
  });
  for (const [label, actor, actor_role, message] of [
    ['talk', 'mentee', 'mentee', null],
    ['lesson', 'head', 'admin', message_id],
    ['classmate', 'classmate', 'mentee', null],
    ['secret', 'pupil', 'mentee', null],
    ['proposal', 'teacher', 'mentor', null],
  ] as const) {
    const booking_id = idOf('bookings', label);
    const event = { booking_id, at, actor_id: user(actor), actor_role, to_status: 'confirmed' };
    await add('booking_events', label, { ...event, message_id: message });
  }
  for (const [label, booking, kind, author] of [
    ['talk private', 'talk', 'private', 'mentor'],
    ['talk shared', 'talk', 'shared', 'mentee'],
    ['lesson shared', 'lesson', 'shared', 'pupil'],
  ] as const) {
    const note = { booking_id: idOf('bookings', booking), kind };
    const by = user(author);
    await raw`insert into booking_notes
      ${raw({ ...note, body: 'A', changed_by: by, changed_at: at })}`;
    const draft = { ...note, author_id: by, body: 'B', kept_at: at };
    await raw`insert into note_drafts ${raw(draft)}`;
    for (const table of ['booking_notes', 'note_drafts']) {
      known.set(`${table} ${note.booking_id} ${kind}`, label);
    }
  }
  for (const [label, recipient, subject] of [
    ['mentee', 'mentee', { booking_id: idOf('bookings', 'talk') }],
    ['mentor', 'mentor', { session_id: idOf('sessions', 'talk') }],
    ['pupil', 'pupil', { booking_id: idOf('bookings', 'lesson') }],
    ['classmate', 'classmate', { booking_id: idOf('bookings', 'classmate') }],
  ] as const) {
    const recipient_id = user(recipient);
    const when = { version: 0, kind: '24h', due_at: at, created_at: at };
    await add('reminders', label, { ...subject, ...when, recipient_id });
  }
  for (const label of ['mentee', 'pupil']) {
    const user_id = user(label);
    const idColumn = 'user_id';
    const wishes = { user_id, email_kinds: '{}', in_app_kinds: '{}', updated_at: at };
    await add('reminder_preferences', label, wishes, { idColumn });
    const feed = { user_id, token_hash: label, created_at: at };
    await add('calendar_feeds', label, feed, { idColumn });
    const data = '{}';
    const told = { user_id, kind: 'credits_granted', data, created_at: at };
    await add('notifications', label, told);
    const offered = { credits: 5, amount: 500, currency: 'eur', created_at: at };
    await add('top_ups', label, { user_id, ...offered });
  }
}

async function pay() {
  await grantCredits(user('mentee'), 10);
  await grantCredits(user('pupil'), 10, school());
  const actor_id = user('head');
  const grant = { organization_id: school(), actor_id, reason: 'Term', rows: '[]' };
  const counted = { recipient_count: 1, total_credits: 5, created_at: at };
  for (const [label, given_at] of [
    ['given', at],
    ['begun', null],
  ] as const) {
    const file = { request_id: uuidv7(), file_name: 'term.csv', file_digest: 'x', given_at };
    const grant_id = await add('grants', label, { ...grant, ...counted, ...file });
    const waiting = { grant_id, email: 'new@example.test', credits: 5, reason: 'Term' };
    await add('waiting_grants', label, { ...waiting, created_at: at });
  }
  for (const [label, kind, recipient, bookings] of [
    ['talk', 'booked_mentee', 'mentee', ['talk']],
    ['lesson', 'booked_mentee', 'pupil', ['lesson']],
    ['sign-in', 'sign_in', 'pupil', []],
    ['sign-in elsewhere', 'sign_in', 'admin', []],
  ] as const) {
    const recipient_email = `${recipient}@example.test`;
    const booking_ids = `{${bookings.map((booking) => idOf('bookings', booking)).join()}}`;
    const mail = {
      kind,
      recipient_id: user(recipient),
      recipient_email,
      booking_ids,
      locale: 'en',
    };
    await add('deliveries', label, { ...mail, next_attempt_at: at, created_at: at });
  }
  await invite();
  await raw`insert into mail_pauses ${raw({ transport: 'smtp', resumes_at: at })}`;
  known.set('mail_pauses smtp', 'smtp');
  const event_id = await add('audit_events', 'school', {
    at,
    organization_id: school(),
    actor_id,
    acted_as: 'admin',
    deed: 'mentor.approved',
    subject_id: user('teacher'),
  });
  const detail = { event_id, reason: 'Well known' };
  await add('audit_details', 'school', detail, { idColumn: 'event_id' });

  // The ledger names its rows itself: they are called by whose account it is.
  const accounts = await raw<{ id: string; kind: string; owner: string }[]>`
    select a.id, a.kind, concat_ws(' ', o.slug, u.name) as owner from ledger_accounts as a
    left join users as u on u.id = a.user_id left join organizations as o on o.id = a.organization_id`;
  for (const { id, kind, owner } of accounts) {
    known.set(`ledger_accounts ${id}`, `${owner} ${kind}`);
  }
  const entries = await raw<{ number: string; account_id: string; transfer_id: string }[]>`
    select number::text, account_id, transfer_id from ledger_entries order by amount`;
  for (const { number, account_id, transfer_id } of entries) {
    const label = labelOf('ledger_accounts', account_id);
    known.set(`ledger_entries ${number}`, label);
    // The last one gets the credits.
    known.set(`ledger_transfers ${transfer_id}`, label);
  }
}

async function invite() {
  const invited_by = user('head');
  const expires_at = '2027-12-01T10:00:00Z';
  for (const label of ['school', 'another']) {
    const organization_id = idOf('organizations', label);
    const email = `somebody@${label}.test`;
    const whom = { kind: 'mail', role: 'member', email, most_uses: 1, invited_by };
    const invitation_id = await add('invitations', label, {
      organization_id,
      ...whom,
      created_at: at,
      expires_at,
    });
    const domain = `${label}.test`;
    const asked = { organization_id, domain, requested_by: invited_by, created_at: at };
    await add('organization_domains', label, asked);
    if (label !== 'school') continue;
    const mail = { kind: 'invitation', recipient_email: email, booking_ids: '{}', locale: 'en' };
    const about = { organization_id, invitation_id };
    await add('deliveries', 'invited', { ...mail, ...about, next_attempt_at: at, created_at: at });
    const file = { request_id: uuidv7(), file_name: 'class.csv', rows: '[]' };
    const sent = { organization_id, actor_id: invited_by, created_at: at };
    await add('invitation_imports', label, { ...file, ...sent });
    const asking = { organization_id, user_id: user('pupil'), asked_at: at };
    await add('domain_offers', 'pupil', asking, { idColumn: 'user_id' });
  }
}
