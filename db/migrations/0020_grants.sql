CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"file_name" text,
	"file_digest" text,
	"rows" jsonb NOT NULL,
	"recipient_count" integer NOT NULL,
	"total_credits" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"given_at" timestamp with time zone,
	CONSTRAINT "grants_request_key" UNIQUE("actor_id","request_id"),
	CONSTRAINT "grants_file_whole" CHECK (("grants"."file_name" is null) = ("grants"."file_digest" is null)),
	CONSTRAINT "grants_of_one_are_given" CHECK ("grants"."file_name" is not null or "grants"."given_at" is not null),
	CONSTRAINT "grants_given_something" CHECK ("grants"."given_at" is null or "grants"."recipient_count" > 0)
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" ALTER COLUMN "booking_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "grants_organization_idx" ON "grants" USING btree ("organization_id","given_at" desc,"id" desc) WHERE given_at is not null;--> statement-breakpoint
CREATE INDEX "grants_drafts_idx" ON "grants" USING btree ("created_at") WHERE given_at is null;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_booking_known" CHECK (("notifications"."booking_id" is null) = ("notifications"."kind" = 'credits_granted'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('requested', 'booked', 'confirmed', 'declined', 'moved', 'move_requested', 'cancelled', 'expired', 'started', 'completed', 'no_show', 'reminder', 'follow_up', 'credits_granted'));