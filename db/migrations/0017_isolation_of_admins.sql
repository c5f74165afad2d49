-- What admins read of their organization's mentors and mails, and whose name a proposal brings along.

CREATE VIEW shown.administered_mentors AS
  SELECT l.mentor_id FROM mentor_listings AS l
  WHERE l.organization_id = ANY ((SELECT shown.admin_of())::uuid[]);--> statement-breakpoint
-- Whether a mentor is open at all is on the list of what is missing, which admins go through with them.
ALTER POLICY viewer ON weekly_windows USING (mentor_id = (SELECT shown.viewer_id())
  OR EXISTS (SELECT FROM shown.administered_mentors AS m WHERE m.mentor_id = weekly_windows.mentor_id));--> statement-breakpoint
ALTER POLICY viewer ON overrides USING (mentor_id = (SELECT shown.viewer_id())
  OR EXISTS (SELECT FROM shown.administered_mentors AS m WHERE m.mentor_id = overrides.mentor_id));--> statement-breakpoint

-- Of which of their organizations a mail is: a reader of several has it in the mails of each.
CREATE VIEW shown.overseen_mails AS
  SELECT d.id, o.id AS organization_id
  FROM deliveries AS d JOIN organizations AS o ON o.id = ANY ((SELECT shown.admin_of())::uuid[])
  WHERE CASE
    WHEN d.organization_id IS NOT NULL THEN d.organization_id = o.id
    WHEN cardinality(d.booking_ids) > 0 THEN EXISTS (SELECT FROM bookings AS b
      WHERE b.id = d.booking_ids[1] AND b.organization_id = o.id)
    WHEN EXISTS (SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id WHERE u.email = d.recipient_email)
      THEN EXISTS (SELECT FROM memberships AS m JOIN users AS u ON u.id = m.user_id
        WHERE u.email = d.recipient_email AND m.organization_id = o.id)
    ELSE o.slug = 'public' END;--> statement-breakpoint
ALTER POLICY viewer ON deliveries USING (
  EXISTS (SELECT FROM shown.overseen_mails AS mail WHERE mail.id = deliveries.id));--> statement-breakpoint
DROP VIEW shown.overseen_deliveries;--> statement-breakpoint

-- As before, and where something is proposed to them.
CREATE OR REPLACE VIEW shown.known_organizations AS
  SELECT o.id FROM organizations AS o
  WHERE (o.is_public AND o.approved_at IS NOT NULL AND o.closed_at IS NULL)
    OR o.founded_by = (SELECT shown.viewer_id())
    OR o.id = ANY ((SELECT shown.member_of())::uuid[]) OR o.id = ANY ((SELECT shown.admin_of())::uuid[])
    OR EXISTS (SELECT FROM ledger_accounts AS a
      WHERE a.user_id = (SELECT shown.viewer_id()) AND a.organization_id = o.id)
    OR EXISTS (SELECT FROM bookings AS b
      WHERE b.mentee_id = (SELECT shown.viewer_id()) AND b.organization_id = o.id)
    OR EXISTS (SELECT FROM bookings AS b
      WHERE b.is_proposal AND b.guest_email = (SELECT email FROM shown.own_address)
        AND b.organization_id = o.id)
    OR EXISTS (SELECT FROM mentors AS m
      WHERE m.user_id = (SELECT shown.viewer_id()) AND m.organization_id = o.id);--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA shown TO baobab_viewer;
