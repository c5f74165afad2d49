-- What the ORM cannot say. See docs/architecture.md and docs/credits.md, "What the database enforces".

-- A mentor gives one session at a time, buffers included.
ALTER TABLE sessions ADD CONSTRAINT sessions_mentor_is_free
  EXCLUDE USING gist (mentor_id WITH =, occupied WITH &&) WHERE (active);--> statement-breakpoint

-- A mentee attends one session at a time. A hold has no mentee, and null collides with nothing.
ALTER TABLE bookings ADD CONSTRAINT bookings_mentee_is_free
  EXCLUDE USING gist (mentee_id WITH =, period WITH &&)
  WHERE (status IN ('held', 'pending', 'confirmed', 'in_progress'));--> statement-breakpoint

-- Of the questions that a service asks, no two have one place. Looked at when a statement is done, so
-- that one statement can put all of them into another order.
ALTER TABLE questions ADD CONSTRAINT questions_place_is_free
  EXCLUDE USING btree (service_id WITH =, position WITH =) WHERE (archived_at IS NULL)
  DEFERRABLE INITIALLY IMMEDIATE;--> statement-breakpoint

-- The record is never rewritten.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % is refused: its rows are the record', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER sessions_stay BEFORE DELETE ON sessions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER bookings_stay BEFORE DELETE ON bookings
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER booking_events_stay BEFORE UPDATE OR DELETE ON booking_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER sessions_are_not_emptied BEFORE TRUNCATE ON sessions
  EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER bookings_are_not_emptied BEFORE TRUNCATE ON bookings
  EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER booking_events_are_not_emptied BEFORE TRUNCATE ON booking_events
  EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER waiting_grants_stay BEFORE DELETE ON waiting_grants
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- What has been given to whoever it waited for is not given again, nor to somebody else.
CREATE TRIGGER waiting_grants_are_given_once BEFORE UPDATE ON waiting_grants
  FOR EACH ROW WHEN (OLD.given_at IS NOT NULL) EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_accounts_stay BEFORE DELETE ON ledger_accounts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_transfers_stay BEFORE UPDATE OR DELETE ON ledger_transfers
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_entries_stay BEFORE UPDATE OR DELETE ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_accounts_are_not_emptied BEFORE TRUNCATE ON ledger_accounts
  EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_transfers_are_not_emptied BEFORE TRUNCATE ON ledger_transfers
  EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_entries_are_not_emptied BEFORE TRUNCATE ON ledger_entries
  EXECUTE FUNCTION refuse_change();--> statement-breakpoint

-- An entry moves its account's balance and notes what it came to. The account's row is locked by it,
-- so entries of one account follow each other, and the CHECK on the balance refuses an overdraft. Its
-- number is the order of the account's statement, and drawn once the row is locked: drawn before, as a
-- default is, it could be lower than that of an entry which was posted first.
CREATE FUNCTION post_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_accounts SET balance = balance + NEW.amount
    WHERE id = NEW.account_id RETURNING balance INTO NEW.balance_after;
  NEW.number := nextval('ledger_entries_number_seq');
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_entries_post BEFORE INSERT ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION post_ledger_entry();--> statement-breakpoint

-- Nothing else touches an account.
CREATE FUNCTION refuse_account_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Depth 1 is a statement of its own; depth 2 is one that the entries' trigger makes.
  IF pg_trigger_depth() > 1 AND to_jsonb(NEW) - 'balance' = to_jsonb(OLD) - 'balance' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an account is changed by its entries alone'
    USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_accounts_change BEFORE UPDATE ON ledger_accounts
  FOR EACH ROW EXECUTE FUNCTION refuse_account_change();--> statement-breakpoint
CREATE FUNCTION refuse_opening_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an account opens empty' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_accounts_open_empty BEFORE INSERT ON ledger_accounts
  FOR EACH ROW WHEN (NEW.balance <> 0) EXECUTE FUNCTION refuse_opening_balance();--> statement-breakpoint

-- The entries that a statement writes sum to zero, transfer by transfer, so those of all statements do;
-- and a transfer has some when its transaction commits.
CREATE FUNCTION check_ledger_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong record;
BEGIN
  SELECT transfer_id, sum(amount) AS total INTO wrong
    FROM written GROUP BY transfer_id HAVING sum(amount) <> 0 LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'transfer % sums to %, not to zero', wrong.transfer_id, wrong.total
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transfers_sum_to_zero';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_entries_sum_to_zero AFTER INSERT ON ledger_entries
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION check_ledger_entries();--> statement-breakpoint
CREATE FUNCTION check_ledger_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_entries WHERE transfer_id = NEW.id) THEN
    RAISE EXCEPTION 'transfer % has no entries', NEW.id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transfers_sum_to_zero';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_transfers_sum_to_zero AFTER INSERT ON ledger_transfers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_transfer();--> statement-breakpoint

