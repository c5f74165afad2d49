import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { written } from '@/components/ui/written';
import { organizationPath } from '@/domain/organizations';
import { Link } from '@/i18n/navigation';
import { readableAccent } from '@/lib/organizations/rules/accent';
import type { OrganizationView } from '@/lib/organizations/schema';

/** Which organization a page is about, above the page: its mark and name, which lead to its home. */
export function OrganizationBand({
  organization: { slug, name, accentColor },
}: {
  organization: Pick<OrganizationView, 'slug' | 'name' | 'accentColor'>;
}) {
  const t = useTranslations('organizations');
  const accent = accentColor === null ? null : readableAccent(accentColor);
  return (
    <nav
      aria-label={t('band')}
      className="bg-surface border-b"
      style={
        accent === null
          ? undefined
          : { borderBottom: `4px solid light-dark(${accent.light}, ${accent.dark})` }
      }
    >
      <div className="page-width">
        <Link
          href={organizationPath(slug)}
          prefetch={false}
          className="flex min-h-14 min-w-0 items-center gap-3 py-2"
        >
          <Avatar name={name} seed={slug} size="sm" />
          <span className="line-clamp-2 min-w-0 font-semibold break-words" {...written()}>
            {name}
          </span>
        </Link>
      </div>
    </nav>
  );
}
