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

-- What the mentor search matches against, kept in step with the three tables it is drawn from.
-- 'simple' and not a language's stemmer: names and skills, in two languages, typed half-way.
CREATE FUNCTION refresh_mentor_search(mentor uuid) RETURNS void LANGUAGE sql AS $$
  UPDATE mentors AS m SET
    search_words = plain_text(concat_ws(' ', u.name, m.headline, array_to_string(m.skills, ' '), m.city, s.titles)),
    search_vector =
      setweight(to_tsvector('simple', plain_text(coalesce(u.name, ''))), 'A') ||
      setweight(to_tsvector('simple', plain_text(concat_ws(' ', m.headline, array_to_string(m.skills, ' ')))), 'B') ||
      setweight(to_tsvector('simple', plain_text(concat_ws(' ', s.titles, m.city))), 'C') ||
      setweight(to_tsvector('simple', plain_text(m.bio)), 'D')
  FROM users AS u, (
    SELECT string_agg(title, ' ' ORDER BY position) AS titles
    FROM services WHERE mentor_id = mentor AND archived_at IS NULL
  ) AS s
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

-- Whose words look like a misspelt one. A function, because the index serves the operator and not
-- word_similarity(), and the operator takes its threshold from a setting: 0.6 by default, which
-- misses one wrong letter in a name of five ("Kwane" and "Kwame" share 0.5).
CREATE FUNCTION mentors_spelt_like(word text) RETURNS TABLE (mentor_id uuid)
  LANGUAGE sql STABLE STRICT ROWS 20
  SET pg_trgm.word_similarity_threshold = 0.45
  AS $$ SELECT user_id FROM mentors WHERE word <% search_words $$;--> statement-breakpoint

-- The tenant that everyone belongs to who belongs to none.
INSERT INTO organizations (id, slug, name, is_public)
VALUES ('01900000-0000-7000-8000-000000000001', 'public', 'Baobab', true);
