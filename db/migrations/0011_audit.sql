CREATE TABLE "audit_details" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"reason" text,
	"network_address" text,
	CONSTRAINT "audit_details_say_something" CHECK (coalesce("audit_details"."reason", "audit_details"."network_address") is not null)
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"organization_id" uuid,
	"actor_id" uuid,
	"acted_as" text NOT NULL,
	"deed" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_events_role_known" CHECK ("audit_events"."acted_as" in ('member', 'mentor', 'admin', 'owner', 'operator', 'system')),
	CONSTRAINT "audit_events_deed_is_named" CHECK ("audit_events"."deed" ~ '^[a-z_]+[.][a-z_]+$'),
	CONSTRAINT "audit_events_actor_fits" CHECK (("audit_events"."acted_as" = 'system') <= ("audit_events"."actor_id" is null))
);
--> statement-breakpoint
ALTER TABLE "audit_details" ADD CONSTRAINT "audit_details_event_id_audit_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."audit_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_organization_idx" ON "audit_events" USING btree ("organization_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor_idx" ON "audit_events" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "audit_events_subject_idx" ON "audit_events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE TRIGGER audit_events_stay BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER audit_events_are_not_emptied BEFORE TRUNCATE ON audit_events
  EXECUTE FUNCTION refuse_change();
