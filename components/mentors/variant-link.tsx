'use client';

import type { ReactNode } from 'react';
import { choiceQuery, readChoice } from '@/components/slots/booking-address';
import { focusOnArrival } from '@/components/slots/focus-on-arrival';
import { isPlainClick } from '@/components/slots/plain-click';
import { Link } from '@/i18n/navigation';
import { useRouter } from '@/i18n/router';
import { knownDay } from '@/kernel/time/calendar';

/** A length and price of a service; following it keeps the place on the page, and the focus. */
export function VariantLink({
  href,
  variantId,
  isChosen,
  children,
}: {
  /** Null: it leads nowhere. */
  href: string | null;
  variantId: string;
  isChosen: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  const className = `reacts inline-flex min-h-11 items-center gap-2 rounded-md border px-4 py-2 text-sm font-semibold tabular-nums ${isChosen ? 'bg-green border-green text-on-green' : 'border-edge'}`;
  if (href === null) return <span className={className}>{children}</span>;
  return (
    <Link
      href={href}
      rel="nofollow"
      prefetch={false}
      scroll={false}
      data-variant={variantId}
      aria-current={isChosen ? 'true' : undefined}
      onClick={(event) => {
        focusOnArrival(`[data-variant="${variantId}"]`);
        // Days are chosen without the server: the address knows of the last one.
        const day = knownDay(new URLSearchParams(window.location.search).get('day'));
        const [path = '', query = ''] = href.split('?');
        if (day === null || !isPlainClick(event)) return;
        event.preventDefault();
        const choice = readChoice(Object.fromEntries(new URLSearchParams(query)));
        router.push(path + choiceQuery({ ...choice, day }), { scroll: false });
      }}
      className={`${className} ${isChosen ? '' : 'hover:bg-sunken'}`}
    >
      {children}
    </Link>
  );
}
