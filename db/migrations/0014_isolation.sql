-- The second lock (decision 32). A page reads as `baobab_viewer`, a role that owns nothing, may SELECT what is
-- granted here and nothing else, and sees of each table the rows that its policies leave it. Who looks is
-- said by settings of the transaction (`db/viewer.ts`). Services, the cron and migrations are the owner of
-- the tables, whom policies do not bind.

-- Roles are the cluster's, and several of its databases may be migrated at once.
DO $$
BEGIN
  FOR attempt IN 1..10 LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'baobab_viewer') THEN
        CREATE ROLE baobab_viewer NOLOGIN NOINHERIT;
      END IF;
      -- A superuser may take any role. On PostgreSQL 16 and newer, who made a role may not take it by that.
      IF current_setting('server_version_num')::int >= 160000 THEN
        IF NOT pg_has_role(current_user, 'baobab_viewer', 'SET') THEN
          EXECUTE format('GRANT baobab_viewer TO %I WITH INHERIT FALSE, SET TRUE', current_user);
        END IF;
      ELSIF NOT pg_has_role(current_user, 'baobab_viewer', 'MEMBER') THEN
        EXECUTE format('GRANT baobab_viewer TO %I', current_user);
      END IF;
      EXIT;
    EXCEPTION
      WHEN duplicate_object OR unique_violation OR internal_error THEN
        -- Another database's migration was at it: it is there now, or is tried again.
        IF attempt = 10 THEN RAISE; END IF;
        PERFORM pg_sleep(0.05 * attempt);
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role baobab_viewer is missing, or % may not take it', current_user
          USING HINT = format('Have an administrator run: CREATE ROLE baobab_viewer NOLOGIN; GRANT baobab_viewer TO %I;',
            current_user);
    END;
  END LOOP;
END $$;--> statement-breakpoint

-- Who looks. What was set for one transaction is read as '' in the next one, not as null.
CREATE SCHEMA shown;--> statement-breakpoint
CREATE FUNCTION shown.viewer_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;--> statement-breakpoint
-- Organizations that they belong to, and of those the ones that they administer: '{uuid,uuid}'.
CREATE FUNCTION shown.member_of() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.member_of', true), ''), '{}')::uuid[];--> statement-breakpoint
CREATE FUNCTION shown.admin_of() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('app.admin_of', true), ''), '{}')::uuid[];--> statement-breakpoint
-- The link of a service that is reached by it alone, where they have come by one.
CREATE FUNCTION shown.link() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.link', true), '');--> statement-breakpoint

-- What a policy asks of other tables stands in views with the owner's rights: a policy that asks a table runs
-- that table's policy for each row, and lists take twenty times as long. `(SELECT …)` around a setting reads
-- it once a query. None is a security barrier: nothing of ours leaks below them, and a barrier, as a policy,
-- keeps `&&` and `@@` from their indexes.

-- Their address, to which something may have been proposed.
CREATE VIEW shown.own_address AS
  SELECT u.email FROM users AS u WHERE u.id = (SELECT shown.viewer_id());--> statement-breakpoint
-- Mentors whom they may find, who they are, administer, or have booked. The listing says who is found at all.
CREATE VIEW shown.seen_mentors AS
  SELECT l.mentor_id, l.organization_id FROM mentor_listings AS l
  WHERE (l.is_listed AND (l.is_public OR l.organization_id = ANY ((SELECT shown.member_of())::uuid[])))
    OR l.mentor_id = (SELECT shown.viewer_id())
    OR l.organization_id = ANY ((SELECT shown.admin_of())::uuid[])
    OR EXISTS (SELECT FROM bookings AS b
      WHERE b.mentee_id = (SELECT shown.viewer_id()) AND b.mentor_id = l.mentor_id)
    OR EXISTS (SELECT FROM bookings AS b
      WHERE b.is_proposal AND b.guest_email = (SELECT email FROM shown.own_address)
        AND b.mentor_id = l.mentor_id);--> statement-breakpoint
