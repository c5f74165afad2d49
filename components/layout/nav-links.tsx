'use client';

import { Link } from '@/i18n/navigation';
import { usePathname } from '@/i18n/router';

export interface NavLink {
  href: string;
  label: string;
}

/** The main links, the current one marked. An anchor on the front page is never "current". */
export function NavLinks({
  links,
  className,
  linkClassName,
}: {
  links: NavLink[];
  className: string;
  linkClassName: string;
}) {
  const pathname = usePathname();
  return (
    <ul className={className}>
      {links.map(({ href, label }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={pathname === href || pathname.startsWith(`${href}/`) ? 'page' : undefined}
            className={`reacts text-muted hover:text-ink aria-[current]:text-ink flex min-h-11 items-center rounded-sm font-medium aria-[current]:font-semibold ${linkClassName}`}
          >
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
