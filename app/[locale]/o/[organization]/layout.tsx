import { OrganizationBand } from '@/components/organizations/organization-band';
import { publicSlug } from '@/domain/organizations';
import { loadOrganization } from '@/lib/organizations/loaders/organization';

/** The frame of an organization's pages, for those who may see it. Each page says itself when there is none. */
export default async function OrganizationLayout({
  params,
  children,
}: LayoutProps<'/[locale]/o/[organization]'>) {
  const { organization: slug } = await params;
  // The public one is Baobab itself, whose name is above the page already.
  const organization = slug === publicSlug ? null : await loadOrganization(slug);
  return (
    <>
      {organization && <OrganizationBand organization={organization} />}
      {children}
    </>
  );
}
