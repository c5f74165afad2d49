ALTER TABLE "welcomes" ADD COLUMN "network_hash" text;--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "welcomes_network_idx" ON "welcomes" USING btree ("network_hash","created_at") WHERE network_hash is not null;
