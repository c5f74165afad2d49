CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"kind" text NOT NULL,
	"options" text[],
	"is_required" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "questions_kind_known" CHECK ("questions"."kind" in ('short', 'long', 'choice')),
	CONSTRAINT "questions_place_known" CHECK ("questions"."position" between 0 and 9),
	CONSTRAINT "questions_text_is_short" CHECK ("questions"."text" <> '' and char_length("questions"."text") <= 200),
	CONSTRAINT "questions_options_fit_kind" CHECK (case when "questions"."kind" = 'choice'
        then coalesce(cardinality("questions"."options") between 2 and 12, false)
          and array_position("questions"."options", null) is null and array_position("questions"."options", '') is null
        else "questions"."options" is null end)
);
--> statement-breakpoint
ALTER TABLE "bookings" ADD COLUMN "answers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_answers_whole" CHECK (case when jsonb_typeof("bookings"."answers") = 'array'
    then jsonb_array_length("bookings"."answers") <= 10 and jsonb_array_length("bookings"."answers") = jsonb_array_length(
      jsonb_path_query_array("bookings"."answers", 'strict $[*] ? (@.questionId.type() == "string"
        && @.question.type() == "string" && @.question != ""
        && @.answer.type() == "string" && @.answer != "")'))
    else false end);
--> statement-breakpoint

-- What the ORM cannot say: of the questions that a service asks, no two have one place. Looked at when
-- a statement is done, so that one statement can put all of them into another order.
ALTER TABLE questions ADD CONSTRAINT questions_place_is_free
  EXCLUDE USING btree (service_id WITH =, position WITH =) WHERE (archived_at IS NULL)
  DEFERRABLE INITIALLY IMMEDIATE;
