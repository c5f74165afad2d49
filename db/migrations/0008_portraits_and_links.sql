CREATE TABLE "portraits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"small" "bytea" NOT NULL,
	"large" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "portraits_mentor_key" UNIQUE("mentor_id"),
	CONSTRAINT "portraits_are_small" CHECK (octet_length("portraits"."small") between 1 and 24576
        and octet_length("portraits"."large") between 1 and 102400)
);
--> statement-breakpoint
ALTER TABLE "mentors" ADD COLUMN "links" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "portraits" ADD CONSTRAINT "portraits_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_links_few" CHECK (cardinality("mentors"."links") <= 5);