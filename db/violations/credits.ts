import { v7 as uuidv7 } from 'uuid';
import { idOf } from '@/testing/isolated-world';
import { at, type Violations } from './violation';

const ids = (table: string, label: string) => () => idOf(table, label);
const nobodys = { user_id: null, booking_id: null, organization_id: null, balance: 0 };
const transfer = { booking_id: null, user_id: null };
const charge = { ...transfer, kind: 'charge', booking_id: ids('bookings', 'lesson') };

export const ofCredits: Violations = {
  grants_file_whole: [{ file_name: null }, { file_digest: null }],
  grants_given_something: [{ recipient_count: 0 }],
  grants_of_one_are_given: [{ file_name: null, file_digest: null, given_at: null }],
  grants_request_key: [{}],
  ledger_accounts_booking_key: [
    { ...nobodys, kind: 'escrow', booking_id: ids('bookings', 'lesson') },
  ],
  ledger_accounts_kind_known: [{ ...nobodys, kind: 'x' }],
  ledger_accounts_not_overdrawn: [
    `insert into ledger_entries (transfer_id, account_id, amount)
     select (select id from ledger_transfers limit 1), id, -1000 from ledger_accounts
     where kind = 'user'`,
  ],
  ledger_accounts_organization_key: [
    { ...nobodys, kind: 'clearing', organization_id: ids('organizations', 'another') },
  ],
  ledger_accounts_owner_known: [
    { ...nobodys, kind: 'user', user_id: ids('users', 'mentee') },
    { ...nobodys, kind: 'earnings', organization_id: ids('organizations', 'public') },
    { ...nobodys, kind: 'escrow' },
    { ...nobodys, kind: 'issuance' },
    { ...nobodys, kind: 'clearing', user_id: ids('users', 'mentee') },
  ],
  ledger_accounts_user_key: [
    {
      ...nobodys,
      kind: 'earnings',
      user_id: ids('users', 'mentor'),
      organization_id: ids('organizations', 'public'),
    },
  ],
  ledger_entries_account_once_key: [{ amount: 1 }],
  ledger_entries_amount_not_zero: [{ amount: 0 }],
  // Before both are asked whether they come to nothing.
  ledger_transfers_booking_key: [{ before: charge, row: charge }],
  ledger_transfers_booking_known: [
    { ...transfer, kind: 'charge' },
    { ...transfer, kind: 'settlement' },
    { ...transfer, kind: 'top_up', booking_id: ids('bookings', 'lesson') },
  ],
  ledger_transfers_grant_explained: [
    { ...transfer, kind: 'grant', actor_id: null },
    { ...transfer, kind: 'grant', reason: '' },
  ],
  ledger_transfers_kind_known: [{ ...transfer, kind: 'x' }],
  ledger_transfers_sum_to_zero: [{ ...transfer, kind: 'top_up' }],
  ledger_transfers_welcomed_known: [
    { ...transfer, kind: 'welcome' },
    { ...transfer, kind: 'top_up', user_id: ids('users', 'mentee') },
  ],
  payment_events_outcome_known: [{ outcome: 'x' }],
  top_ups_currency_whole: [{ currency: 'EUR' }, { currency: 'euro' }],
  top_ups_paid_whole: [
    { status: 'paid' },
    { status: 'paid', paid_at: at },
    { status: 'paid', transfer_id: uuidv7() },
    { paid_at: at },
    { transfer_id: uuidv7() },
  ],
  top_ups_payment_key: [{ payment_id: 'a' }],
  top_ups_refunded_known: [{ refunded_amount: -1 }],
  top_ups_session_key: [{ session_id: 'a' }],
  top_ups_sold_something: [{ credits: 0 }, { amount: 0 }],
  top_ups_status_known: [{ status: 'x' }],
  top_ups_transfer_key: [
    `insert into top_ups (id, user_id, credits, amount, currency, status, paid_at, created_at, transfer_id)
     select gen_random_uuid(), user_id, 5, 500, 'eur', 'paid', now(), now(),
       (select id from ledger_transfers limit 1)
     from top_ups limit 1`,
  ],
  waiting_grants_address_key: [{}],
  waiting_grants_credits_positive: [{ credits: 0 }],
  waiting_grants_email_is_normal: [{ email: 'Upper@example.test' }],
  waiting_grants_explained: [{ reason: '' }],
  waiting_grants_given_to_somebody: [{ given_at: at }, { user_id: ids('users', 'mentee') }],
  welcomes_user_key: [{ mailbox_hash: 'another' }],
};
