import { idOf } from '@/testing/isolated-world';
import { at, bytes, long, rulesOutOfRange, type Violations } from './violation';

const ids = (table: string, label: string) => () => idOf(table, label);
const link = { kind: 'link', email: null, most_uses: null, token_hash: 'a' };

export const ofPeople: Violations = {
  audit_details_say_something: [{ reason: null, network_address: null }],
  audit_events_actor_fits: [{ acted_as: 'system' }],
  audit_events_deed_is_named: [{ deed: 'approved' }],
  audit_events_role_known: [{ acted_as: 'x' }],
  auth_sessions_token_hashed: [{ session_token: long(64) }, { session_token: 'a'.repeat(63) }],
  calendar_feeds_hash_key: [{ user_id: ids('users', 'outsider') }],
  domain_offers_answer_known: [{ answer: 'x' }],
  invitation_imports_request_key: [{}],
  invitations_email_is_normal: [{ email: 'Upper@example.test' }],
  invitations_kind_known: [{ kind: 'x' }],
  invitations_kind_whole: [
    { ...link, token_hash: null },
    { ...link, email: 'somebody@school.test' },
    { ...link, role: 'owner' },
    { token_hash: 'a' },
    { email: null },
    { most_uses: 2 },
    { most_uses: null },
  ],
  invitations_last_a_while: [{ expires_at: at }],
  invitations_locale_known: [{ locale: 'xx' }],
  invitations_open_mail_key: [{}],
  invitations_role_known: [{ role: 'x' }],
  invitations_token_key: [link],
  invitations_uses_in_bounds: [{ uses: -1 }, { uses: 2 }, { ...link, most_uses: 0 }],
  memberships_keep_an_owner: [
    `update memberships set role = 'owner' where role = 'admin';
     update memberships set role = 'member' where role = 'owner'`,
    `update memberships set role = 'owner' where role = 'admin';
     delete from memberships where role = 'owner'`,
  ],
  memberships_role_known: [{ role: 'x' }],
  organization_closed_days_named: [{ name: '' }, { name: long(81) }],
  organization_domains_domain_plain: [
    { domain: 'school' },
    { domain: 'School.test' },
    { domain: 'of school.test' },
    { domain: `${long(250)}.test` },
  ],
  organization_domains_key: [{}],
  organization_domains_proved_key: [
    {
      before: { domain: 'proved.test', verified_at: at },
      row: {
        organization_id: ids('organizations', 'public'),
        domain: 'proved.test',
        verified_at: at,
      },
    },
  ],
  organization_domains_withdrawn_unproved: [{ withdrawn_at: at, verified_at: at }],
  organization_logos_are_small: [
    { small: bytes(0) },
    { small: bytes(24_577) },
    { large: bytes(0) },
    { large: bytes(102_401) },
  ],
  organization_logos_organization_key: [{}],
  organizations_accent_known: [{ accent_color: 'red' }, { accent_color: '#FF0000' }],
  organizations_confirmation_known: [{ confirmation: 'x' }],
  organizations_locale_known: [{ default_locale: 'xx' }],
  organizations_mentoring_known: [{ mentoring: 'x' }],
  organizations_offer_known: [
    { allowed_formats: [] },
    { allowed_formats: ['x'] },
    { allowed_lengths: Array(21).fill(60) },
    { allowed_lengths: [4] },
    { allowed_lengths: [481] },
  ],
  organizations_rules_in_range: rulesOutOfRange,
  organizations_settings_in_range: [
    { welcome_credits: -1 },
    { welcome_credits: 10_001 },
    { most_open_bookings: 0 },
    { most_open_bookings: 1001 },
    { retention_months: 0 },
    { retention_months: 121 },
  ],
  organizations_slug_is_plain: [{ slug: 'Not plain' }],
  organizations_slug_key: [{}],
  organizations_texts_short: [
    { name: '' },
    { name: long(121) },
    { description: long(1001) },
    { website: long(201) },
  ],
  organizations_time_zone_known: [{ time_zone: 'Mars/Base' }],
  users_email_is_normal: [
    { email: 'Upper@example.test' },
    { email: ' a@example.test' },
    { email: '' },
  ],
  users_email_key: [{}],
  users_forgotten_have_left: [{ forgotten_at: at }],
  users_leaving_are_blocked: [{ leaving_since: at }],
  users_locale_known: [{ locale: 'xx' }],
  users_time_zone_known: [{ time_zone: 'Mars/Base' }],
};
