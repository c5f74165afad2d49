CREATE TABLE "reminder_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"email_kinds" text[] NOT NULL,
	"in_app_kinds" text[] NOT NULL,
	"quiet_from_minute" integer,
	"quiet_until_minute" integer,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_preferences_kinds_known" CHECK ("reminder_preferences"."email_kinds" <@ array['24h', '1h', '30m', 'post_session']
        and "reminder_preferences"."in_app_kinds" <@ array['24h', '1h', '30m', 'post_session']),
	CONSTRAINT "reminder_preferences_quiet_is_whole" CHECK (("reminder_preferences"."quiet_from_minute" is null) = ("reminder_preferences"."quiet_until_minute" is null)
        and coalesce("reminder_preferences"."quiet_from_minute" between 0 and 1439, true)
        and coalesce("reminder_preferences"."quiet_until_minute" between 0 and 1439, true))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid,
	"session_id" uuid,
	"version" integer NOT NULL,
	"recipient_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"reason" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_key" UNIQUE NULLS NOT DISTINCT("booking_id","session_id","version","recipient_id","kind","channel"),
	CONSTRAINT "reminders_one_subject" CHECK (("reminders"."booking_id" is null) <> ("reminders"."session_id" is null)),
	CONSTRAINT "reminders_kind_known" CHECK ("reminders"."kind" in ('24h', '1h', '30m', 'post_session')),
	CONSTRAINT "reminders_channel_known" CHECK ("reminders"."channel" in ('email', 'in_app')),
	CONSTRAINT "reminders_status_known" CHECK ("reminders"."status" in ('planned', 'sent', 'skipped')),
	CONSTRAINT "reminders_reason_known" CHECK ("reminders"."reason" in ('moved', 'cancelled', 'not_confirmed', 'too_late', 'superseded', 'turned_off', 'quiet_hours', 'blocked')),
	CONSTRAINT "reminders_outcome_is_whole" CHECK (("reminders"."status" = 'skipped') = ("reminders"."reason" is not null)
        and ("reminders"."status" = 'planned') = ("reminders"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "reminder_preferences" ADD CONSTRAINT "reminder_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminders_due_idx" ON "reminders" USING btree ("due_at") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "reminders_session_idx" ON "reminders" USING btree ("session_id");--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'hold', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor', 'reminder_24h_mentee', 'reminder_24h_mentor', 'reminder_1h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee', 'reminder_30m_mentor', 'post_session_mentee'));