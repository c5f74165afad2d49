-- An account that issues credits has one entry for each of many people whom one transaction gives
-- something. Every version of its row that a transaction leaves makes the next lookup of it dearer, those of
-- the foreign key too, so a statement moves its balance once and notes what each entry came to afterwards.
-- Other accounts have an entry or two: theirs are posted one by one, as before.
CREATE OR REPLACE FUNCTION post_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_accounts SET balance = balance + NEW.amount
    WHERE id = NEW.account_id AND kind NOT IN ('issuance', 'clearing')
    RETURNING balance INTO NEW.balance_after;
  IF NOT FOUND THEN
    PERFORM FROM ledger_accounts WHERE id = NEW.account_id FOR NO KEY UPDATE;
    NEW.balance_after := 0;
  END IF;
  NEW.number := nextval('ledger_entries_number_seq');
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE FUNCTION post_issuing_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH moved AS (
    UPDATE ledger_accounts AS a SET balance = a.balance + w.total
      FROM (SELECT account_id, sum(amount) AS total FROM written GROUP BY account_id) AS w
      WHERE a.id = w.account_id AND a.kind IN ('issuance', 'clearing')
      RETURNING a.id, a.balance - w.total AS before
  )
  UPDATE ledger_entries AS e SET balance_after = m.before + s.sum
    FROM moved AS m
    JOIN (
      SELECT number, account_id, sum(amount) OVER (PARTITION BY account_id ORDER BY number) FROM written
    ) AS s ON s.account_id = m.id
    WHERE e.number = s.number;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_entries_post_issuing AFTER INSERT ON ledger_entries
  REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION post_issuing_entries();--> statement-breakpoint

-- An entry that has just been written is changed by that, and by nothing else.
DROP TRIGGER ledger_entries_stay ON ledger_entries;--> statement-breakpoint
CREATE TRIGGER ledger_entries_stay BEFORE DELETE ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE FUNCTION refuse_entry_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Depth 1 is a statement of its own; depth 2 is the one above.
  IF pg_trigger_depth() > 1 AND to_jsonb(NEW) - 'balance_after' = to_jsonb(OLD) - 'balance_after' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% of % is refused: its rows are the record', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER ledger_entries_change BEFORE UPDATE ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_entry_change();
