CREATE TABLE "booking_notes" (
	"booking_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" uuid NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_notes_pkey" PRIMARY KEY("booking_id","kind"),
	CONSTRAINT "booking_notes_kind_known" CHECK ("booking_notes"."kind" in ('private', 'shared')),
	CONSTRAINT "booking_notes_version_positive" CHECK ("booking_notes"."version" >= 1),
	CONSTRAINT "booking_notes_body_short" CHECK (char_length("booking_notes"."body") <= 5000)
);
--> statement-breakpoint
CREATE TABLE "materials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"session_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"url" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "materials_title_short" CHECK (char_length("materials"."title") between 1 and 120),
	CONSTRAINT "materials_body_short" CHECK (char_length("materials"."body") <= 4000),
	CONSTRAINT "materials_say_something" CHECK ("materials"."body" <> '' or "materials"."url" <> ''),
	CONSTRAINT "materials_url_is_https" CHECK ("materials"."url" = '' or "materials"."url" like 'https://%')
);
--> statement-breakpoint
CREATE TABLE "note_drafts" (
	"booking_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"kept_at" timestamp with time zone NOT NULL,
	CONSTRAINT "note_drafts_pkey" PRIMARY KEY("booking_id","kind","author_id"),
	CONSTRAINT "note_drafts_body_short" CHECK (char_length("note_drafts"."body") <= 5000)
);
--> statement-breakpoint
ALTER TABLE "booking_notes" ADD CONSTRAINT "booking_notes_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_notes" ADD CONSTRAINT "booking_notes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_drafts" ADD CONSTRAINT "note_drafts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_drafts" ADD CONSTRAINT "note_drafts_note_fkey" FOREIGN KEY ("booking_id","kind") REFERENCES "public"."booking_notes"("booking_id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "materials_session_idx" ON "materials" USING btree ("session_id") WHERE "materials"."archived_at" is null;