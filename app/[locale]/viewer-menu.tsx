import { Suspense } from 'react';
import { SignInLink, UserMenu } from '@/components/layout/user-menu';
import { Skeleton } from '@/components/ui/skeleton';
import { getViewer } from '@/lib/auth/session';
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
  const [viewer, organizations] = await Promise.all([getViewer(), loadOwnOrganizations()]);
  return (
    <>
      <ViewerBell />
      <UserMenu viewer={viewer} organizations={organizations} />
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
