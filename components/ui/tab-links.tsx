import { Link } from '@/i18n/navigation';

export interface TabLink {
  href: string;
  label: string;
  isCurrent: boolean;
  count?: number;
}

/** Views of one list, each with its own address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="border-b">
      <ul className="-mb-px flex gap-1 overflow-x-auto">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.isCurrent ? 'page' : undefined}
              className="reacts text-muted hover:text-ink aria-[current]:border-green aria-[current]:text-ink flex min-h-11 items-center gap-2 border-b-2 border-transparent px-3 forced-colors:border-[Canvas] font-medium whitespace-nowrap -outline-offset-2 aria-[current]:font-semibold"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="bg-sunken rounded-full px-2 text-xs tabular-nums">
                  {tab.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
