-- The number of an entry is the order of its account's statement. It is drawn once the account's row is
-- locked: drawn before, as a default is, it could be lower than that of an entry which was posted first.
CREATE OR REPLACE FUNCTION post_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_accounts SET balance = balance + NEW.amount
    WHERE id = NEW.account_id RETURNING balance INTO NEW.balance_after;
  NEW.number := nextval(pg_get_serial_sequence('ledger_entries', 'number'));
  RETURN NEW;
END $$;
