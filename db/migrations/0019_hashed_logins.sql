-- No use is made of the keys to accounts elsewhere.
UPDATE "auth_accounts" SET "access_token" = NULL, "refresh_token" = NULL, "id_token" = NULL;--> statement-breakpoint
-- Of the token that a browser has, the hash is kept. Whoever is signed in stays signed in.
UPDATE "auth_sessions" SET "session_token" = encode(sha256(convert_to("session_token", 'UTF8')), 'hex');--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_token_hashed" CHECK ("auth_sessions"."session_token" ~ '^[0-9a-f]{64}$');