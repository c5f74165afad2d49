ALTER TABLE "mentors" DROP CONSTRAINT "mentors_rules_in_range";--> statement-breakpoint
ALTER TABLE "organizations" DROP CONSTRAINT "organizations_rules_in_range";--> statement-breakpoint
ALTER TABLE "mentors" ADD COLUMN "most_open_each" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "mentors" ADD COLUMN "most_requests_each" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "most_open_each" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "most_requests_each" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_rules_in_range" CHECK ("mentors"."minimum_notice_minutes" between 0 and 43200
        and "mentors"."horizon_days" between 1 and 365
        and "mentors"."step_minutes" between 5 and 480
        and "mentors"."buffer_before_minutes" between 0 and 240
        and "mentors"."buffer_after_minutes" between 0 and 240
        and "mentors"."cancel_notice_minutes" between 0 and 43200
        and "mentors"."move_notice_minutes" between 0 and 43200
        and "mentors"."late_cancel_percent" between 0 and 100
        and "mentors"."most_open_each" between 1 and 100
        and "mentors"."most_requests_each" between 1 and 100
        and coalesce("mentors"."max_sessions_per_day", 1) >= 1
        and coalesce("mentors"."max_sessions_per_week", 1) >= 1);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_rules_in_range" CHECK ("organizations"."minimum_notice_minutes" between 0 and 43200
        and "organizations"."horizon_days" between 1 and 365
        and "organizations"."step_minutes" between 5 and 480
        and "organizations"."buffer_before_minutes" between 0 and 240
        and "organizations"."buffer_after_minutes" between 0 and 240
        and "organizations"."cancel_notice_minutes" between 0 and 43200
        and "organizations"."move_notice_minutes" between 0 and 43200
        and "organizations"."late_cancel_percent" between 0 and 100
        and "organizations"."most_open_each" between 1 and 100
        and "organizations"."most_requests_each" between 1 and 100
        and coalesce("organizations"."max_sessions_per_day", 1) >= 1
        and coalesce("organizations"."max_sessions_per_week", 1) >= 1);