import type { Temporal } from 'temporal-polyfill';
import type { AuditValues } from '@/domain/audit';
import { publicSlug } from '@/domain/organizations';
import type { Transaction } from '@/db/client';
import {
  countClosedDays,
  countSessionsOn,
  deleteClosedDay,
  getOrganizationSettings,
  lockOrganization,
  type OrganizationSettings,
  updateOrganization,
  upsertClosedDay,
} from '@/db/queries/organization-settings';
import { getPermitting } from '@/db/queries/organizations';
import { inTransaction } from '@/db/transaction';
import { ok, refused, type Result } from '@/kernel/result';
import { localDay } from '@/kernel/time/format';
import { recordDeeds } from '@/lib/audit/service';
import { mostClosedDays } from '../constants';

interface Asked {
  userId: string;
  /** The organization's slug. */
  organization: string;
  now: Temporal.Instant;
}

/** What people wrote, which the trail says was changed and no more. */
const written = ['name', 'description', 'website'];

/**
 * Sets some of an organization's settings, which count from now on: what is booked and offered stays. The
 * public one stays open to everybody.
 */
export async function changeSettings({
  set: wanted,
  ...asked
}: Asked & { set: Partial<Omit<OrganizationSettings, 'slug'>> }): Promise<
  Result<null, 'not_found'>
> {
  return asOwner<null, never>(asked, async (tx, { before, record, organizationId }) => {
    const set = before.slug === publicSlug ? { ...wanted, isPublic: before.isPublic } : wanted;
    await updateOrganization(tx, { organizationId, set });
    await record(changed(before, { ...before, ...set }));
    return ok(null);
  });
}

/**
 * Closes a day for all of an organization's mentors, each in their own zone.
 * @returns how many sessions that are booked on it stay
 */
export async function closeDay({
  closedOn,
  name,
  ...asked
}: Asked & { closedOn: string; name: string }): Promise<
  Result<{ kept: number }, 'not_found' | 'not_ahead' | 'too_many'>
> {
  type Refusal = 'not_ahead' | 'too_many';
  return asOwner<{ kept: number }, Refusal>(
    asked,
    async (tx, { before, record, organizationId }) => {
      const { now } = asked;
      const today = localDay(now.epochMilliseconds, before.timeZone);
      if (closedOn < today) return refused('not_ahead');
      if ((await countClosedDays(tx, { organizationId, from: today })) >= mostClosedDays) {
        return refused('too_many');
      }
      await upsertClosedDay(tx, { organizationId, closedOn, name });
      await record({ before: { closed: null }, after: { closed: closedOn } });
      return ok({ kept: await countSessionsOn(tx, { organizationId, date: closedOn, now }) });
    },
  );
}

/** Opens it again: its mentors have the hours that they say. Harmless where it is open. */
export async function openDay({
  closedOn,
  ...asked
}: Asked & { closedOn: string }): Promise<Result<null, 'not_found'>> {
  return asOwner<null, never>(asked, async (tx, { record, organizationId }) => {
    await deleteClosedDay(tx, { organizationId, closedOn });
    await record({ before: { closed: closedOn }, after: { closed: null } });
    return ok(null);
  });
}

interface Change {
  before: AuditValues;
  after: AuditValues;
}

/** Locks an organization whose settings the user may change; everybody else hears that there is none. */
async function asOwner<Value, Reason extends string>(
  { userId, organization: slug, now }: Asked,
  work: (
    tx: Transaction,
    owned: {
      organizationId: string;
      before: OrganizationSettings;
      record: (change: Change) => Promise<void>;
    },
  ) => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'not_found'>> {
  return inTransaction<Result<Value, Reason | 'not_found'>>(async (tx) => {
    const permission = 'manage_settings';
    const permitting = await getPermitting(tx, { userId, slug, permission });
    if (!permitting) return refused('not_found');
    const { id: organizationId, role: actedAs } = permitting;
    await lockOrganization(tx, { organizationId });
    const before = await getOrganizationSettings(tx, { organizationId });
    if (!before) return refused('not_found');
    const done = { subjectId: organizationId, organizationId, actorId: userId, actedAs, now };
    return work(tx, {
      organizationId,
      before,
      record: async (change) => {
        if (Object.keys(change.after).length === 0) return;
        await recordDeeds(tx, [{ deed: 'organization.changed', ...done, ...change }]);
      },
    });
  });
}

/** Only what is another now. */
function changed(before: OrganizationSettings, after: OrganizationSettings): Change {
  const keys = (Object.keys(before) as (keyof OrganizationSettings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const valuesOf = (settings: OrganizationSettings): AuditValues =>
    Object.fromEntries(
      keys.map((key) => {
        const value = settings[key];
        if (written.includes(key)) return [key, true];
        return [key, Array.isArray(value) ? value.map(String) : value];
      }),
    );
  return { before: valuesOf(before), after: valuesOf(after) };
}
