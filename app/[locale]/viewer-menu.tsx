import { Suspense } from 'react';
import { SignInLink, UserMenu } from '@/components/layout/user-menu';
import { Skeleton } from '@/components/ui/skeleton';
import { getViewer } from '@/lib/auth/session';
import { loadRights } from '@/lib/organizations/loaders/founding';
import { loadOwnOrganizations } from '@/lib/organizations/loaders/own-organizations';
import { ViewerBell } from './viewer-bell';

/** The header's menu of whoever is looking; the rest of the page does not wait for it. */
export function ViewerMenu() {
  return (
    <Suspense fallback={<Unknown />}>
      <KnownViewerMenu />
    </Suspense>
  );
}

async function KnownViewerMenu() {
  const [viewer, organizations, rights] = await Promise.all([
    getViewer(),
    loadOwnOrganizations(),
    loadRights(),
  ]);
  return (
    <>
      <ViewerBell />
      <UserMenu viewer={viewer} organizations={organizations} {...rights} />
    </>
  );
}

/** Without JavaScript the menu never replaces this; the sign-in page knows who is signed in. */
function Unknown() {
  return (
    <>
      <Skeleton className="size-11 rounded-md noscript:hidden" />
      <noscript>
        <SignInLink />
      </noscript>
    </>
  );
}
