CREATE TABLE "organization_closed_days" (
	"organization_id" uuid NOT NULL,
	"closed_on" date NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "organization_closed_days_pkey" PRIMARY KEY("organization_id","closed_on"),
	CONSTRAINT "organization_closed_days_named" CHECK (char_length("organization_closed_days"."name") between 1 and 80)
);
--> statement-breakpoint
CREATE TABLE "organization_logos" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"small" "bytea" NOT NULL,
	"large" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "organization_logos_organization_key" UNIQUE("organization_id"),
	CONSTRAINT "organization_logos_are_small" CHECK (octet_length("organization_logos"."small") between 1 and 24576
        and octet_length("organization_logos"."large") between 1 and 102400)
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_booking_known";--> statement-breakpoint
ALTER TABLE "mentors" ADD COLUMN "review_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "welcome_credits" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "minimum_notice_minutes" integer DEFAULT 120 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "horizon_days" integer DEFAULT 60 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "step_minutes" integer DEFAULT 30 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "buffer_before_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "buffer_after_minutes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "max_sessions_per_day" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "max_sessions_per_week" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "confirmation" text DEFAULT 'automatic' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "cancel_notice_minutes" integer DEFAULT 1440 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "move_notice_minutes" integer DEFAULT 1440 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "late_cancel_percent" integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "allowed_formats" text[] DEFAULT '{"video","phone","in_person"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "allowed_lengths" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "most_open_bookings" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "refuses_disposable" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "pays_public_mentors" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "sends_report" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "reported_for" date;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "retention_months" integer;--> statement-breakpoint
ALTER TABLE "organization_closed_days" ADD CONSTRAINT "organization_closed_days_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_logos" ADD CONSTRAINT "organization_logos_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_review_note_short" CHECK (char_length("mentors"."review_note") <= 1000);--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('requested', 'booked', 'confirmed', 'declined', 'moved', 'move_requested', 'cancelled', 'expired', 'started', 'completed', 'no_show', 'reminder', 'follow_up', 'message', 'credits_granted', 'mentor_waiting', 'mentor_approved', 'mentor_sent_back', 'mentor_appointed'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_booking_known" CHECK (("notifications"."booking_id" is null) = ("notifications"."kind" in ('credits_granted', 'mentor_waiting', 'mentor_approved', 'mentor_sent_back', 'mentor_appointed')));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_confirmation_known" CHECK ("organizations"."confirmation" in ('automatic', 'manual'));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_rules_in_range" CHECK ("organizations"."minimum_notice_minutes" between 0 and 43200
        and "organizations"."horizon_days" between 1 and 365
        and "organizations"."step_minutes" between 5 and 480
        and "organizations"."buffer_before_minutes" between 0 and 240
        and "organizations"."buffer_after_minutes" between 0 and 240
        and "organizations"."cancel_notice_minutes" between 0 and 43200
        and "organizations"."move_notice_minutes" between 0 and 43200
        and "organizations"."late_cancel_percent" between 0 and 100
        and coalesce("organizations"."max_sessions_per_day", 1) >= 1
        and coalesce("organizations"."max_sessions_per_week", 1) >= 1);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_settings_in_range" CHECK (coalesce("organizations"."welcome_credits" between 0 and 10000, true)
        and coalesce("organizations"."most_open_bookings" between 1 and 1000, true)
        and coalesce("organizations"."retention_months" between 1 and 120, true));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_offer_known" CHECK (cardinality("organizations"."allowed_formats") >= 1
        and "organizations"."allowed_formats" <@ array['video', 'phone', 'in_person']
        and cardinality("organizations"."allowed_lengths") <= 20
        and 5 <= all ("organizations"."allowed_lengths") and 480 >= all ("organizations"."allowed_lengths"));