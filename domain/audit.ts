/**
 * What is written into the audit trail. The subject is what it was done to: the id of a row of the
 * table that the word before the dot names; of a membership, the member's.
 */
export const auditDeeds = [
  'grant.given',
  'delivery.retried',
  'organization.founded',
  'organization.approved',
  'organization.closed',
  'organization.reopened',
  'organization.changed',
  'membership.begun',
  'membership.changed',
  'membership.ended',
  'invitation.made',
  'invitation.revoked',
  'domain.asked',
  'domain.proved',
  'domain.withdrawn',
  'mentor.appointed',
  'mentor.approved',
  'mentor.sent_back',
  'mentor.changed',
  'mentor.paused',
  'mentor.resumed',
] as const;
export type AuditDeed = (typeof auditDeeds)[number];

/**
 * As what somebody did it: what gave them the right to. `member`: as anybody may with what is their own;
 * `system`: nobody did, as in a periodic job.
 */
export const auditRoles = ['member', 'mentor', 'admin', 'owner', 'operator', 'system'] as const;
export type AuditRole = (typeof auditRoles)[number];

/** Settings or a role as they were or became, by their names in the table. Never what people wrote. */
export type AuditValues = Record<string, string | number | boolean | null | string[]>;