-- Bookings of theirs: as mentee, as mentor, as who administers, and what is proposed to their address.
CREATE VIEW shown.own_bookings AS
  SELECT b.id, b.session_id, b.seat, b.mentor_id, b.mentee_id, b.organization_id, b.batch_id, b.status, b.period,
    b.expires_at, b.is_proposal, b.guest_email
  FROM bookings AS b
  WHERE b.mentee_id = (SELECT shown.viewer_id()) OR b.mentor_id = (SELECT shown.viewer_id())
    OR b.organization_id = ANY ((SELECT shown.admin_of())::uuid[])
    OR (b.is_proposal AND b.guest_email = (SELECT email FROM shown.own_address));--> statement-breakpoint
CREATE VIEW shown.own_events AS
  SELECT e.id, e.message_id, e.actor_id, e.actor_role FROM booking_events AS e
  JOIN shown.own_bookings AS b ON b.id = e.booking_id;--> statement-breakpoint
-- Whose message it was, and which admin stepped in, is looked for among few.
CREATE INDEX "booking_events_message_idx" ON "booking_events" USING btree ("message_id") WHERE message_id is not null;--> statement-breakpoint
CREATE INDEX "booking_events_admin_idx" ON "booking_events" USING btree ("actor_id") WHERE actor_role = 'admin';--> statement-breakpoint
-- A service that is reached by its link alone is there for who has the link, or has booked it (decision 28).
CREATE VIEW shown.seen_services AS
  SELECT s.id, s.mentor_id FROM services AS s JOIN shown.seen_mentors AS m ON m.mentor_id = s.mentor_id
  WHERE s.link_token IS NULL OR s.mentor_id = (SELECT shown.viewer_id())
    OR s.link_token = (SELECT shown.link())
    OR m.organization_id = ANY ((SELECT shown.admin_of())::uuid[])
    OR EXISTS (SELECT FROM bookings AS b JOIN sessions AS held ON held.id = b.session_id
      WHERE b.mentee_id = (SELECT shown.viewer_id()) AND held.service_id = s.id)
    OR EXISTS (SELECT FROM bookings AS b JOIN sessions AS held ON held.id = b.session_id
      WHERE b.is_proposal AND b.guest_email = (SELECT email FROM shown.own_address) AND held.service_id = s.id);--> statement-breakpoint
CREATE VIEW shown.own_accounts AS
  SELECT a.id FROM ledger_accounts AS a
  WHERE a.user_id = (SELECT shown.viewer_id()) OR a.organization_id = ANY ((SELECT shown.admin_of())::uuid[]);--> statement-breakpoint
CREATE VIEW shown.own_entries AS
  SELECT e.transfer_id FROM ledger_entries AS e JOIN shown.own_accounts AS a ON a.id = e.account_id;--> statement-breakpoint
CREATE VIEW shown.own_grants AS
  SELECT g.id, g.actor_id FROM grants AS g
  WHERE g.organization_id = ANY ((SELECT shown.admin_of())::uuid[])
    AND (g.given_at IS NOT NULL OR g.actor_id = (SELECT shown.viewer_id()));--> statement-breakpoint
-- Organizations that they may know: open to all, theirs, and where they have an account, a booking or a profile.
CREATE VIEW shown.known_organizations AS
  SELECT o.id FROM organizations AS o
  WHERE (o.is_public AND o.approved_at IS NOT NULL AND o.closed_at IS NULL) OR o.founded_by = (SELECT shown.viewer_id())
    OR o.id = ANY ((SELECT shown.member_of())::uuid[]) OR o.id = ANY ((SELECT shown.admin_of())::uuid[])
    OR EXISTS (SELECT FROM ledger_accounts AS a
      WHERE a.user_id = (SELECT shown.viewer_id()) AND a.organization_id = o.id)
    OR EXISTS (SELECT FROM bookings AS b
      WHERE b.mentee_id = (SELECT shown.viewer_id()) AND b.organization_id = o.id)
    OR EXISTS (SELECT FROM mentors AS m
      WHERE m.user_id = (SELECT shown.viewer_id()) AND m.organization_id = o.id);--> statement-breakpoint
