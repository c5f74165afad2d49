import { useTranslations } from 'next-intl';
import { availabilityParts } from '@/lib/availability/schema/availability';

/** The way to each part of a long page. */
export function PartLinks() {
  const t = useTranslations('availability');
  return (
    <nav aria-label={t('parts')} className="-mt-2 mb-6">
      <ul className="flex flex-wrap gap-x-5">
        {availabilityParts.map((part) => (
          <li key={part}>
            <a href={`#${part}`} className="text-link inline-flex min-h-11 items-center text-sm">
              {t(`${part}Title`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
