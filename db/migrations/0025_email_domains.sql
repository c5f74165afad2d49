ALTER TABLE "organization_domains" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "organization_domains_domain_idx" ON "organization_domains" USING btree ("domain");--> statement-breakpoint
CREATE INDEX "users_domain_idx" ON "users" USING btree (split_part("email", '@', 2)) WHERE email_verified is not null;--> statement-breakpoint
ALTER TABLE "organization_domains" ADD CONSTRAINT "organization_domains_withdrawn_unproved" CHECK ("organization_domains"."withdrawn_at" is null or "organization_domains"."verified_at" is null);--> statement-breakpoint

-- Who has left an organization, or was removed from it, is not asked to come back.
INSERT INTO domain_offers (organization_id, user_id, asked_at, answer)
SELECT e.organization_id, e.subject_id, max(e.at), 'declined'
FROM audit_events AS e
  JOIN users AS u ON u.id = e.subject_id
WHERE e.deed = 'membership.ended' AND e.organization_id IS NOT NULL
  AND NOT EXISTS (SELECT FROM memberships AS m WHERE m.organization_id = e.organization_id AND m.user_id = e.subject_id)
GROUP BY e.organization_id, e.subject_id
ON CONFLICT DO NOTHING;