-- People of the organizations that they administer, members and who has given there, with their addresses.
CREATE VIEW shown.administered_people AS
  SELECT u.id, u.email FROM users AS u
  WHERE EXISTS (SELECT FROM memberships AS m
      WHERE m.user_id = u.id AND m.organization_id = ANY ((SELECT shown.admin_of())::uuid[]))
    OR EXISTS (SELECT FROM shown.own_grants AS g WHERE g.actor_id = u.id);--> statement-breakpoint
CREATE VIEW shown.overseen_audit AS
  SELECT a.id FROM audit_events AS a
  WHERE a.organization_id = ANY ((SELECT shown.admin_of())::uuid[]);--> statement-breakpoint
-- A mail is of its first booking's organization; without one, of those that its reader is a member of, and
-- else of the public one, which owns what is nobody else's.
CREATE VIEW shown.overseen_deliveries AS
  SELECT d.id FROM deliveries AS d
  WHERE (SELECT cardinality(shown.admin_of())) > 0 AND CASE
    WHEN cardinality(d.booking_ids) > 0 THEN EXISTS (SELECT FROM bookings AS b
      WHERE b.id = d.booking_ids[1] AND b.organization_id = ANY ((SELECT shown.admin_of())::uuid[]))
    WHEN EXISTS (SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id WHERE u.email = d.recipient_email)
      THEN EXISTS (SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id
        WHERE u.email = d.recipient_email AND m.organization_id = ANY ((SELECT shown.admin_of())::uuid[]))
    ELSE EXISTS (SELECT FROM organizations AS o
      WHERE o.slug = 'public' AND o.id = ANY ((SELECT shown.admin_of())::uuid[])) END;--> statement-breakpoint

-- What anybody who may see a mentor may know of rows that are not theirs, and no more of them: when the
-- mentor is free, and why not is not said.
CREATE VIEW shown.open_windows AS
  SELECT w.mentor_id, w.days, w.start_time, w.end_time, w.time_zone, w.capacity, w.first_on, w.last_on, w.active,
    w.archived_at
  FROM weekly_windows AS w JOIN shown.seen_mentors AS m ON m.mentor_id = w.mentor_id;--> statement-breakpoint
CREATE VIEW shown.open_dates AS
  SELECT o.mentor_id, o.applies_on, o.ranges, o.archived_at
  FROM overrides AS o JOIN shown.seen_mentors AS m ON m.mentor_id = o.mentor_id;--> statement-breakpoint
CREATE VIEW shown.busy_time_off AS
  SELECT t.mentor_id, t.period, t.archived_at
  FROM time_off AS t JOIN shown.seen_mentors AS m ON m.mentor_id = t.mentor_id;--> statement-breakpoint
CREATE VIEW shown.busy_events AS
  SELECT e.mentor_id, e.period, CASE WHEN e.mentor_id = (SELECT shown.viewer_id()) THEN e.summary END AS summary
  FROM imported_events AS e JOIN shown.seen_mentors AS m ON m.mentor_id = e.mentor_id;--> statement-breakpoint
CREATE VIEW shown.busy_sessions AS
  SELECT s.id, s.mentor_id, s.variant_id, s.period, s.buffer_before_minutes, s.buffer_after_minutes, s.capacity, s.format
  FROM sessions AS s JOIN shown.seen_mentors AS m ON m.mentor_id = s.mentor_id;--> statement-breakpoint
-- How many seats are taken; who sits there is not said.
CREATE VIEW shown.busy_seats AS
  SELECT b.session_id, b.mentor_id, b.status, b.expires_at
  FROM bookings AS b JOIN shown.seen_mentors AS m ON m.mentor_id = b.mentor_id;--> statement-breakpoint
