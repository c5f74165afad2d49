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
  // One page may lie below another, whose tab is not the current one then.
  const [current] = pages
    .map(({ href }) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((one, other) => other.length - one.length);
  return (
    <TabLinks
      label={label}
      tabs={pages.map((page) => ({ ...page, isCurrent: page.href === current }))}
    />
  );
}
