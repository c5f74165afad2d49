import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { ChevronRightIcon } from './icons';

/** The way back up; the last item is the page itself and has no link. */
export function Breadcrumb({ items }: { items: readonly { label: string; href?: string }[] }) {
  const t = useTranslations('common');
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className="text-muted flex flex-wrap items-center gap-x-1 text-sm">
        {items.map(({ label, href }, index) => (
          <li key={label} className="flex items-center gap-1">
            {index > 0 && <ChevronRightIcon className="size-4" />}
            {href ? (
              <Link
                href={href}
                className="reacts hover:text-ink flex min-h-11 items-center rounded-sm"
              >
                {label}
              </Link>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
