'use client';

import { TabLinks } from '@/components/ui/tab-links';
import { usePathname } from '@/i18n/router';

/** The pages of a mentor's workspace, the current one marked. */
export function WorkspaceNav({
  label,
  pages,
}: {
  label: string;
  pages: readonly { href: string; label: string; count?: number }[];
}) {
  const pathname = usePathname();
  // Below a page that has others of these below it, no tab of its own is current.
  const hasOthers = (href: string) => pages.some((page) => page.href.startsWith(`${href}/`));
  return (
    <TabLinks
      label={label}
      tabs={pages.map((page) => ({
        ...page,
        isCurrent:
          pathname === page.href || (!hasOthers(page.href) && pathname.startsWith(`${page.href}/`)),
      }))}
    />
  );
}