-- What the mentor search matches against, kept in step with the tables it is drawn from. Skills of the
-- vocabulary are found by all their names. 'simple' and not a language's stemmer: the words are of two
-- languages.
CREATE FUNCTION refresh_mentor_search(mentor uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE mentors AS m SET
    search_words = search_text(concat_ws(' ', u.name, m.headline, k.names, m.city, s.titles)),
    search_vector =
      setweight(to_tsvector('simple', search_text(coalesce(u.name, ''))), 'A') ||
      setweight(to_tsvector('simple', search_text(concat_ws(' ', m.headline, k.names))), 'B') ||
      setweight(to_tsvector('simple', search_text(concat_ws(' ', s.titles, m.city))), 'C') ||
      setweight(to_tsvector('simple', search_text(m.bio)), 'D')
  FROM users AS u, (
    SELECT string_agg(title, ' ' ORDER BY position) AS titles
    FROM services WHERE mentor_id = mentor AND archived_at IS NULL
  ) AS s, (
    SELECT string_agg(coalesce(terms.names, given.skill), ' ' ORDER BY place) AS names
    FROM mentors, unnest(skills) WITH ORDINALITY AS given (skill, place), LATERAL (
      SELECT string_agg(term, ' ' ORDER BY term) AS names FROM skill_terms WHERE skill_id = given.skill
    ) AS terms
    WHERE user_id = mentor
  ) AS k
  WHERE m.user_id = mentor AND u.id = mentor
$$;--> statement-breakpoint
CREATE FUNCTION refresh_search_of_mentor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_search(NEW.user_id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION refresh_search_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_search(NEW.id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION refresh_search_of_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_search(NEW.mentor_id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER mentors_search AFTER INSERT OR UPDATE OF headline, bio, city, skills ON mentors
  FOR EACH ROW EXECUTE FUNCTION refresh_search_of_mentor();--> statement-breakpoint
CREATE TRIGGER users_search AFTER UPDATE OF name ON users
  FOR EACH ROW EXECUTE FUNCTION refresh_search_of_user();--> statement-breakpoint
CREATE TRIGGER services_search AFTER INSERT OR UPDATE OF title, position, archived_at ON services
  FOR EACH ROW EXECUTE FUNCTION refresh_search_of_service();--> statement-breakpoint

-- The row by which a mentor is listed. It is locked first and read after that, so that of two who
-- change different rows of one mentor the later one sees what the earlier one wrote.
CREATE FUNCTION refresh_mentor_listing(mentor uuid) RETURNS void LANGUAGE plpgsql AS $$
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
    ) AS prices, LATERAL (
      SELECT array_agg(DISTINCT format) AS formats
      FROM services AS s, unnest(coalesce(s.formats, m.formats)) AS format
      WHERE s.mentor_id = mentor AND s.archived_at IS NULL
    ) AS offered
  WHERE l.mentor_id = mentor AND m.user_id = mentor;
END $$;--> statement-breakpoint
CREATE FUNCTION refresh_listing_of_mentor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO mentor_listings (mentor_id, organization_id)
    VALUES (NEW.user_id, NEW.organization_id);
  END IF;
  PERFORM refresh_mentor_listing(NEW.user_id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION refresh_listing_of_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_listing(NEW.id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION refresh_listing_of_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_listing(NEW.mentor_id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION refresh_listing_of_variant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_listing(mentor_id) FROM services WHERE id = NEW.service_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION refresh_listings_of_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_mentor_listing(user_id) FROM mentors WHERE organization_id = NEW.id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER mentors_listing AFTER INSERT
  OR UPDATE OF organization_id, published_at, taking_bookings, formats, skills, languages ON mentors
  FOR EACH ROW EXECUTE FUNCTION refresh_listing_of_mentor();--> statement-breakpoint
CREATE TRIGGER users_listing AFTER UPDATE OF blocked_at ON users
  FOR EACH ROW EXECUTE FUNCTION refresh_listing_of_user();--> statement-breakpoint
CREATE TRIGGER services_listing AFTER INSERT OR UPDATE OF formats, archived_at ON services
  FOR EACH ROW EXECUTE FUNCTION refresh_listing_of_service();--> statement-breakpoint
CREATE TRIGGER variants_listing AFTER INSERT OR UPDATE OF price_credits, archived_at ON variants
  FOR EACH ROW EXECUTE FUNCTION refresh_listing_of_variant();--> statement-breakpoint
CREATE TRIGGER organizations_listing AFTER UPDATE OF is_public ON organizations
  FOR EACH ROW EXECUTE FUNCTION refresh_listings_of_organization();--> statement-breakpoint

-- Whose words look like a misspelt one, and how much. A function, because the index serves the operator
-- and not word_similarity(), and the operator takes its threshold from a setting: 0.6 by default, which
-- misses one wrong letter in a name of five ("Kwane" and "Kwame" share 0.5). Words of three letters and
-- fewer look like too many. Of the likenesses only those count that are close to the best one.
CREATE FUNCTION mentors_spelt_like(word text) RETURNS TABLE (mentor_id uuid, likeness real)
  LANGUAGE sql STABLE STRICT ROWS 20
  SET pg_trgm.word_similarity_threshold = 0.45
  AS $$
    SELECT alike.user_id, alike.likeness
    FROM (
      SELECT user_id, word_similarity(word, search_words) AS likeness,
        max(word_similarity(word, search_words)) OVER () AS best
      FROM mentors WHERE word <% search_words AND length(word) > 3
    ) AS alike
    WHERE alike.likeness > alike.best - 0.15
    ORDER BY alike.likeness DESC LIMIT 200
  $$;--> statement-breakpoint

-- The tenant that everyone belongs to who belongs to none.
INSERT INTO organizations (id, slug, name, is_public)
VALUES ('01900000-0000-7000-8000-000000000001', 'public', 'Baobab', true);
