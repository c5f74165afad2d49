import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { LeaveForm, type LeaveState } from '@/components/memberships/leave-form';
import { LeavingSummary } from '@/components/memberships/leaving-summary';
import { RoleForm, type RoleState } from '@/components/memberships/role-form';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Card } from '@/components/ui/card';
import { adminPath, rolesUpTo } from '@/domain/organizations';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadMember } from '@/lib/memberships/loaders/people';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('memberships');
  return { title: t('people.title'), robots: { index: false } };
}

/** One member: their role, and what becomes of what they have when they are removed. */
export default async function MemberPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/people/[id]'>) {
  const [{ organization: slug, id }, { flash }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('memberships'),
  ]);
  const [found, role, removal] = await Promise.all([
    loadMember(slug, id),
    readFlash<RoleState>('change-role', flash),
    readFlash<LeaveState>('leave', flash),
  ]);
  const path = `${adminPath(slug, 'people')}/${id}`;
  if (found.status === 'signed_out') {
    return <SignInFirst next={path} isPlain={(await getBrowserZones()).device === null} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { organization, viewer, member, leaving, timeZone } = found;
  const name = member.name ?? member.email;
  const roles = rolesUpTo(organization.role);
  const isTheirs = roles.includes(member.role);
  const isBlocked = leaving.isLastOwner || leaving.toBeHeld.length > 0;
  return (
    <div className="max-w-prose">
      <Breadcrumb
        items={[{ label: t('people.title'), href: adminPath(slug, 'people') }, { label: name }]}
      />
      <h1 className="mt-2 text-3xl break-words sm:text-4xl">{name}</h1>
      <p className="text-muted mt-2 mb-6 break-all">{member.email}</p>
      <MessagesProvider namespaces={['memberships']}>
        <div className="flex flex-col gap-6">
          <Card as="section" aria-labelledby="role">
            <h2 id="role" className="mb-4 text-2xl">
              {t('people.roleTitle')}
            </h2>
            {isTheirs ? (
              <RoleForm
                key={member.role}
                organization={organization}
                userId={id}
                role={member.role}
                roles={roles}
                first={role}
              />
            ) : (
              <p>{t(`roles.${member.role}`)}</p>
            )}
          </Card>
          {isTheirs && viewer.id !== member.userId && (
            <Card as="section" aria-labelledby="removal" className="flex flex-col gap-5">
              <h2 id="removal" className="text-2xl">
                {t('people.removeTitle')}
              </h2>
              <LeavingSummary
                leaving={leaving}
                organization={organization.name}
                timeZone={timeZone}
              />
              {!isBlocked && (
                <LeaveForm
                  organizationId={organization.id}
                  userId={id}
                  path={path}
                  label={t('people.remove', { name })}
                  first={removal}
                />
              )}
            </Card>
          )}
        </div>
      </MessagesProvider>
    </div>
  );
}
