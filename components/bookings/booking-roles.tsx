import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import type { BookingsView } from '@/lib/bookings/schema/booking';
import { bookingsHref } from './bookings-href';

const parts = ['both', 'mentor', 'mentee'] as const;
const words = { both: 'asBoth', mentor: 'asMentor', mentee: 'asMentee' } as const;

/** For people who mentor and are mentored: which of their sessions they want to see. */
export function BookingRoles({ view }: { view: BookingsView }) {
  const t = useTranslations('bookings');
  return (
    <nav aria-label={t('asLabel')}>
      <ul className="flex flex-wrap gap-2">
        {parts.map((part) => (
          <li key={part}>
            <Link
              href={bookingsHref({ ...view, as: part, page: 1 })}
              aria-current={view.as === part ? 'page' : undefined}
              className="reacts bg-surface border-edge hover:bg-sunken aria-[current]:bg-green aria-[current]:text-on-green flex min-h-11 items-center rounded-md border px-4 text-sm font-semibold aria-[current]:border-transparent"
            >
              {t(words[part])}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
