ALTER TABLE "ledger_accounts" DROP CONSTRAINT "ledger_accounts_owner_known";--> statement-breakpoint
DROP INDEX "ledger_accounts_user_key";--> statement-breakpoint
DROP INDEX "ledger_accounts_organization_key";--> statement-breakpoint
-- Who was given credits by one organization and no other keeps them there, a mentor's earnings are their
-- organization's, and everything else is the public one's. No entry changes, so no balance does.
ALTER TABLE "ledger_accounts" DISABLE TRIGGER "ledger_accounts_change";--> statement-breakpoint
UPDATE "ledger_accounts" AS "account" SET "organization_id" = coalesce(
  CASE "account"."kind"
    WHEN 'earnings' THEN (SELECT "organization_id" FROM "mentors" WHERE "user_id" = "account"."user_id")
    ELSE (
      SELECT min("giver"."organization_id"::text)::uuid
      FROM "ledger_entries" AS "got"
        JOIN "ledger_entries" AS "given" USING ("transfer_id")
        JOIN "ledger_accounts" AS "giver"
          ON "giver"."id" = "given"."account_id" AND "giver"."kind" IN ('issuance', 'clearing')
      WHERE "got"."account_id" = "account"."id"
      HAVING count(DISTINCT "giver"."organization_id") = 1
    ) END,
  (SELECT "id" FROM "organizations" WHERE "slug" = 'public'))
WHERE "account"."user_id" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ENABLE TRIGGER "ledger_accounts_change";--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_user_key" ON "ledger_accounts" USING btree ("user_id","organization_id","kind") WHERE user_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_organization_key" ON "ledger_accounts" USING btree ("organization_id","kind") WHERE organization_id is not null and user_id is null;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_owner_known" CHECK (case
        when "ledger_accounts"."kind" in ('user', 'earnings')
          then "ledger_accounts"."user_id" is not null and "ledger_accounts"."booking_id" is null and "ledger_accounts"."organization_id" is not null
        when "ledger_accounts"."kind" = 'escrow'
          then "ledger_accounts"."booking_id" is not null and "ledger_accounts"."user_id" is null and "ledger_accounts"."organization_id" is null
        else "ledger_accounts"."organization_id" is not null and "ledger_accounts"."user_id" is null and "ledger_accounts"."booking_id" is null end);
