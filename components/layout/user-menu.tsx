import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SignOutButton } from '@/components/sign-in/sign-out-button';
import { Avatar, initialsOf } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { DetailsMenu } from '@/components/ui/details-menu';
import { written } from '@/components/ui/written';
import { foundingPath, type MemberRole, organizationPath } from '@/domain/organizations';
import { Link } from '@/i18n/navigation';
import { operatorPath } from '@/lib/organizations/constants';
import { portraitSrc } from '@/lib/portraits/constants';

/** The corner of the header that knows who is looking. */
export function UserMenu({
  viewer,
  organizations,
  mayFound,
  runsAll,
}: {
  viewer: {
    id: string;
    email: string;
    name: string | null;
    isMentor: boolean;
    mentorHandle: { slug: string } | null;
    portraitId: string | null;
  } | null;
  /** What they belong to. */
  organizations: { slug: string; name: string; role: MemberRole }[];
  /** Whether they may found one, and whether they look after all of them. */
  mayFound: boolean;
  runsAll: boolean;
}) {
  const t = useTranslations('userMenu');
  if (!viewer) return <SignInLink />;
  const name = viewer.name ?? viewer.email;
  const src = portraitSrc(viewer.portraitId, 'small');
  // Who speaks to their computer says what they see on the button.
  const initials = (src === null && initialsOf(name)) || 'none';
  return (
    <DetailsMenu
      label={t('label', { name, initials })}
      trigger={
        <Avatar name={name} seed={viewer.mentorHandle?.slug ?? viewer.id} size="sm" src={src} />
      }
      panelClassName="w-64"
    >
      <p className="truncate px-3 pt-2 font-semibold">{name}</p>
      {viewer.name && <p className="text-muted truncate px-3 text-sm">{viewer.email}</p>}
      <ul className="mt-2">
        <MenuLink href="/bookings">{t('sessions')}</MenuLink>
        <MenuLink href="/settings/calendar">{t('calendar')}</MenuLink>
        <MenuLink href="/credits">{t('credits')}</MenuLink>
        {viewer.isMentor ? (
          <MenuLink href="/mentor">{t('workspace')}</MenuLink>
        ) : (
          <MenuLink href="/mentor/profile">{t('becomeMentor')}</MenuLink>
        )}
        <MenuLink href="/settings">{t('settings')}</MenuLink>
      </ul>
      {(organizations.length > 0 || mayFound) && (
        <div className="mt-2 border-t pt-2">
          <p id="own-organizations" className="text-muted px-3 pt-1 text-sm font-semibold">
            {t('organizations')}
          </p>
          <ul aria-labelledby="own-organizations" className="max-h-72 overflow-y-auto">
            {organizations.map(({ slug, name: organization, role }) => (
              <MenuLink key={slug} href={organizationPath(slug)}>
                <span className="line-clamp-2 min-w-0 break-words" {...written()}>
                  {organization}
                </span>
                {role !== 'member' && (
                  <span className="text-muted ml-auto shrink-0 pl-3 text-sm">
                    {t(`roles.${role}`)}
                  </span>
                )}
              </MenuLink>
            ))}
            {mayFound && <MenuLink href={foundingPath}>{t('found')}</MenuLink>}
            {runsAll && <MenuLink href={operatorPath}>{t('allOrganizations')}</MenuLink>}
          </ul>
        </div>
      )}
      <div className="mt-2 border-t pt-2">
        <SignOutButton variant="ghost">{t('signOut')}</SignOutButton>
      </div>
    </DetailsMenu>
  );
}

function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <li>
      <Link
        href={href}
        prefetch={false}
        className="reacts hover:bg-sunken flex min-h-11 items-center rounded-md px-3 py-1.5 font-medium"
      >
        {children}
      </Link>
    </li>
  );
}

export function SignInLink() {
  const t = useTranslations('nav');
  return (
    <ButtonLink href="/sign-in" variant="ghost" size="sm">
      {t('signIn')}
    </ButtonLink>
  );
}
