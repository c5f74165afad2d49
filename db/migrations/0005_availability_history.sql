DROP INDEX "time_off_mentor_period_idx";--> statement-breakpoint
DROP INDEX "weekly_windows_mentor_idx";--> statement-breakpoint
ALTER TABLE "overrides" DROP CONSTRAINT "overrides_pkey";--> statement-breakpoint
ALTER TABLE "overrides" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "overrides" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "overrides" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "time_off" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "weekly_windows" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "overrides_date_key" ON "overrides" USING btree ("mentor_id","applies_on") WHERE "overrides"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "time_off_mentor_period_idx" ON "time_off" USING gist ("mentor_id","period") WHERE "time_off"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "weekly_windows_mentor_idx" ON "weekly_windows" USING btree ("mentor_id") WHERE "weekly_windows"."archived_at" is null;