ALTER TABLE "email_tokens" DROP CONSTRAINT "email_tokens_purpose_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_bookings_known";--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "leaving_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "forgotten_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "users_leaving_idx" ON "users" USING btree ("leaving_since") WHERE leaving_since is not null and forgotten_at is null;--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_purpose_known" CHECK ("email_tokens"."purpose" in ('sign_in', 'forget_me', 'hold', 'proposal', 'invitation', 'domain'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'forget_me', 'hold', 'proposal', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor', 'reminder_24h_mentee', 'reminder_24h_mentor', 'reminder_1h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee', 'reminder_30m_mentor', 'post_session_mentee', 'message_mentee', 'invitation', 'joined', 'role_changed', 'removed', 'domain_proof'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_bookings_known" CHECK (array_position("deliveries"."booking_ids", null) is null and case
        when "deliveries"."kind" in ('sign_in', 'forget_me', 'invitation', 'joined', 'role_changed', 'removed', 'domain_proof') then cardinality("deliveries"."booking_ids") = 0
        when "deliveries"."kind" in ('booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor') then cardinality("deliveries"."booking_ids") >= 1
        else cardinality("deliveries"."booking_ids") = 1 end);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_leaving_are_blocked" CHECK ("users"."leaving_since" is null or "users"."blocked_at" is not null);--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_forgotten_have_left" CHECK ("users"."forgotten_at" is null or "users"."leaving_since" is not null);
--> statement-breakpoint

-- What people typed can be forgotten; nothing else of the record changes. A text that says nothing in its
-- place, since some must say something.
CREATE FUNCTION refuse_change_but_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  field text := TG_ARGV[0];
BEGIN
  IF to_jsonb(NEW) - field = to_jsonb(OLD) - field AND (
    to_jsonb(NEW) ->> field IS NULL OR to_jsonb(NEW) ->> field = '…'
    OR to_jsonb(NEW) ->> field LIKE 'forgotten-%'
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % is refused: its rows are the record', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
DROP TRIGGER booking_events_stay ON booking_events;--> statement-breakpoint
CREATE TRIGGER booking_events_stay BEFORE DELETE ON booking_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER booking_events_change BEFORE UPDATE ON booking_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forgetting('reason');--> statement-breakpoint
DROP TRIGGER session_messages_stay ON session_messages;--> statement-breakpoint
CREATE TRIGGER session_messages_stay BEFORE DELETE ON session_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER session_messages_change BEFORE UPDATE ON session_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forgetting('text');--> statement-breakpoint
DROP TRIGGER waiting_grants_are_given_once ON waiting_grants;--> statement-breakpoint
CREATE TRIGGER waiting_grants_are_given_once BEFORE UPDATE ON waiting_grants
  FOR EACH ROW WHEN (OLD.given_at IS NOT NULL) EXECUTE FUNCTION refuse_change_but_forgetting('email');--> statement-breakpoint
DROP TRIGGER ledger_transfers_stay ON ledger_transfers;--> statement-breakpoint
CREATE TRIGGER ledger_transfers_stay BEFORE DELETE ON ledger_transfers
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_transfers_change BEFORE UPDATE ON ledger_transfers
  FOR EACH ROW EXECUTE FUNCTION refuse_change_but_forgetting('reason');