-- What mentors attend as mentees; with whom is not said.
CREATE VIEW shown.busy_attended AS
  SELECT b.mentee_id, b.period, b.status, b.expires_at, s.occupied
  FROM bookings AS b JOIN sessions AS s ON s.id = b.session_id
  JOIN shown.seen_mentors AS m ON m.mentor_id = b.mentee_id;--> statement-breakpoint
-- Sessions that have taken place, for their number.
CREATE VIEW shown.given_sessions AS
  SELECT b.session_id, b.mentor_id, b.status
  FROM bookings AS b JOIN shown.seen_mentors AS m ON m.mentor_id = b.mentor_id
  WHERE b.status = 'completed';--> statement-breakpoint

-- The search: words have GIN indexes, which no policied table uses.
CREATE VIEW shown.searched_mentors AS
  SELECT m.user_id, m.search_words, m.search_vector FROM mentors AS m
  WHERE m.published_at IS NOT NULL AND m.approved_at IS NOT NULL AND m.organization_id = ANY ((
    SELECT array_agg(o.id) FROM organizations AS o
    WHERE (o.is_public AND o.approved_at IS NOT NULL AND o.closed_at IS NULL) OR o.id = ANY ((SELECT shown.member_of())::uuid[]))::uuid[]);--> statement-breakpoint
CREATE OR REPLACE FUNCTION mentors_spelt_like(word text) RETURNS TABLE (mentor_id uuid, likeness real)
  LANGUAGE sql STABLE STRICT ROWS 20
  SET pg_trgm.word_similarity_threshold = 0.45
  AS $$
    SELECT alike.user_id, alike.likeness
    FROM (
      SELECT user_id, word_similarity(word, search_words) AS likeness,
        max(word_similarity(word, search_words)) OVER () AS best
      FROM shown.searched_mentors WHERE word <% search_words AND length(word) > 3
    ) AS alike
    WHERE alike.likeness > alike.best - 0.15
    ORDER BY alike.likeness DESC LIMIT 200
  $$;--> statement-breakpoint

-- Every table is locked, those too that no page reads; what has no policy has no row for a viewer.
DO $$ DECLARE locked regclass; BEGIN
  FOR locked IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', locked);
  END LOOP;
END $$;--> statement-breakpoint
-- What is not granted is nobody's to read by a page, and asking for it is an error: sessions of signing in,
-- tokens, requests, limits, runs, kept mails, payments. Of people and of mails, addresses and texts are not.
GRANT USAGE ON SCHEMA public, shown TO baobab_viewer;--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA shown TO baobab_viewer;--> statement-breakpoint
GRANT SELECT ON organizations, organization_closed_days, organization_logos, memberships, mentors, mentor_listings, services, variants, questions, portraits,
  skills, skill_terms, weekly_windows, overrides, time_off, sessions, session_messages, bookings, booking_events,
  booking_notes, note_drafts, materials, meeting_rooms, reminders, reminder_preferences, notifications,
  ledger_accounts, ledger_transfers, ledger_entries, top_ups, grants, waiting_grants, external_calendars,
  imported_events, mail_pauses, audit_events TO baobab_viewer;--> statement-breakpoint
GRANT SELECT (id, name, image, locale, time_zone, allows_replies, blocked_at, created_at) ON users TO baobab_viewer;--> statement-breakpoint
GRANT SELECT (event_id, reason) ON audit_details TO baobab_viewer;--> statement-breakpoint
GRANT SELECT (user_id, created_at) ON calendar_feeds TO baobab_viewer;--> statement-breakpoint
GRANT SELECT (id, kind, status, recipient_id, recipient_email, locale, booking_ids, attempts, next_attempt_at, last_error,
  sent_at, created_at) ON deliveries TO baobab_viewer;--> statement-breakpoint

-- By the two parties of a booking, and the admins of its organization. A mentee never sees another seat.
CREATE POLICY viewer ON bookings FOR SELECT TO baobab_viewer USING (
  mentee_id = (SELECT shown.viewer_id()) OR mentor_id = (SELECT shown.viewer_id())
  OR organization_id = ANY ((SELECT shown.admin_of())::uuid[])
  OR (is_proposal AND EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.id = bookings.id)));--> statement-breakpoint
