import { v7 as uuidv7 } from 'uuid';
import { idOf } from '@/testing/isolated-world';
import { at, type Violations } from './violation';

const ids = (table: string, label: string) => () => idOf(table, label);
const both = { email_reason: 'moved', in_app_reason: 'moved' };

export const ofMails: Violations = {
  cron_runs_trigger_known: [{ trigger: 'x' }],
  deliveries_bookings_known: [
    { booking_ids: [] },
    { booking_ids: [null] },
    { kind: 'sign_in' },
    { kind: 'hold', booking_ids: [uuidv7(), uuidv7()] },
  ],
  deliveries_calendar_known: [
    { calendar_id: ids('external_calendars', 'mentor') },
    { kind: 'calendar_failing', booking_ids: [] },
  ],
  deliveries_kind_known: [{ kind: 'x' }],
  deliveries_membership_known: [
    { organization_id: ids('organizations', 'school') },
    { invitation_id: ids('invitations', 'school') },
    { domain_id: ids('organization_domains', 'school') },
    { kind: 'joined', booking_ids: [] },
  ],
  deliveries_message_known: [
    { message_id: ids('session_messages', 'lesson') },
    { kind: 'message_mentee' },
  ],
  deliveries_status_known: [{ status: 'x' }],
  email_tokens_hash_key: [{}],
  email_tokens_purpose_known: [{ purpose: 'x' }],
  mailbox_messages_key_key: [{}],
  notifications_booking_known: [{ kind: 'booked' }, { booking_id: ids('bookings', 'talk') }],
  notifications_kind_known: [{ kind: 'x', booking_id: ids('bookings', 'talk') }],
  reminder_preferences_kinds_known: [{ email_kinds: ['x'] }, { in_app_kinds: ['x'] }],
  reminder_preferences_quiet_is_whole: [
    { quiet_from_minute: 0 },
    { quiet_until_minute: 0 },
    { quiet_from_minute: -1, quiet_until_minute: 0 },
    { quiet_from_minute: 1440, quiet_until_minute: 0 },
    { quiet_from_minute: 0, quiet_until_minute: -1 },
    { quiet_from_minute: 0, quiet_until_minute: 1440 },
  ],
  reminders_booking_key: [{}],
  reminders_email_reason_known: [{ email_reason: 'x' }],
  reminders_in_app_reason_known: [{ in_app_reason: 'x' }],
  reminders_kind_known: [{ kind: 'x' }],
  reminders_one_subject: [{ session_id: ids('sessions', 'talk') }, { booking_id: null }],
  reminders_outcome_is_whole: [
    { decided_at: at },
    { email_reason: 'moved' },
    { status: 'sent' },
    { status: 'sent', decided_at: at, ...both },
    { status: 'skipped', decided_at: at },
    { status: 'skipped', decided_at: at, email_reason: 'moved' },
  ],
  reminders_session_key: [{ booking_id: null, session_id: ids('sessions', 'talk') }],
  reminders_status_known: [{ status: 'x', decided_at: at, ...both }],
};
