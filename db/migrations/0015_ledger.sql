CREATE TABLE "ledger_accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" uuid,
	"booking_id" uuid,
	"organization_id" uuid,
	"balance" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_accounts_kind_known" CHECK ("ledger_accounts"."kind" in ('user', 'earnings', 'escrow', 'issuance', 'clearing')),
	CONSTRAINT "ledger_accounts_owner_known" CHECK (case
        when "ledger_accounts"."kind" in ('user', 'earnings')
          then "ledger_accounts"."user_id" is not null and "ledger_accounts"."booking_id" is null and "ledger_accounts"."organization_id" is null
        when "ledger_accounts"."kind" = 'escrow'
          then "ledger_accounts"."booking_id" is not null and "ledger_accounts"."user_id" is null and "ledger_accounts"."organization_id" is null
        else "ledger_accounts"."organization_id" is not null and "ledger_accounts"."user_id" is null and "ledger_accounts"."booking_id" is null end),
	CONSTRAINT "ledger_accounts_not_overdrawn" CHECK ("ledger_accounts"."balance" >= 0 or "ledger_accounts"."kind" in ('issuance', 'clearing'))
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"number" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entries_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transfer_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"amount" integer NOT NULL,
	"balance_after" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "ledger_entries_account_once_key" UNIQUE("transfer_id","account_id"),
	CONSTRAINT "ledger_entries_amount_not_zero" CHECK ("ledger_entries"."amount" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"booking_id" uuid,
	"user_id" uuid,
	"actor_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_transfers_kind_known" CHECK ("ledger_transfers"."kind" in ('welcome', 'grant', 'charge', 'settlement', 'top_up')),
	CONSTRAINT "ledger_transfers_booking_known" CHECK (("ledger_transfers"."booking_id" is not null) = ("ledger_transfers"."kind" in ('charge', 'settlement'))),
	CONSTRAINT "ledger_transfers_welcomed_known" CHECK (("ledger_transfers"."user_id" is not null) = ("ledger_transfers"."kind" = 'welcome')),
	CONSTRAINT "ledger_transfers_grant_explained" CHECK ("ledger_transfers"."kind" <> 'grant' or ("ledger_transfers"."actor_id" is not null and "ledger_transfers"."reason" <> ''))
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "charged_credits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transfer_fkey" FOREIGN KEY ("transfer_id") REFERENCES "public"."ledger_transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_user_key" ON "ledger_accounts" USING btree ("user_id","kind") WHERE user_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_booking_key" ON "ledger_accounts" USING btree ("booking_id") WHERE booking_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_organization_key" ON "ledger_accounts" USING btree ("organization_id","kind") WHERE organization_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_entries_account_idx" ON "ledger_entries" USING btree ("account_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfers_booking_key" ON "ledger_transfers" USING btree ("booking_id","kind") WHERE booking_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfers_welcome_key" ON "ledger_transfers" USING btree ("user_id") WHERE kind = 'welcome';--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_charge_is_price_or_nothing" CHECK ("bookings"."charged_credits" in (0, "bookings"."price_credits"));