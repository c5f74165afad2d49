ALTER TABLE "mentors" ADD COLUMN "written_in" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "written_in" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_written_in_language" CHECK ("mentors"."written_in" ~ '^[a-z]{2,3}$');--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_written_in_language" CHECK ("services"."written_in" ~ '^[a-z]{2,3}$');--> statement-breakpoint

-- What there is was most likely written in the language in which its mentor reads our pages.
UPDATE mentors SET written_in = users.locale FROM users WHERE users.id = mentors.user_id AND users.locale <> 'en';--> statement-breakpoint
UPDATE services SET written_in = users.locale FROM users WHERE users.id = services.mentor_id AND users.locale <> 'en';
