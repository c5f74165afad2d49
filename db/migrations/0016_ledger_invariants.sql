-- What the ORM cannot say of the ledger. See docs/architecture.md, "What the database enforces".

-- An entry moves its account's balance and notes what it came to. The account's row is locked by it,
-- so entries of one account follow each other, and the CHECK on the balance refuses an overdraft.
CREATE FUNCTION post_ledger_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE ledger_accounts SET balance = balance + NEW.amount
    WHERE id = NEW.account_id RETURNING balance INTO NEW.balance_after;
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

-- A transfer has entries and they sum to zero, when its transaction commits.
CREATE FUNCTION check_ledger_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  transfer uuid := coalesce(to_jsonb(NEW) ->> 'transfer_id', to_jsonb(NEW) ->> 'id');
  total bigint := (SELECT sum(amount) FROM ledger_entries WHERE transfer_id = transfer);
BEGIN
  IF total IS DISTINCT FROM 0 THEN
    RAISE EXCEPTION 'transfer % sums to %, not to zero', transfer, total
      USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_transfers_sum_to_zero';
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_transfers_sum_to_zero AFTER INSERT ON ledger_transfers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_transfer();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_entries_sum_to_zero AFTER INSERT ON ledger_entries
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_ledger_transfer();--> statement-breakpoint

-- The record is never rewritten.
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
  EXECUTE FUNCTION refuse_change();
