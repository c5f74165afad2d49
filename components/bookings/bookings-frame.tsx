import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ChevronLeftIcon } from '@/components/ui/icons';
import { Link } from '@/i18n/navigation';

/** The frame of a page about bookings. On a phone, what can be done comes before the details. */
export function BookingsFrame({
  said,
  header,
  actions,
  children,
}: {
  /** What the viewer has just done, or why it changed nothing. */
  said: ReactNode;
  header: ReactNode;
  actions: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('bookingPage');
  return (
    <div className="page-width pt-4 pb-16">
      <Link
        href="/bookings"
        className="reacts text-muted hover:text-ink -ml-1 inline-flex min-h-11 items-center gap-1 rounded-sm text-sm font-medium"
      >
        <ChevronLeftIcon className="size-4" />
        {t('back')}
      </Link>
      {said}
      <header className="mt-4 mb-6">{header}</header>
      <div className="grid items-start gap-5 lg:grid-cols-3">
        {actions && <div className="flex flex-col gap-5 lg:order-last">{actions}</div>}
        <div className="flex flex-col gap-5 lg:col-span-2">{children}</div>
      </div>
    </div>
  );
}
