CREATE TABLE "meeting_rooms" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"url" text NOT NULL,
	"host_url" text DEFAULT '' NOT NULL,
	"lasts_until_at" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"leased_until" timestamp with time zone,
	"claim" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "meeting_rooms_provider_known" CHECK ("meeting_rooms"."provider" in ('jitsi', 'whereby')),
	CONSTRAINT "meeting_rooms_failure_known" CHECK ("meeting_rooms"."failure" in ('refused', 'busy', 'unavailable', 'malformed', 'no_answer')),
	CONSTRAINT "meeting_rooms_whereby_ends" CHECK (("meeting_rooms"."provider" = 'whereby') = ("meeting_rooms"."lasts_until_at" is not null)),
	CONSTRAINT "meeting_rooms_url_whole" CHECK ("meeting_rooms"."url" ~ '^https?://')
);
--> statement-breakpoint
ALTER TABLE "meeting_rooms" ADD CONSTRAINT "meeting_rooms_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meeting_rooms_due_idx" ON "meeting_rooms" USING btree ("next_attempt_at") WHERE provider = 'jitsi';--> statement-breakpoint
CREATE INDEX "sessions_video_idx" ON "sessions" USING btree (upper("period")) WHERE active and format = 'video';