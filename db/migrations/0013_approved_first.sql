-- What nobody who runs the installation has looked at is for its members alone, whatever it says of itself.
CREATE OR REPLACE FUNCTION refresh_mentor_listing(mentor uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM mentor_listings WHERE mentor_id = mentor FOR NO KEY UPDATE;
  UPDATE mentor_listings AS l SET
    organization_id = m.organization_id,
    is_public = o.is_public AND o.approved_at IS NOT NULL,
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
DROP TRIGGER organizations_listing ON organizations;--> statement-breakpoint
CREATE TRIGGER organizations_listing AFTER UPDATE OF is_public, approved_at, closed_at ON organizations
  FOR EACH ROW EXECUTE FUNCTION refresh_listings_of_organization();
