CREATE TABLE "welcomes" (
	"organization_id" uuid NOT NULL,
	"mailbox_hash" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "welcomes_pkey" PRIMARY KEY("organization_id","mailbox_hash"),
	CONSTRAINT "welcomes_user_key" UNIQUE("organization_id","user_id")
);
--> statement-breakpoint
DROP INDEX "ledger_transfers_welcome_key";--> statement-breakpoint
ALTER TABLE "welcomes" ADD CONSTRAINT "welcomes_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "welcomes" ADD CONSTRAINT "welcomes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "welcomes" ENABLE ROW LEVEL SECURITY;
