import { useTranslations } from 'next-intl';
import { PostButton } from '@/components/sign-in/post-button';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { DetailsMenu } from '@/components/ui/details-menu';
import { Link } from '@/i18n/navigation';
import { signOutAction } from '@/lib/auth/actions';

/** The corner of the header that knows who is looking. */
export function UserMenu({
  viewer,
}: {
  viewer: { id: string; email: string; name: string | null } | null;
}) {
  const t = useTranslations('userMenu');
  if (!viewer) return <SignInLink />;
  const name = viewer.name ?? viewer.email;
  return (
    <DetailsMenu
      label={t('label', { name })}
      trigger={<Avatar name={name} seed={viewer.id} size="sm" />}
      panelClassName="w-64"
    >
      <p className="truncate px-3 pt-2 font-semibold">{name}</p>
      {viewer.name && <p className="text-muted truncate px-3 text-sm">{viewer.email}</p>}
      <Link
        href="/bookings"
        className="reacts hover:bg-sunken mt-2 flex min-h-11 items-center rounded-md px-3 font-medium"
      >
        {t('sessions')}
      </Link>
      <div className="mt-2 border-t pt-2">
        <PostButton action={signOutAction} variant="ghost">
          {t('signOut')}
        </PostButton>
      </div>
    </DetailsMenu>
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
