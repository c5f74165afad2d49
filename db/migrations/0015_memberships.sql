CREATE TABLE "invitation_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"request_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"rows" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "invitation_imports_request_key" UNIQUE("actor_id","request_id")
);
--> statement-breakpoint
CREATE TABLE "invitation_uses" (
	"invitation_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "invitation_uses_pkey" PRIMARY KEY("invitation_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" text,
	"email" text,
	"name" text DEFAULT '' NOT NULL,
	"locale" text DEFAULT 'en' NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"most_uses" integer,
	"uses" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitations_token_key" UNIQUE("token_hash"),
	CONSTRAINT "invitations_kind_known" CHECK ("invitations"."kind" in ('link', 'mail')),
	CONSTRAINT "invitations_role_known" CHECK ("invitations"."role" in ('member', 'admin', 'owner')),
	CONSTRAINT "invitations_kind_whole" CHECK (case "invitations"."kind"
        when 'link' then "invitations"."token_hash" is not null and "invitations"."email" is null
          and "invitations"."role" = 'member'
        else "invitations"."token_hash" is null and "invitations"."email" is not null
          and coalesce("invitations"."most_uses" = 1, false) end),
	CONSTRAINT "invitations_email_is_normal" CHECK ("invitations"."email" = lower("invitations"."email") and "invitations"."email" ~ '^[^[:space:]@]+@[^[:space:]@]+$'),
	CONSTRAINT "invitations_locale_known" CHECK ("invitations"."locale" in ('en', 'fr')),
	CONSTRAINT "invitations_uses_in_bounds" CHECK ("invitations"."uses" >= 0 and coalesce("invitations"."most_uses" >= 1 and "invitations"."uses" <= "invitations"."most_uses", true)),
	CONSTRAINT "invitations_last_a_while" CHECK ("invitations"."expires_at" > "invitations"."created_at")
);
--> statement-breakpoint
CREATE TABLE "domain_offers" (
	"organization_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer" text,
	CONSTRAINT "domain_offers_pkey" PRIMARY KEY("organization_id","user_id"),
	CONSTRAINT "domain_offers_answer_known" CHECK ("domain_offers"."answer" in ('joined', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "organization_domains" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organization_id" uuid NOT NULL,
	"domain" text NOT NULL,
	"requested_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"verified_at" timestamp with time zone,
	CONSTRAINT "organization_domains_key" UNIQUE("organization_id","domain"),
	CONSTRAINT "organization_domains_domain_plain" CHECK ("organization_domains"."domain" ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$' and char_length("organization_domains"."domain") <= 253)
);
--> statement-breakpoint
ALTER TABLE "email_tokens" DROP CONSTRAINT "email_tokens_purpose_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_kind_known";--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_booking_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_kind_known";--> statement-breakpoint
ALTER TABLE "deliveries" DROP CONSTRAINT "deliveries_bookings_known";--> statement-breakpoint
ALTER TABLE "email_tokens" ADD COLUMN "invitation_id" uuid;--> statement-breakpoint
ALTER TABLE "email_tokens" ADD COLUMN "domain_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "organization_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "invitation_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "domain_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "membership" jsonb;--> statement-breakpoint
ALTER TABLE "invitation_imports" ADD CONSTRAINT "invitation_imports_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_imports" ADD CONSTRAINT "invitation_imports_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation_uses" ADD CONSTRAINT "invitation_uses_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_offers" ADD CONSTRAINT "domain_offers_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_offers" ADD CONSTRAINT "domain_offers_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitation_imports_organization_idx" ON "invitation_imports" USING btree ("organization_id","created_at" desc);--> statement-breakpoint
CREATE INDEX "invitation_imports_drafts_idx" ON "invitation_imports" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "invitation_uses_user_idx" ON "invitation_uses" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "invitations_organization_idx" ON "invitations" USING btree ("organization_id","created_at" desc,"id" desc);--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_open_mail_key" ON "invitations" USING btree ("organization_id","email") WHERE kind = 'mail' and revoked_at is null and uses = 0;--> statement-breakpoint
CREATE INDEX "invitations_email_idx" ON "invitations" USING btree ("email") WHERE email is not null;--> statement-breakpoint
CREATE INDEX "invitations_inviter_idx" ON "invitations" USING btree ("invited_by");--> statement-breakpoint
CREATE INDEX "domain_offers_open_idx" ON "domain_offers" USING btree ("user_id") WHERE answer is null;--> statement-breakpoint
CREATE UNIQUE INDEX "organization_domains_proved_key" ON "organization_domains" USING btree ("domain") WHERE verified_at is not null;--> statement-breakpoint
CREATE INDEX "organization_domains_requester_idx" ON "organization_domains" USING btree ("requested_by");--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_domain_id_organization_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."organization_domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_invitation_id_invitations_id_fk" FOREIGN KEY ("invitation_id") REFERENCES "public"."invitations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_domain_id_organization_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."organization_domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "email_tokens_invitation_idx" ON "email_tokens" USING btree ("invitation_id") WHERE invitation_id is not null;--> statement-breakpoint
CREATE INDEX "email_tokens_domain_idx" ON "email_tokens" USING btree ("domain_id") WHERE domain_id is not null;--> statement-breakpoint
CREATE INDEX "memberships_newest_idx" ON "memberships" USING btree ("organization_id","created_at" desc,"user_id" desc);--> statement-breakpoint
CREATE INDEX "deliveries_claim_idx" ON "deliveries" USING btree ((kind = 'invitation'),"next_attempt_at") WHERE status = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_organization_idx" ON "deliveries" USING btree ("organization_id","created_at") WHERE organization_id is not null;--> statement-breakpoint
CREATE INDEX "deliveries_invitation_idx" ON "deliveries" USING btree ("invitation_id","created_at") WHERE invitation_id is not null;--> statement-breakpoint
ALTER TABLE "email_tokens" ADD CONSTRAINT "email_tokens_purpose_known" CHECK ("email_tokens"."purpose" in ('sign_in', 'hold', 'proposal', 'invitation', 'domain'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_kind_known" CHECK ("notifications"."kind" in ('requested', 'booked', 'confirmed', 'declined', 'moved', 'move_requested', 'cancelled', 'expired', 'started', 'completed', 'no_show', 'reminder', 'follow_up', 'message', 'credits_granted', 'mentor_waiting', 'mentor_approved', 'mentor_sent_back', 'mentor_appointed', 'invited', 'joined', 'role_changed', 'removed', 'domain_offer'));--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_booking_known" CHECK (("notifications"."booking_id" is null) = ("notifications"."kind" in ('credits_granted', 'mentor_waiting', 'mentor_approved', 'mentor_sent_back', 'mentor_appointed', 'invited', 'joined', 'role_changed', 'removed', 'domain_offer')));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_membership_known" CHECK (("deliveries"."organization_id" is not null) = ("deliveries"."kind" in ('invitation', 'joined', 'role_changed', 'removed', 'domain_proof'))
        and ("deliveries"."invitation_id" is not null) = ("deliveries"."kind" = 'invitation')
        and ("deliveries"."domain_id" is not null) = ("deliveries"."kind" = 'domain_proof'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_kind_known" CHECK ("deliveries"."kind" in ('sign_in', 'hold', 'proposal', 'booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor', 'moved_mentee', 'moved_mentor', 'reminder_24h_mentee', 'reminder_24h_mentor', 'reminder_1h_mentee', 'reminder_1h_mentor', 'reminder_30m_mentee', 'reminder_30m_mentor', 'post_session_mentee', 'message_mentee', 'invitation', 'joined', 'role_changed', 'removed', 'domain_proof'));--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_bookings_known" CHECK (array_position("deliveries"."booking_ids", null) is null and case
        when "deliveries"."kind" = 'sign_in' or "deliveries"."kind" in ('invitation', 'joined', 'role_changed', 'removed', 'domain_proof') then cardinality("deliveries"."booking_ids") = 0
        when "deliveries"."kind" in ('booked_mentee', 'booked_mentor', 'cancelled_mentee', 'cancelled_mentor') then cardinality("deliveries"."booking_ids") >= 1
        else cardinality("deliveries"."booking_ids") = 1 end);--> statement-breakpoint

-- A mail about membership is of the organization that it names.
CREATE OR REPLACE VIEW shown.overseen_deliveries AS
  SELECT d.id FROM deliveries AS d
  WHERE (SELECT cardinality(shown.admin_of())) > 0 AND CASE
    WHEN d.organization_id IS NOT NULL THEN d.organization_id = ANY ((SELECT shown.admin_of())::uuid[])
    WHEN cardinality(d.booking_ids) > 0 THEN EXISTS (SELECT FROM bookings AS b
      WHERE b.id = d.booking_ids[1] AND b.organization_id = ANY ((SELECT shown.admin_of())::uuid[]))
    WHEN EXISTS (SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id WHERE u.email = d.recipient_email)
      THEN EXISTS (SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id
        WHERE u.email = d.recipient_email AND m.organization_id = ANY ((SELECT shown.admin_of())::uuid[]))
    ELSE EXISTS (SELECT FROM organizations AS o
      WHERE o.slug = 'public' AND o.id = ANY ((SELECT shown.admin_of())::uuid[])) END;--> statement-breakpoint

-- Whom an organization invites is for its admins; the page behind an invitation's link reads by its secret.
ALTER TABLE invitations ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE invitation_uses ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE invitation_imports ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE organization_domains ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE domain_offers ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT (id, organization_id, kind, role, email, name, locale, invited_by, created_at, expires_at, most_uses, uses,
  revoked_at) ON invitations TO baobab_viewer;--> statement-breakpoint
GRANT SELECT ON invitation_imports, organization_domains, domain_offers TO baobab_viewer;--> statement-breakpoint
GRANT SELECT (organization_id, invitation_id) ON deliveries TO baobab_viewer;--> statement-breakpoint
CREATE POLICY viewer ON invitations FOR SELECT TO baobab_viewer USING (
  organization_id = ANY ((SELECT shown.admin_of())::uuid[]));--> statement-breakpoint
CREATE POLICY viewer ON invitation_imports FOR SELECT TO baobab_viewer USING (
  organization_id = ANY ((SELECT shown.admin_of())::uuid[])
  AND (sent_at IS NOT NULL OR actor_id = (SELECT shown.viewer_id())));--> statement-breakpoint
CREATE POLICY viewer ON organization_domains FOR SELECT TO baobab_viewer USING (
  organization_id = ANY ((SELECT shown.admin_of())::uuid[]));--> statement-breakpoint
CREATE POLICY viewer ON domain_offers FOR SELECT TO baobab_viewer USING (
  user_id = (SELECT shown.viewer_id()));
