ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "booking_events" ADD COLUMN "moved_from_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking_events" ADD COLUMN "moved_to_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_move_is_whole" CHECK (("booking_events"."moved_from_at" is null) = ("booking_events"."moved_to_at" is null));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'hold', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor'));