CREATE POLICY viewer ON sessions FOR SELECT TO baobab_viewer USING (
  mentor_id = (SELECT shown.viewer_id()) OR organization_id = ANY ((SELECT shown.admin_of())::uuid[])
  OR EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.session_id = sessions.id));--> statement-breakpoint
CREATE POLICY viewer ON booking_events FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.id = booking_id));--> statement-breakpoint
CREATE POLICY viewer ON session_messages FOR SELECT TO baobab_viewer USING (
  sender_id = (SELECT shown.viewer_id())
  OR EXISTS (SELECT FROM shown.own_events AS e WHERE e.message_id = session_messages.id));--> statement-breakpoint
-- What is written beside a booking is not for admins, and private notes are their mentor's.
CREATE POLICY viewer ON booking_notes FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.id = booking_id
    AND (b.mentor_id = (SELECT shown.viewer_id())
      OR (kind = 'shared' AND b.mentee_id = (SELECT shown.viewer_id())))));--> statement-breakpoint
CREATE POLICY viewer ON note_drafts FOR SELECT TO baobab_viewer USING (
  author_id = (SELECT shown.viewer_id())
  AND EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.id = booking_id));--> statement-breakpoint
CREATE POLICY viewer ON materials FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.session_id = materials.session_id
    AND (b.mentor_id = (SELECT shown.viewer_id())
      OR (b.mentee_id = (SELECT shown.viewer_id())
        AND b.status IN ('confirmed', 'in_progress', 'completed', 'no_show')))));--> statement-breakpoint
CREATE POLICY viewer ON meeting_rooms FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.session_id = meeting_rooms.session_id
    AND (b.mentor_id = (SELECT shown.viewer_id()) OR b.mentee_id = (SELECT shown.viewer_id()))));--> statement-breakpoint
-- Both sides read whether the other is reminded.
CREATE POLICY viewer ON reminders FOR SELECT TO baobab_viewer USING (
  recipient_id = (SELECT shown.viewer_id())
  OR EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.id = reminders.booking_id
    AND b.mentor_id = (SELECT shown.viewer_id()))
  OR EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.session_id = reminders.session_id
    AND b.mentee_id = (SELECT shown.viewer_id())));--> statement-breakpoint

-- One's own.
CREATE POLICY viewer ON notifications FOR SELECT TO baobab_viewer USING (user_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON reminder_preferences FOR SELECT TO baobab_viewer USING (user_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON calendar_feeds FOR SELECT TO baobab_viewer USING (user_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON top_ups FOR SELECT TO baobab_viewer USING (user_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON external_calendars FOR SELECT TO baobab_viewer USING (mentor_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON imported_events FOR SELECT TO baobab_viewer USING (mentor_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON weekly_windows FOR SELECT TO baobab_viewer USING (mentor_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON overrides FOR SELECT TO baobab_viewer USING (mentor_id = (SELECT shown.viewer_id()));--> statement-breakpoint
CREATE POLICY viewer ON time_off FOR SELECT TO baobab_viewer USING (mentor_id = (SELECT shown.viewer_id()));--> statement-breakpoint

-- By account.
CREATE POLICY viewer ON ledger_accounts FOR SELECT TO baobab_viewer USING (
  user_id = (SELECT shown.viewer_id()) OR organization_id = ANY ((SELECT shown.admin_of())::uuid[]));--> statement-breakpoint
CREATE POLICY viewer ON ledger_entries FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.own_accounts AS a WHERE a.id = account_id));--> statement-breakpoint
CREATE POLICY viewer ON ledger_transfers FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.own_entries AS e WHERE e.transfer_id = ledger_transfers.id));--> statement-breakpoint

-- By organization.
CREATE POLICY viewer ON organizations FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.known_organizations AS o WHERE o.id = organizations.id));--> statement-breakpoint
CREATE POLICY viewer ON organization_closed_days FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.known_organizations AS o WHERE o.id = organization_id));--> statement-breakpoint
CREATE POLICY viewer ON organization_logos FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.known_organizations AS o WHERE o.id = organization_id));--> statement-breakpoint
-- A mentor knows of their mentees whether they still find them.
CREATE POLICY viewer ON memberships FOR SELECT TO baobab_viewer USING (
  user_id = (SELECT shown.viewer_id()) OR organization_id = ANY ((SELECT shown.admin_of())::uuid[])
  OR EXISTS (SELECT FROM shown.own_bookings AS b
    WHERE b.mentee_id = memberships.user_id AND b.organization_id = memberships.organization_id));--> statement-breakpoint
