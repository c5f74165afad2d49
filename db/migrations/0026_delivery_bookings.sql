ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_batch_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_booking_id_bookings_id_fk";
--> statement-breakpoint
DROP INDEX "deliveries_booking_idx";--> statement-breakpoint
DROP INDEX "deliveries_batch_idx";--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "booking_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "deliveries" ALTER COLUMN "booking_ids" DROP DEFAULT;--> statement-breakpoint
UPDATE "deliveries" SET "booking_ids" = ARRAY["booking_id"] WHERE "booking_id" IS NOT NULL AND "batch_id" IS NULL;--> statement-breakpoint
UPDATE "deliveries" SET "kind" = substr("kind", length('batch_') + 1), "booking_ids" = ARRAY(
  SELECT "id" FROM "bookings" WHERE "bookings"."batch_id" = "deliveries"."batch_id" ORDER BY lower("period"), "id"
) WHERE "batch_id" IS NOT NULL;--> statement-breakpoint
UPDATE "notifications" SET "kind" = 'requested', "data" = "data" - 'by' WHERE "kind" = 'batch_requested';--> statement-breakpoint
UPDATE "notifications" SET "kind" = CASE "data" ->> 'by' WHEN 'mentee' THEN 'booked' ELSE 'confirmed' END, "data" = "data" - 'by' WHERE "kind" = 'batch_booked';--> statement-breakpoint
UPDATE "notifications" SET "kind" = 'expired', "data" = "data" - 'by' WHERE "kind" = 'batch_cancelled' AND "data" ->> 'by' = 'system';--> statement-breakpoint
UPDATE "notifications" SET "kind" = 'cancelled' WHERE "kind" = 'batch_cancelled';--> statement-breakpoint
ALTER TABLE "deliveries" DROP COLUMN "booking_id";--> statement-breakpoint
ALTER TABLE "deliveries" DROP COLUMN "batch_id";--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('requested', 'booked', 'confirmed', 'declined', 'moved', 'move_requested', 'cancelled', 'expired', 'started', 'completed', 'no_show', 'reminder', 'follow_up', 'credits_granted'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_bookings_known" CHECK (array_position("deliveries"."booking_ids", null) is null and case
        when "deliveries"."kind" = 'sign_in' then cardinality("deliveries"."booking_ids") = 0
        when "deliveries"."kind" in ('booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor') then cardinality("deliveries"."booking_ids") >= 1
        else cardinality("deliveries"."booking_ids") = 1 end);--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'hold', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor', 'reminder_24h_mentee', 'reminder_24h_mentor', 'reminder_1h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee', 'reminder_30m_mentor', 'post_session_mentee'));