CREATE TABLE "auth_accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "auth_accounts_pkey" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "auth_sessions" (
	"session_token" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"expires" timestamp NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"email" text NOT NULL,
	"booking_id" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "email_tokens_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "email_tokens_purpose_known" CHECK ("email_tokens"."purpose" in ('sign_in', 'hold'))
);
--> statement-breakpoint
CREATE TABLE "overrides" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mentor_id" uuid NOT NULL,
	"applies_on" date NOT NULL,
	"ranges" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "overrides_ranges_is_list" CHECK (jsonb_typeof("overrides"."ranges") = 'array')
);
--> statement-breakpoint
CREATE TABLE "time_off" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"period" "tstzrange" NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "time_off_period_bounded" CHECK (not isempty("time_off"."period")
    and lower_inc("time_off"."period") and not upper_inc("time_off"."period")
    and coalesce(isfinite(lower("time_off"."period")) and isfinite(upper("time_off"."period")), false))
);
--> statement-breakpoint
CREATE TABLE "weekly_windows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"days" smallint[] NOT NULL,
	"start_time" time NOT NULL,
	"end_time" time NOT NULL,
	"time_zone" text,
	"capacity" integer,
	"first_on" date,
	"last_on" date,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "weekly_windows_days_known" CHECK (array_ndims("weekly_windows"."days") = 1 and cardinality("weekly_windows"."days") <= 7 and "weekly_windows"."days" <@ array[1, 2, 3, 4, 5, 6, 7]::smallint[]),
	CONSTRAINT "weekly_windows_time_zone_known" CHECK (is_time_zone("weekly_windows"."time_zone")),
	CONSTRAINT "weekly_windows_whole_minutes" CHECK (extract(second from "weekly_windows"."start_time") = 0 and extract(second from "weekly_windows"."end_time") = 0),
	CONSTRAINT "weekly_windows_not_empty" CHECK ("weekly_windows"."start_time" < "weekly_windows"."end_time"),
	CONSTRAINT "weekly_windows_capacity_positive" CHECK ("weekly_windows"."capacity" between 1 and 500),
	CONSTRAINT "weekly_windows_dates_in_order" CHECK ("weekly_windows"."first_on" is null or "weekly_windows"."last_on" is null or "weekly_windows"."first_on" <= "weekly_windows"."last_on")
);
--> statement-breakpoint
CREATE TABLE "booking_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_role" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"reason" text,
	"moved_from_at" timestamp with time zone,
	"moved_to_at" timestamp with time zone,
	CONSTRAINT "booking_events_move_is_whole" CHECK (("booking_events"."moved_from_at" is null) = ("booking_events"."moved_to_at" is null)),
	CONSTRAINT "booking_events_role_known" CHECK ("booking_events"."actor_role" in ('visitor', 'mentee', 'mentor', 'admin', 'system')),
	CONSTRAINT "booking_events_statuses_known" CHECK ("booking_events"."to_status" in ('held', 'pending', 'confirmed', 'in_progress', 'completed', 'no_show', 'cancelled', 'expired')
        and ("booking_events"."from_status" is null or "booking_events"."from_status" in ('held', 'pending', 'confirmed', 'in_progress', 'completed', 'no_show', 'cancelled', 'expired')))
);
--> statement-breakpoint
CREATE TABLE "booking_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"user_id" uuid,
	"email" text,
	"booking_ids" jsonb NOT NULL,
	"failures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "booking_requests_one_booker" CHECK (("booking_requests"."user_id" is null) <> ("booking_requests"."email" is null))
);
--> statement-breakpoint
CREATE TABLE "bookings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"organization_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"seat" integer NOT NULL,
	"mentor_id" uuid NOT NULL,
	"period" "tstzrange" NOT NULL,
	"session_capacity" integer NOT NULL,
	"mentee_id" uuid,
	"guest_name" text,
	"guest_email" text,
	"guest_locale" text,
	"guest_time_zone" text,
	"status" text NOT NULL,
	"session_active" boolean GENERATED ALWAYS AS (case when status in ('held', 'pending', 'confirmed', 'in_progress') then true end) STORED,
	"expires_at" timestamp with time zone,
	"subject" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"answers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"price_credits" integer NOT NULL,
	"charged_credits" integer DEFAULT 0 NOT NULL,
	"batch_id" uuid,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"requested_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"no_show_at" timestamp with time zone,
	"no_show_by" text,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" text,
	"cancel_reason" text,
	"expired_at" timestamp with time zone,
	"mentee_checked_in_at" timestamp with time zone,
	CONSTRAINT "bookings_reference_key" UNIQUE("reference"),
	CONSTRAINT "bookings_period_bounded" CHECK (not isempty("bookings"."period")
    and lower_inc("bookings"."period") and not upper_inc("bookings"."period")
    and coalesce(isfinite(lower("bookings"."period")) and isfinite(upper("bookings"."period")), false)),
	CONSTRAINT "bookings_seat_below_capacity" CHECK ("bookings"."seat" >= 0 and "bookings"."seat" < "bookings"."session_capacity"),
	CONSTRAINT "bookings_status_known" CHECK ("bookings"."status" in ('held', 'pending', 'confirmed', 'in_progress', 'completed', 'no_show', 'cancelled', 'expired')),
	CONSTRAINT "bookings_mentee_is_not_mentor" CHECK ("bookings"."mentee_id" is null or "bookings"."mentee_id" <> "bookings"."mentor_id"),
	CONSTRAINT "bookings_mentee_known" CHECK (case when "bookings"."status" = 'held' then "bookings"."mentee_id" is null
        when "bookings"."status" in ('cancelled', 'expired') then "bookings"."mentee_id" is not null or "bookings"."guest_email" is not null
        else "bookings"."mentee_id" is not null end),
	CONSTRAINT "bookings_guest_known" CHECK ("bookings"."mentee_id" is not null or ("bookings"."guest_email" is not null and "bookings"."guest_name" is not null
        and "bookings"."guest_locale" is not null)),
	CONSTRAINT "bookings_deadline_known" CHECK ("bookings"."status" not in ('held', 'pending')
        or coalesce("bookings"."expires_at" <= lower("bookings"."period"), false)),
	CONSTRAINT "bookings_times_known" CHECK (case "bookings"."status"
        when 'pending' then "bookings"."requested_at" is not null
        when 'confirmed' then "bookings"."confirmed_at" is not null
        when 'in_progress' then "bookings"."started_at" is not null
        when 'completed' then "bookings"."completed_at" is not null
        when 'no_show' then "bookings"."no_show_at" is not null
        when 'cancelled' then "bookings"."cancelled_at" is not null
          and "bookings"."cancelled_by" is not null and "bookings"."cancel_reason" is not null
        when 'expired' then "bookings"."expired_at" is not null
        else true end),
	CONSTRAINT "bookings_cancelled_by_known" CHECK ("bookings"."cancelled_by" in ('visitor', 'mentee', 'mentor', 'admin', 'system')),
	CONSTRAINT "bookings_no_show_side_known" CHECK ("bookings"."no_show_by" in ('mentee', 'mentor')),
	CONSTRAINT "bookings_guest_email_is_normal" CHECK ("bookings"."guest_email" = lower("bookings"."guest_email") and "bookings"."guest_email" ~ '^[^[:space:]@]+@[^[:space:]@]+$'),
	CONSTRAINT "bookings_sequence_not_negative" CHECK ("bookings"."sequence" >= 0),
	CONSTRAINT "bookings_no_show_by_known" CHECK (("bookings"."status" = 'no_show') = ("bookings"."no_show_by" is not null)),
	CONSTRAINT "bookings_price_not_negative" CHECK ("bookings"."price_credits" >= 0),
	CONSTRAINT "bookings_answers_whole" CHECK (case when jsonb_typeof("bookings"."answers") = 'array'
    then jsonb_array_length("bookings"."answers") <= 10 and jsonb_array_length("bookings"."answers") = jsonb_array_length(
      jsonb_path_query_array("bookings"."answers", 'strict $[*] ? (@.questionId.type() == "string"
        && @.question.type() == "string" && @.question != ""
        && @.answer.type() == "string" && @.answer != "")'))
    else false end),
	CONSTRAINT "bookings_charge_is_price_or_nothing" CHECK ("bookings"."charged_credits" in (0, "bookings"."price_credits"))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calendar_feeds_hash_key" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "cron_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"trigger" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"counts" jsonb DEFAULT '{}' NOT NULL,
	"has_more" boolean DEFAULT false NOT NULL,
	"error" text,
	CONSTRAINT "cron_runs_trigger_known" CHECK ("cron_runs"."trigger" in ('http', 'embedded'))
);
--> statement-breakpoint
CREATE TABLE "external_calendars" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"etag" text,
	"last_modified" text,
	"digest" text NOT NULL,
	"expanded_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"skipped_events" integer DEFAULT 0 NOT NULL,
	"attempted_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"failure" text,
	"failing_since" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"leased_until" timestamp with time zone,
	"claim" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"archived_at" timestamp with time zone,
	CONSTRAINT "external_calendars_owner_key" UNIQUE("id","mentor_id"),
	CONSTRAINT "external_calendars_failure_known" CHECK ("external_calendars"."failure" in ('unreachable', 'private_address', 'timeout', 'not_found', 'no_access', 'server_error', 'too_many_redirects', 'too_big', 'not_a_calendar')),
	CONSTRAINT "external_calendars_failing_since" CHECK (("external_calendars"."failure" is null) = ("external_calendars"."failing_since" is null)),
	CONSTRAINT "external_calendars_time_zone_known" CHECK (is_time_zone("external_calendars"."time_zone"))
);
--> statement-breakpoint
CREATE TABLE "imported_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"calendar_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"period" "tstzrange" NOT NULL,
	"summary" text NOT NULL,
	CONSTRAINT "imported_events_period_bounded" CHECK (not isempty("imported_events"."period")
    and lower_inc("imported_events"."period") and not upper_inc("imported_events"."period")
    and coalesce(isfinite(lower("imported_events"."period")) and isfinite(upper("imported_events"."period")), false))
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"file_name" text,
	"file_digest" text,
	"rows" jsonb NOT NULL,
	"recipient_count" integer NOT NULL,
	"total_credits" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"given_at" timestamp with time zone,
	CONSTRAINT "grants_request_key" UNIQUE("actor_id","request_id"),
	CONSTRAINT "grants_file_whole" CHECK (("grants"."file_name" is null) = ("grants"."file_digest" is null)),
	CONSTRAINT "grants_of_one_are_given" CHECK ("grants"."file_name" is not null or "grants"."given_at" is not null),
	CONSTRAINT "grants_given_something" CHECK ("grants"."given_at" is null or "grants"."recipient_count" > 0)
);
--> statement-breakpoint
CREATE TABLE "waiting_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"grant_id" uuid NOT NULL,
	"email" text NOT NULL,
	"credits" integer NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"user_id" uuid,
	"given_at" timestamp with time zone,
	CONSTRAINT "waiting_grants_address_key" UNIQUE("grant_id","email"),
	CONSTRAINT "waiting_grants_email_is_normal" CHECK ("waiting_grants"."email" = lower("waiting_grants"."email") and "waiting_grants"."email" ~ '^[^[:space:]@]+@[^[:space:]@]+$'),
	CONSTRAINT "waiting_grants_credits_positive" CHECK ("waiting_grants"."credits" > 0),
	CONSTRAINT "waiting_grants_explained" CHECK ("waiting_grants"."reason" <> ''),
	CONSTRAINT "waiting_grants_given_to_somebody" CHECK (("waiting_grants"."given_at" is null) = ("waiting_grants"."user_id" is null))
);
--> statement-breakpoint
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
CREATE TABLE "meeting_rooms" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"url" text NOT NULL,
	"host_url" text DEFAULT '' NOT NULL,
	"lasts_until_at" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"failure" text,
	"leased_until" timestamp with time zone,
	"claim" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "meeting_rooms_provider_known" CHECK ("meeting_rooms"."provider" in ('jitsi', 'whereby')),
	CONSTRAINT "meeting_rooms_failure_known" CHECK ("meeting_rooms"."failure" in ('refused', 'busy', 'unavailable', 'malformed', 'no_answer')),
	CONSTRAINT "meeting_rooms_whereby_ends" CHECK (("meeting_rooms"."provider" = 'whereby') = ("meeting_rooms"."lasts_until_at" is not null)),
	CONSTRAINT "meeting_rooms_url_whole" CHECK ("meeting_rooms"."url" ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "mentor_listings" (
	"mentor_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"is_listed" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone,
	"is_bookable" boolean DEFAULT false NOT NULL,
	"price_from" integer,
	"formats" text[] DEFAULT '{}' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mentors" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"headline" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"skills" text[] DEFAULT '{}' NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"links" text[] DEFAULT '{}' NOT NULL,
	"published_at" timestamp with time zone,
	"taking_bookings" boolean DEFAULT true NOT NULL,
	"away_message" text DEFAULT '' NOT NULL,
	"time_zone" text NOT NULL,
	"minimum_notice_minutes" integer DEFAULT 120 NOT NULL,
	"horizon_days" integer DEFAULT 60 NOT NULL,
	"step_minutes" integer DEFAULT 30 NOT NULL,
	"buffer_before_minutes" integer DEFAULT 0 NOT NULL,
	"buffer_after_minutes" integer DEFAULT 0 NOT NULL,
	"max_sessions_per_day" integer,
	"max_sessions_per_week" integer,
	"confirmation" text DEFAULT 'automatic' NOT NULL,
	"formats" text[] DEFAULT '{"video"}' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"video_url" text DEFAULT '' NOT NULL,
	"cancel_notice_minutes" integer DEFAULT 1440 NOT NULL,
	"move_notice_minutes" integer DEFAULT 1440 NOT NULL,
	"late_cancel_percent" integer DEFAULT 100 NOT NULL,
	"search_words" text DEFAULT '' NOT NULL,
	"search_vector" "tsvector" DEFAULT ''::tsvector NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mentors_slug_key" UNIQUE("slug"),
	CONSTRAINT "mentors_slug_is_plain" CHECK ("mentors"."slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "mentors_time_zone_known" CHECK (is_time_zone("mentors"."time_zone")),
	CONSTRAINT "mentors_confirmation_known" CHECK ("mentors"."confirmation" in ('automatic', 'manual')),
	CONSTRAINT "mentors_rules_in_range" CHECK ("mentors"."minimum_notice_minutes" between 0 and 43200
        and "mentors"."horizon_days" between 1 and 365
        and "mentors"."step_minutes" between 5 and 480
        and "mentors"."buffer_before_minutes" between 0 and 240
        and "mentors"."buffer_after_minutes" between 0 and 240
        and "mentors"."cancel_notice_minutes" between 0 and 43200
        and "mentors"."move_notice_minutes" between 0 and 43200
        and "mentors"."late_cancel_percent" between 0 and 100
        and coalesce("mentors"."max_sessions_per_day", 1) >= 1
        and coalesce("mentors"."max_sessions_per_week", 1) >= 1),
	CONSTRAINT "mentors_links_few" CHECK (cardinality("mentors"."links") <= 5),
	CONSTRAINT "mentors_formats_known" CHECK (cardinality("mentors"."formats") >= 1 and "mentors"."formats" <@ array['video', 'phone', 'in_person'])
);
--> statement-breakpoint
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
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"booking_id" uuid,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('requested', 'booked', 'confirmed', 'declined', 'moved', 'move_requested', 'cancelled', 'expired', 'started', 'completed', 'no_show', 'reminder', 'follow_up', 'credits_granted')),
	CONSTRAINT "notifications_booking_known" CHECK (("notifications"."booking_id" is null) = ("notifications"."kind" = 'credits_granted'))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "memberships_pkey" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "memberships_role_known" CHECK ("memberships"."role" in ('member', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organizations_slug_key" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"recipient_id" uuid,
	"recipient_email" text NOT NULL,
	"locale" text NOT NULL,
	"booking_ids" uuid[] NOT NULL,
	"next_path" text,
	"rendered" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone NOT NULL,
	"leased_until" timestamp with time zone,
	"last_error" text,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'hold', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor', 'reminder_24h_mentee', 'reminder_24h_mentor', 'reminder_1h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee', 'reminder_30m_mentor', 'post_session_mentee')),
	CONSTRAINT "deliveries_bookings_known" CHECK (array_position("deliveries"."booking_ids", null) is null and case
        when "deliveries"."kind" = 'sign_in' then cardinality("deliveries"."booking_ids") = 0
        when "deliveries"."kind" in ('booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor') then cardinality("deliveries"."booking_ids") >= 1
        else cardinality("deliveries"."booking_ids") = 1 end),
	CONSTRAINT "deliveries_status_known" CHECK ("deliveries"."status" in ('pending', 'sent', 'failed', 'skipped'))
);
--> statement-breakpoint
CREATE TABLE "mail_pauses" (
	"transport" text PRIMARY KEY NOT NULL,
	"resumes_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"recipient_email" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"attachments" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reply_to" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mailbox_messages_key_key" UNIQUE("key")
);
--> statement-breakpoint
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
CREATE TABLE "rate_limits" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp
);
--> statement-breakpoint
CREATE TABLE "reminder_preferences" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"email_kinds" text[] NOT NULL,
	"in_app_kinds" text[] NOT NULL,
	"quiet_from_minute" integer,
	"quiet_until_minute" integer,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_preferences_kinds_known" CHECK ("reminder_preferences"."email_kinds" <@ array['24h', '1h', '30m', 'post_session']
        and "reminder_preferences"."in_app_kinds" <@ array['24h', '1h', '30m', 'post_session']),
	CONSTRAINT "reminder_preferences_quiet_is_whole" CHECK (("reminder_preferences"."quiet_from_minute" is null) = ("reminder_preferences"."quiet_until_minute" is null)
        and coalesce("reminder_preferences"."quiet_from_minute" between 0 and 1439, true)
        and coalesce("reminder_preferences"."quiet_until_minute" between 0 and 1439, true))
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"booking_id" uuid,
	"session_id" uuid,
	"version" integer NOT NULL,
	"recipient_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"status" text DEFAULT 'planned' NOT NULL,
	"email_reason" text,
	"in_app_reason" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_one_subject" CHECK (("reminders"."booking_id" is null) <> ("reminders"."session_id" is null)),
	CONSTRAINT "reminders_kind_known" CHECK ("reminders"."kind" in ('24h', '1h', '30m', 'post_session')),
	CONSTRAINT "reminders_status_known" CHECK ("reminders"."status" in ('planned', 'sent', 'skipped')),
	CONSTRAINT "reminders_email_reason_known" CHECK ("reminders"."email_reason" in ('moved', 'cancelled', 'not_confirmed', 'too_late', 'superseded', 'turned_off', 'quiet_hours', 'blocked')),
	CONSTRAINT "reminders_in_app_reason_known" CHECK ("reminders"."in_app_reason" in ('moved', 'cancelled', 'not_confirmed', 'too_late', 'superseded', 'turned_off', 'quiet_hours', 'blocked')),
	CONSTRAINT "reminders_outcome_is_whole" CHECK (("reminders"."status" = 'planned') = ("reminders"."decided_at" is null)
        and num_nonnulls("reminders"."email_reason", "reminders"."in_app_reason") = any (
          case "reminders"."status" when 'planned' then array[0] when 'sent' then array[0, 1] else array[2] end))
);
--> statement-breakpoint
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
CREATE TABLE "services" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mentor_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"session_type" text DEFAULT 'other' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"formats" text[],
	"capacity" integer DEFAULT 1 NOT NULL,
	"buffer_before_minutes" integer,
	"buffer_after_minutes" integer,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "services_id_mentor_key" UNIQUE("id","mentor_id"),
	CONSTRAINT "services_session_type_known" CHECK ("services"."session_type" in ('initial', 'follow_up', 'review', 'final', 'other')),
	CONSTRAINT "services_formats_known" CHECK ("services"."formats" is null
        or (cardinality("services"."formats") >= 1 and "services"."formats" <@ array['video', 'phone', 'in_person'])),
	CONSTRAINT "services_capacity_positive" CHECK ("services"."capacity" between 1 and 500),
	CONSTRAINT "services_buffers_in_range" CHECK (coalesce("services"."buffer_before_minutes", 0) between 0 and 240
        and coalesce("services"."buffer_after_minutes", 0) between 0 and 240)
);
--> statement-breakpoint
CREATE TABLE "variants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"duration_minutes" integer NOT NULL,
	"price_credits" integer DEFAULT 0 NOT NULL,
	"archived_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "variants_id_service_duration_key" UNIQUE("id","service_id","duration_minutes"),
	CONSTRAINT "variants_duration_in_steps" CHECK ("variants"."duration_minutes" between 5 and 480 and "variants"."duration_minutes" % 5 = 0),
	CONSTRAINT "variants_price_not_negative" CHECK ("variants"."price_credits" >= 0)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"mentor_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"duration_minutes" integer NOT NULL,
	"period" "tstzrange" NOT NULL,
	"buffer_before_minutes" integer NOT NULL,
	"buffer_after_minutes" integer NOT NULL,
	"occupied" "tstzrange" NOT NULL,
	"capacity" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"format" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"mentor_checked_in_at" timestamp with time zone,
	"moved_by_mentor_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sessions_id_place_key" UNIQUE("id","organization_id","mentor_id","period","capacity"),
	CONSTRAINT "sessions_id_active_key" UNIQUE("id","active"),
	CONSTRAINT "sessions_period_bounded" CHECK (not isempty("sessions"."period")
    and lower_inc("sessions"."period") and not upper_inc("sessions"."period")
    and coalesce(isfinite(lower("sessions"."period")) and isfinite(upper("sessions"."period")), false)),
	CONSTRAINT "sessions_period_is_duration" CHECK (upper("sessions"."period") - lower("sessions"."period") = make_interval(mins => "sessions"."duration_minutes")),
	CONSTRAINT "sessions_occupied_is_widened" CHECK ("sessions"."occupied" = tstzrange(
        lower("sessions"."period") - make_interval(mins => "sessions"."buffer_before_minutes"),
        upper("sessions"."period") + make_interval(mins => "sessions"."buffer_after_minutes"), '[)')),
	CONSTRAINT "sessions_buffers_in_range" CHECK ("sessions"."buffer_before_minutes" between 0 and 240 and "sessions"."buffer_after_minutes" between 0 and 240),
	CONSTRAINT "sessions_capacity_positive" CHECK ("sessions"."capacity" >= 1),
	CONSTRAINT "sessions_sequence_not_negative" CHECK ("sessions"."sequence" >= 0),
	CONSTRAINT "sessions_format_known" CHECK ("sessions"."format" in ('video', 'phone', 'in_person'))
);
--> statement-breakpoint
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
CREATE TABLE "skill_terms" (
	"term" text PRIMARY KEY NOT NULL,
	"skill_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "skills" (
	"id" text PRIMARY KEY NOT NULL,
	"name_en" text NOT NULL,
	"name_fr" text NOT NULL,
	"synonyms_en" text NOT NULL,
	"synonyms_fr" text NOT NULL,
	CONSTRAINT "skills_id_is_plain" CHECK ("skills"."id" ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_verified" timestamp,
	"name" text,
	"image" text,
	"locale" text DEFAULT 'en' NOT NULL,
	"time_zone" text,
	"allows_replies" boolean DEFAULT false NOT NULL,
	"blocked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_key" UNIQUE("email"),
	CONSTRAINT "users_email_is_normal" CHECK ("users"."email" = lower("users"."email") and "users"."email" ~ '^[^[:space:]@]+@[^[:space:]@]+$'),
	CONSTRAINT "users_locale_known" CHECK ("users"."locale" in ('en', 'fr')),
	CONSTRAINT "users_time_zone_known" CHECK (is_time_zone("users"."time_zone"))
);
--> statement-breakpoint
ALTER TABLE "auth_accounts" ADD CONSTRAINT "auth_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_sessions" ADD CONSTRAINT "auth_sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overrides" ADD CONSTRAINT "overrides_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_off" ADD CONSTRAINT "time_off_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "weekly_windows" ADD CONSTRAINT "weekly_windows_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_events" ADD CONSTRAINT "booking_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_requests" ADD CONSTRAINT "booking_requests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_mentee_id_users_id_fk" FOREIGN KEY ("mentee_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_session_place_fkey" FOREIGN KEY ("session_id","organization_id","mentor_id","period","session_capacity") REFERENCES "public"."sessions"("id","organization_id","mentor_id","period","capacity") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_session_active_fkey" FOREIGN KEY ("session_id","session_active") REFERENCES "public"."sessions"("id","active") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "external_calendars" ADD CONSTRAINT "external_calendars_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_events" ADD CONSTRAINT "imported_events_calendar_fkey" FOREIGN KEY ("calendar_id","mentor_id") REFERENCES "public"."external_calendars"("id","mentor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_grants" ADD CONSTRAINT "waiting_grants_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_grants" ADD CONSTRAINT "waiting_grants_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_accounts" ADD CONSTRAINT "ledger_accounts_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_transfer_fkey" FOREIGN KEY ("transfer_id") REFERENCES "public"."ledger_transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_account_fkey" FOREIGN KEY ("account_id") REFERENCES "public"."ledger_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_transfers" ADD CONSTRAINT "ledger_transfers_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_rooms" ADD CONSTRAINT "meeting_rooms_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_listings" ADD CONSTRAINT "mentor_listings_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor_listings" ADD CONSTRAINT "mentor_listings_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentors" ADD CONSTRAINT "mentors_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_notes" ADD CONSTRAINT "booking_notes_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "booking_notes" ADD CONSTRAINT "booking_notes_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "materials" ADD CONSTRAINT "materials_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_drafts" ADD CONSTRAINT "note_drafts_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_drafts" ADD CONSTRAINT "note_drafts_note_fkey" FOREIGN KEY ("booking_id","kind") REFERENCES "public"."booking_notes"("booking_id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portraits" ADD CONSTRAINT "portraits_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_preferences" ADD CONSTRAINT "reminder_preferences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_booking_id_bookings_id_fk" FOREIGN KEY ("booking_id") REFERENCES "public"."bookings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "services" ADD CONSTRAINT "services_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "variants" ADD CONSTRAINT "variants_service_id_services_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."services"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_mentor_id_mentors_user_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentors"("user_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_service_fkey" FOREIGN KEY ("service_id","mentor_id") REFERENCES "public"."services"("id","mentor_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_variant_fkey" FOREIGN KEY ("variant_id","service_id","duration_minutes") REFERENCES "public"."variants"("id","service_id","duration_minutes") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_events" ADD CONSTRAINT "payment_events_top_up_id_top_ups_id_fk" FOREIGN KEY ("top_up_id") REFERENCES "public"."top_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "skill_terms" ADD CONSTRAINT "skill_terms_skill_id_skills_id_fk" FOREIGN KEY ("skill_id") REFERENCES "public"."skills"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_transfer_fkey" FOREIGN KEY ("transfer_id") REFERENCES "public"."ledger_transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "auth_accounts_user_idx" ON "auth_accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_sessions_user_idx" ON "auth_sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "email_tokens_booking_idx" ON "email_tokens" USING btree ("booking_id");--> statement-breakpoint
CREATE UNIQUE INDEX "overrides_date_key" ON "overrides" USING btree ("mentor_id","applies_on") WHERE "overrides"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "time_off_mentor_period_idx" ON "time_off" USING gist ("mentor_id","period") WHERE "time_off"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "weekly_windows_mentor_idx" ON "weekly_windows" USING btree ("mentor_id") WHERE "weekly_windows"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "booking_events_booking_idx" ON "booking_events" USING btree ("booking_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "booking_requests_user_key" ON "booking_requests" USING btree ("user_id","request_id") WHERE user_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "booking_requests_email_key" ON "booking_requests" USING btree ("email","request_id") WHERE email is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "bookings_seat_key" ON "bookings" USING btree ("session_id","seat") WHERE status in ('held', 'pending', 'confirmed', 'in_progress');--> statement-breakpoint
CREATE INDEX "bookings_session_idx" ON "bookings" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "bookings_batch_idx" ON "bookings" USING btree ("batch_id") WHERE batch_id is not null;--> statement-breakpoint
CREATE INDEX "bookings_mentee_period_idx" ON "bookings" USING gist ("mentee_id","period");--> statement-breakpoint
CREATE INDEX "bookings_mentor_period_idx" ON "bookings" USING gist ("mentor_id","period");--> statement-breakpoint
CREATE INDEX "bookings_open_holds_idx" ON "bookings" USING btree ("guest_email","expires_at") WHERE status = 'held';--> statement-breakpoint
CREATE INDEX "bookings_mentor_lapsing_idx" ON "bookings" USING btree ("mentor_id","expires_at") WHERE status in ('held', 'pending');--> statement-breakpoint
CREATE INDEX "bookings_mentee_lapsing_idx" ON "bookings" USING btree ("mentee_id","expires_at") WHERE status in ('held', 'pending');--> statement-breakpoint
CREATE INDEX "bookings_unclosed_idx" ON "bookings" USING btree (upper("period")) WHERE status in ('confirmed', 'in_progress');--> statement-breakpoint
CREATE INDEX "bookings_given_idx" ON "bookings" USING btree ("mentor_id","session_id") WHERE status = 'completed';--> statement-breakpoint
CREATE INDEX "cron_runs_started_idx" ON "cron_runs" USING btree ("started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "external_calendars_url_key" ON "external_calendars" USING btree ("mentor_id","url") WHERE "external_calendars"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "external_calendars_due_idx" ON "external_calendars" USING btree ("next_attempt_at") WHERE "external_calendars"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "imported_events_calendar_idx" ON "imported_events" USING btree ("calendar_id");--> statement-breakpoint
CREATE INDEX "imported_events_mentor_period_idx" ON "imported_events" USING gist ("mentor_id","period");--> statement-breakpoint
CREATE INDEX "grants_organization_idx" ON "grants" USING btree ("organization_id","given_at" desc,"id" desc) WHERE given_at is not null;--> statement-breakpoint
CREATE INDEX "grants_drafts_idx" ON "grants" USING btree ("created_at") WHERE given_at is null;--> statement-breakpoint
CREATE INDEX "waiting_grants_waiting_idx" ON "waiting_grants" USING btree ("email") WHERE given_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_user_key" ON "ledger_accounts" USING btree ("user_id","kind") WHERE user_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_booking_key" ON "ledger_accounts" USING btree ("booking_id") WHERE booking_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_accounts_organization_key" ON "ledger_accounts" USING btree ("organization_id","kind") WHERE organization_id is not null;--> statement-breakpoint
CREATE INDEX "ledger_entries_account_idx" ON "ledger_entries" USING btree ("account_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfers_booking_key" ON "ledger_transfers" USING btree ("booking_id","kind") WHERE booking_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transfers_welcome_key" ON "ledger_transfers" USING btree ("user_id") WHERE kind = 'welcome';--> statement-breakpoint
CREATE INDEX "meeting_rooms_due_idx" ON "meeting_rooms" USING btree ("next_attempt_at") WHERE provider = 'jitsi';--> statement-breakpoint
CREATE INDEX "mentor_listings_match_idx" ON "mentor_listings" USING btree ("is_bookable" DESC NULLS FIRST,"published_at" DESC NULLS FIRST,"mentor_id","is_public","organization_id") WHERE "mentor_listings"."is_listed";--> statement-breakpoint
CREATE INDEX "mentor_listings_newest_idx" ON "mentor_listings" USING btree ("published_at" DESC NULLS FIRST,"mentor_id","is_public","organization_id") WHERE "mentor_listings"."is_listed";--> statement-breakpoint
CREATE INDEX "mentor_listings_price_idx" ON "mentor_listings" USING btree ("price_from","is_bookable" DESC NULLS FIRST,"published_at" DESC NULLS FIRST,"mentor_id","is_public","organization_id") WHERE "mentor_listings"."is_listed";--> statement-breakpoint
CREATE INDEX "mentor_listings_skills_idx" ON "mentor_listings" USING gin ("skills") WHERE "mentor_listings"."is_listed";--> statement-breakpoint
CREATE INDEX "mentor_listings_languages_idx" ON "mentor_listings" USING gin ("languages") WHERE "mentor_listings"."is_listed";--> statement-breakpoint
CREATE INDEX "mentors_organization_idx" ON "mentors" USING btree ("organization_id","published_at");--> statement-breakpoint
CREATE INDEX "mentors_search_vector_idx" ON "mentors" USING gin ("search_vector");--> statement-breakpoint
CREATE INDEX "mentors_search_words_idx" ON "mentors" USING gin ("search_words" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "materials_session_idx" ON "materials" USING btree ("session_id") WHERE "materials"."archived_at" is null;--> statement-breakpoint
CREATE INDEX "notifications_user_idx" ON "notifications" USING btree ("user_id","created_at" desc,"id" desc);--> statement-breakpoint
CREATE INDEX "notifications_unread_idx" ON "notifications" USING btree ("user_id","created_at" desc) WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_created_idx" ON "notifications" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "memberships_user_idx" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "deliveries_due_idx" ON "deliveries" USING btree ("next_attempt_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_unsent_idx" ON "deliveries" USING btree ("status","created_at") WHERE status <> 'sent';--> statement-breakpoint
CREATE INDEX "mailbox_messages_created_idx" ON "mailbox_messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mailbox_messages_recipient_idx" ON "mailbox_messages" USING btree ("recipient_email","created_at");--> statement-breakpoint
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits" USING btree ("expire");--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_booking_key" ON "reminders" USING btree ("booking_id","version","recipient_id","kind") WHERE booking_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "reminders_session_key" ON "reminders" USING btree ("session_id","version","recipient_id","kind") WHERE session_id is not null;--> statement-breakpoint
CREATE INDEX "reminders_due_idx" ON "reminders" USING btree ("due_at") WHERE status = 'planned';--> statement-breakpoint
CREATE INDEX "services_mentor_idx" ON "services" USING btree ("mentor_id","position");--> statement-breakpoint
CREATE INDEX "variants_service_idx" ON "variants" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "sessions_mentor_period_idx" ON "sessions" USING gist ("mentor_id","period");--> statement-breakpoint
CREATE INDEX "sessions_video_idx" ON "sessions" USING btree (upper("period")) WHERE active and format = 'video';--> statement-breakpoint
CREATE INDEX "payment_events_top_up_idx" ON "payment_events" USING btree ("top_up_id","received_at");--> statement-breakpoint
CREATE INDEX "skill_terms_skill_idx" ON "skill_terms" USING btree ("skill_id");--> statement-breakpoint
CREATE INDEX "skill_terms_term_idx" ON "skill_terms" USING gin ("term" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "top_ups_user_idx" ON "top_ups" USING btree ("user_id","created_at" desc);