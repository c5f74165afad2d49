import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { BookingStatus } from '@/domain/bookings';
import { CheckIcon, WarningIcon } from '@/components/ui/everyday-icons';
import { ClockIcon, CloseIcon, VideoIcon } from '@/components/ui/icons';

const looks: Record<BookingStatus, { className: string; icon: ReactNode }> = {
  held: { className: 'bg-gold-soft text-gold-ink', icon: <ClockIcon className="size-4" /> },
  pending: { className: 'bg-gold-soft text-gold-ink', icon: <ClockIcon className="size-4" /> },
  confirmed: { className: 'bg-green-soft text-green', icon: <CheckIcon className="size-4" /> },
  in_progress: { className: 'bg-green text-on-green', icon: <VideoIcon className="size-4" /> },
  completed: { className: 'bg-sunken text-ink', icon: <CheckIcon className="size-4" /> },
  no_show: { className: 'bg-red-soft text-red', icon: <WarningIcon className="size-4" /> },
  cancelled: { className: 'bg-sunken text-muted', icon: <CloseIcon className="size-4" /> },
  expired: { className: 'bg-sunken text-muted', icon: <ClockIcon className="size-4" /> },
};

/** A booking's state, said by word and sign as well as by colour. */
export function StatusBadge({
  status,
  isProposal = false,
}: {
  status: BookingStatus;
  /** A hold that its mentor made is called otherwise. */
  isProposal?: boolean;
}) {
  const t = useTranslations('bookingStatus');
  const { className, icon } = looks[status];
  return (
    <span
      className={`inline-flex w-fit items-center gap-1.5 rounded-sm px-2.5 py-1 text-sm font-semibold whitespace-nowrap ${className}`}
    >
      {icon}
      {t(status === 'held' && isProposal ? 'proposed' : status)}
    </span>
  );
}
