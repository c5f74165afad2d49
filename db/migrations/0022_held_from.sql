ALTER TABLE "bookings" ADD COLUMN "held_from" text;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_held_from_held" CHECK ("bookings"."held_from" is null or "bookings"."status" = 'held') NOT VALID;--> statement-breakpoint
ALTER TABLE "bookings" VALIDATE CONSTRAINT "bookings_held_from_held";
