ALTER TABLE "email_tokens" DROP CONSTRAINT "email_tokens_purpose_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "is_proposal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "bookings_mentor_proposals_idx" ON "bookings" USING btree ("mentor_id","created_at") WHERE is_proposal;--> statement-breakpoint
CREATE INDEX "bookings_address_proposals_idx" ON "bookings" USING btree ("guest_email","created_at") WHERE is_proposal;--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_purpose_known" CHECK ("email_tokens"."purpose" in ('sign_in', 'hold', 'proposal'));--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_hold_is_short" CHECK ("bookings"."status" <> 'held' or "bookings"."expires_at" <= "bookings"."created_at" + case
        when "bookings"."is_proposal" then make_interval(hours => 48)
        else make_interval(mins => 20) end);--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_proposal_has_address" CHECK (not "bookings"."is_proposal" or "bookings"."guest_email" is not null);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'hold', 'proposal', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor', 'reminder_24h_mentee', 'reminder_24h_mentor', 'reminder_1h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee', 'reminder_30m_mentor', 'post_session_mentee', 'message_mentee'));