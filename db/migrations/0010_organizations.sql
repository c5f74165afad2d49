ALTER TABLE "mentors" DROP CONSTRAINT "mentors_slug_key";--> statement-breakpoint
ALTER TABLE "mentors" ADD COLUMN "approved_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "description" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "website" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "accent_color" text;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "default_locale" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "time_zone" text DEFAULT 'UTC' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "mentoring" text DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "approved_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "founded_by" uuid;--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_founded_by_users_id_fk" FOREIGN KEY ("founded_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organizations_founder_idx" ON "organizations" USING btree ("founded_by") WHERE founded_by is not null;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_slug_key" UNIQUE("slug","organization_id");--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_slug_is_plain" CHECK ("organizations"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_texts_short" CHECK (char_length("organizations"."name") between 1 and 120
        and char_length("organizations"."description") <= 1000
        and char_length("organizations"."website") <= 200);--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_accent_known" CHECK ("organizations"."accent_color" ~ '^#[0-9a-f]{6}$');--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_locale_known" CHECK ("organizations"."default_locale" in ('en', 'fr'));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_time_zone_known" CHECK (is_time_zone("organizations"."time_zone"));--> statement-breakpoint
ALTER TABLE "organizations" ADD CONSTRAINT "organizations_mentoring_known" CHECK ("organizations"."mentoring" in ('open', 'reviewed', 'appointed'));--> statement-breakpoint

-- Who is to be approved is not listed before, and nobody in an organization that is closed.
CREATE OR REPLACE FUNCTION refresh_mentor_listing(mentor uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM mentor_listings WHERE mentor_id = mentor FOR NO KEY UPDATE;
  UPDATE mentor_listings AS l SET
    organization_id = m.organization_id,
    is_public = o.is_public,
    is_listed = m.published_at IS NOT NULL AND m.approved_at IS NOT NULL
      AND u.blocked_at IS NULL AND o.closed_at IS NULL,
    published_at = m.published_at,
    is_bookable = m.taking_bookings AND prices.least IS NOT NULL,
    price_from = prices.least,
    formats = coalesce(offered.formats, m.formats),
    skills = m.skills,
    languages = m.languages
  FROM mentors AS m
    JOIN users AS u ON u.id = m.user_id
    JOIN organizations AS o ON o.id = m.organization_id, (
      SELECT min(v.price_credits) AS least
      FROM services AS s JOIN variants AS v ON v.service_id = s.id
      WHERE s.mentor_id = mentor AND s.archived_at IS NULL AND v.archived_at IS NULL
        AND s.link_token IS NULL
    ) AS prices, LATERAL (
      SELECT array_agg(DISTINCT format) AS formats
      FROM services AS s, unnest(coalesce(s.formats, m.formats)) AS format
      WHERE s.mentor_id = mentor AND s.archived_at IS NULL AND s.link_token IS NULL
    ) AS offered
  WHERE l.mentor_id = mentor AND m.user_id = mentor;
END $$;--> statement-breakpoint
DROP TRIGGER mentors_listing ON mentors;--> statement-breakpoint
CREATE TRIGGER mentors_listing AFTER INSERT
  OR UPDATE OF organization_id, published_at, approved_at, taking_bookings, formats, skills, languages ON mentors
  FOR EACH ROW EXECUTE FUNCTION refresh_listing_of_mentor();--> statement-breakpoint
DROP TRIGGER organizations_listing ON organizations;--> statement-breakpoint
CREATE TRIGGER organizations_listing AFTER UPDATE OF is_public, closed_at ON organizations
  FOR EACH ROW EXECUTE FUNCTION refresh_listings_of_organization();