CREATE POLICY viewer ON grants FOR SELECT TO baobab_viewer USING (
  organization_id = ANY ((SELECT shown.admin_of())::uuid[])
  AND (given_at IS NOT NULL OR actor_id = (SELECT shown.viewer_id())));--> statement-breakpoint
CREATE POLICY viewer ON waiting_grants FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.own_grants AS g WHERE g.id = grant_id));--> statement-breakpoint
CREATE POLICY viewer ON deliveries FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.overseen_deliveries AS d WHERE d.id = deliveries.id));--> statement-breakpoint
CREATE POLICY viewer ON mail_pauses FOR SELECT TO baobab_viewer USING (
  (SELECT cardinality(shown.admin_of())) > 0);--> statement-breakpoint

-- What admins have done is for those of the same organization, with what was typed; where from, for nobody.
CREATE POLICY viewer ON audit_events FOR SELECT TO baobab_viewer USING (
  organization_id = ANY ((SELECT shown.admin_of())::uuid[]));--> statement-breakpoint
CREATE POLICY viewer ON audit_details FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.overseen_audit AS a WHERE a.id = event_id));--> statement-breakpoint

-- Mentors and what they offer: found, or theirs, administered, booked.
CREATE POLICY viewer ON mentor_listings FOR SELECT TO baobab_viewer USING (
  (is_listed AND (is_public OR organization_id = ANY ((SELECT shown.member_of())::uuid[])))
  OR mentor_id = (SELECT shown.viewer_id())
  OR organization_id = ANY ((SELECT shown.admin_of())::uuid[]));--> statement-breakpoint
CREATE POLICY viewer ON mentors FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.seen_mentors AS m WHERE m.mentor_id = mentors.user_id));--> statement-breakpoint
CREATE POLICY viewer ON portraits FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.seen_mentors AS m WHERE m.mentor_id = portraits.mentor_id));--> statement-breakpoint
CREATE POLICY viewer ON services FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.seen_services AS s WHERE s.id = services.id));--> statement-breakpoint
CREATE POLICY viewer ON variants FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.seen_services AS s WHERE s.id = service_id));--> statement-breakpoint
CREATE POLICY viewer ON questions FOR SELECT TO baobab_viewer USING (
  EXISTS (SELECT FROM shown.seen_services AS s WHERE s.id = service_id));--> statement-breakpoint
-- Who somebody is, in name, is read of oneself, of mentors whom one may see, of who has booked one, of people of
-- one's organization by its admins, and of the admin who has stepped into a booking of one's own.
CREATE POLICY viewer ON users FOR SELECT TO baobab_viewer USING (
  id = (SELECT shown.viewer_id())
  OR EXISTS (SELECT FROM shown.seen_mentors AS m WHERE m.mentor_id = users.id)
  OR EXISTS (SELECT FROM shown.own_bookings AS b WHERE b.mentee_id = users.id)
  OR EXISTS (SELECT FROM shown.administered_people AS p WHERE p.id = users.id)
  OR EXISTS (SELECT FROM shown.own_events AS e WHERE e.actor_role = 'admin' AND e.actor_id = users.id));--> statement-breakpoint
CREATE POLICY viewer ON skills FOR SELECT TO baobab_viewer USING (true);--> statement-breakpoint
CREATE POLICY viewer ON skill_terms FOR SELECT TO baobab_viewer USING (true);
