CREATE TABLE "session_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"request_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_messages_request_key" UNIQUE("sender_id","request_id"),
	CONSTRAINT "session_messages_text_is_short" CHECK (char_length("session_messages"."text") between 1 and 1000)
);
--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "booking_events" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "mentors" ADD COLUMN "resumes_on" date;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "message_id" uuid;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "link_token" text;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "link_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session_messages" ADD CONSTRAINT "session_messages_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_messages" ADD CONSTRAINT "session_messages_sender_id_users_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_messages_session_idx" ON "session_messages" USING btree ("session_id","created_at");--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_message_id_session_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."session_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_id_session_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."session_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_link_token_key" UNIQUE("link_token");--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_resume_what_they_paused" CHECK ("mentors"."resumes_on" is null or not "mentors"."taking_bookings");--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('requested', 'booked', 'confirmed', 'declined', 'moved', 'move_requested', 'cancelled', 'expired', 'started', 'completed', 'no_show', 'reminder', 'follow_up', 'message', 'credits_granted'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_known" CHECK (("deliveries"."message_id" is null) = ("deliveries"."kind" <> 'message_mentee'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'hold', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor', 'reminder_24h_mentee', 'reminder_24h_mentor', 'reminder_1h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee', 'reminder_30m_mentor', 'post_session_mentee', 'message_mentee'));--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_link_token_is_long" CHECK ("services"."link_token" ~ '^[A-Za-z0-9_-]{43}$');--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_link_since_known" CHECK (("services"."link_token" is null) = ("services"."link_since" is null));--> statement-breakpoint

-- What was written to people stays as they read it.
CREATE TRIGGER session_messages_stay BEFORE UPDATE OR DELETE ON session_messages
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER session_messages_are_not_emptied BEFORE TRUNCATE ON session_messages
  EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- A service that is reached by its link alone is nothing that a mentor is found or listed by.
CREATE OR REPLACE FUNCTION refresh_mentor_search(mentor uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE mentors AS m SET
    search_words = search_text(concat_ws(' ', u.name, m.headline, k.names, m.city, s.titles)),
    search_vector =
      setweight(to_tsvector('simple', search_text(coalesce(u.name, ''))), 'A') ||
      setweight(to_tsvector('simple', search_text(concat_ws(' ', m.headline, k.names))), 'B') ||
      setweight(to_tsvector('simple', search_text(concat_ws(' ', s.titles, m.city))), 'C') ||
      setweight(to_tsvector('simple', search_text(m.bio)), 'D')
  FROM users AS u, (
    SELECT string_agg(title, ' ' ORDER BY position) AS titles
    FROM services WHERE mentor_id = mentor AND archived_at IS NULL AND link_token IS NULL
  ) AS s, (
    SELECT string_agg(coalesce(terms.names, given.skill), ' ' ORDER BY place) AS names
    FROM mentors, unnest(skills) WITH ORDINALITY AS given (skill, place), LATERAL (
      SELECT string_agg(term, ' ' ORDER BY term) AS names FROM skill_terms WHERE skill_id = given.skill
    ) AS terms
    WHERE user_id = mentor
  ) AS k
  WHERE m.user_id = mentor AND u.id = mentor
$$;--> statement-breakpoint
DROP TRIGGER services_search ON services;--> statement-breakpoint
CREATE TRIGGER services_search AFTER INSERT OR UPDATE OF title, position, archived_at, link_token ON services
  FOR EACH ROW EXECUTE FUNCTION refresh_search_of_service();--> statement-breakpoint
CREATE OR REPLACE FUNCTION refresh_mentor_listing(mentor uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM mentor_listings WHERE mentor_id = mentor FOR NO KEY UPDATE;
  UPDATE mentor_listings AS l SET
    organization_id = m.organization_id,
    is_public = o.is_public,
    is_listed = m.published_at IS NOT NULL AND u.blocked_at IS NULL,
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
DROP TRIGGER services_listing ON services;--> statement-breakpoint
CREATE TRIGGER services_listing AFTER INSERT OR UPDATE OF formats, archived_at, link_token ON services
  FOR EACH ROW EXECUTE FUNCTION refresh_listing_of_service();
