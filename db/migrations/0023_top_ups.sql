CREATE TABLE "payment_events" (
	"id" text PRIMARY KEY NOT NULL,
	"top_up_id" uuid NOT NULL,
	"type" text NOT NULL,
	"outcome" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_events_outcome_known" CHECK ("payment_events"."outcome" in ('credited', 'pending', 'failed', 'expired', 'nothing', 'mismatch', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "top_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"credits" integer NOT NULL,
	"amount" integer NOT NULL,
	"currency" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"session_id" text,
	"payment_id" text,
	"transfer_id" uuid,
	"refunded_amount" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	"disputed_at" timestamp with time zone,
	CONSTRAINT "top_ups_session_key" UNIQUE("session_id"),
	CONSTRAINT "top_ups_payment_key" UNIQUE("payment_id"),
	CONSTRAINT "top_ups_transfer_key" UNIQUE("transfer_id"),
	CONSTRAINT "top_ups_status_known" CHECK ("top_ups"."status" in ('open', 'pending', 'paid', 'failed', 'expired')),
	CONSTRAINT "top_ups_sold_something" CHECK ("top_ups"."credits" > 0 and "top_ups"."amount" > 0),
	CONSTRAINT "top_ups_currency_whole" CHECK ("top_ups"."currency" ~ '^[a-z]{3}$'),
	CONSTRAINT "top_ups_refunded_known" CHECK ("top_ups"."refunded_amount" >= 0),
	CONSTRAINT "top_ups_paid_whole" CHECK (("top_ups"."status" = 'paid') = ("top_ups"."transfer_id" is not null)
        and ("top_ups"."status" = 'paid') = ("top_ups"."paid_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_top_up_id_top_ups_id_fk" FOREIGN KEY ("top_up_id") REFERENCES "public"."top_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_transfer_fkey" FOREIGN KEY ("transfer_id") REFERENCES "public"."ledger_transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_events_top_up_idx" ON "payment_events" USING btree ("top_up_id","received_at");--> statement-breakpoint
CREATE INDEX "top_ups_user_idx" ON "top_ups" USING btree ("user_id","created_at" desc);