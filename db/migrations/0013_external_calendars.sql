CREATE TABLE "external_calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"etag" text,
	"last_modified" text,
	"digest" text NOT NULL,
	"expanded_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"skipped_events" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"failure" text,
	"failing_since" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"leased_until" timestamp with time zone,
	"claim" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "external_calendars_owner_key" UNIQUE("id","mentor_id"),
	CONSTRAINT "external_calendars_failure_known" CHECK ("external_calendars"."failure" in ('unreachable', 'private_address', 'timeout', 'not_found', 'no_access', 'server_error', 'too_many_redirects', 'too_big', 'not_a_calendar')),
	CONSTRAINT "external_calendars_failing_since" CHECK (("external_calendars"."failure" is null) = ("external_calendars"."failing_since" is null)),
	CONSTRAINT "external_calendars_time_zone_known" CHECK (is_time_zone("external_calendars"."time_zone"))
);
--> statement-breakpoint
CREATE TABLE "imported_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"calendar_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"period" "tstzrange" NOT NULL,
	"summary" text NOT NULL,
	CONSTRAINT "imported_events_period_bounded" CHECK (not isempty("imported_events"."period")
    and lower_inc("imported_events"."period") and not upper_inc("imported_events"."period")
    and coalesce(isfinite(lower("imported_events"."period")) and isfinite(upper("imported_events"."period")), false))
);
--> statement-breakpoint
ALTER TABLE "external_calendars" ADD CONSTRAINT "external_calendars_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_events" ADD CONSTRAINT "imported_events_calendar_fkey" FOREIGN KEY ("calendar_id","mentor_id") REFERENCES "public"."external_calendars"("id","mentor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "external_calendars_url_key" ON "external_calendars" USING btree ("mentor_id","url") WHERE "external_calendars"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "external_calendars_due_idx" ON "external_calendars" USING btree ("next_attempt_at") WHERE "external_calendars"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "imported_events_calendar_idx" ON "imported_events" USING btree ("calendar_id");--> statement-breakpoint
CREATE INDEX "imported_events_mentor_period_idx" ON "imported_events" USING gist ("mentor_id","period");