import type { MemberRole } from '@/domain/organizations';

/** An organization as its pages show it to somebody who may see it. */
export interface OrganizationView {
  id: string;
  slug: string;
  name: string;
  description: string;
  website: string;
  /** `#rrggbb`; null for Baobab's own. */
  accentColor: string | null;
  /** Whether it is open to everybody, or to its members alone. */
  isForEverybody: boolean;
  isApproved: boolean;
  isClosed: boolean;
  /** What the viewer is in it; null: no member. */
  role: MemberRole | null;
}

/** An organization that somebody belongs to. */
export interface OwnOrganization {
  slug: string;
  name: string;
  role: MemberRole;
}
