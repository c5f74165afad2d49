CREATE TABLE "cron_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"trigger" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"counts" jsonb DEFAULT '{}' NOT NULL,
	"has_more" boolean DEFAULT false NOT NULL,
	"error" text,
	CONSTRAINT "cron_runs_trigger_known" CHECK ("cron_runs"."trigger" in ('http', 'embedded'))
);
--> statement-breakpoint
CREATE TABLE "mail_pauses" (
	"transport" text PRIMARY KEY NOT NULL,
	"resumes_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "cron_runs_started_idx" ON "cron_runs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "bookings_unclosed_idx" ON "bookings" USING btree (upper("period")) WHERE status in ('confirmed', 'in_progress');