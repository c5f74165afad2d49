import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { adminPath, mayAdminister } from '@/domain/organizations';
import { localizedPath } from '@/i18n/routing';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { getViewer } from '@/lib/auth/session';
import { loadOwnOrganizations } from '@/lib/organizations/loaders/own-organizations';

export const instant = false;

/** Where admins' pages were before each organization had its own: to the first that the viewer runs. */
export default async function FormerAdminPage({
  params,
  searchParams,
}: PageProps<'/[locale]/admin/[...path]'>) {
  const [{ path }, asked, viewer, own, locale, { device }] = await Promise.all([
    params,
    searchParams,
    getViewer(),
    loadOwnOrganizations(),
    getLocale(),
    getBrowserZones(),
  ]);
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    ),
  ).toString();
  const page = path.map(encodeURIComponent).join('/') + (query === '' ? '' : `?${query}`);
  if (!viewer) return <SignInFirst next={`/admin/${page}`} isPlain={device === null} />;
  const organization = own.find(({ role }) => mayAdminister(role));
  if (!organization) return <NotFoundScene />;
  redirect(localizedPath(adminPath(organization.slug, page), locale));
}
