ALTER TABLE "services" ADD COLUMN "session_type" text DEFAULT 'other' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "formats" text[];--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_session_type_known" CHECK ("services"."session_type" in ('initial', 'follow_up', 'review', 'final', 'other'));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_formats_known" CHECK ("services"."formats" is null
        or (cardinality("services"."formats") >= 1 and "services"."formats" <@ array['video', 'phone', 'in_person']));