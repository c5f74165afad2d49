import type { BookingStatus } from '@/domain/bookings';
import { CheckIcon, WarningIcon } from '@/components/ui/everyday-icons';
import {
  CalendarIcon,
  ClockIcon,
  CloseIcon,
  GlobeIcon,
  LinkIcon,
  VideoIcon,
} from '@/components/ui/icons';

/** What an entry of the calendar is: a session in a state, or a stretch of time. */
export type Mark = BookingStatus | 'off' | 'free' | 'attending' | 'imported';

const icons = {
  held: ClockIcon,
  pending: ClockIcon,
  confirmed: CheckIcon,
  in_progress: VideoIcon,
  completed: CheckIcon,
  no_show: WarningIcon,
  cancelled: CloseIcon,
  expired: ClockIcon,
  off: CloseIcon,
  free: CalendarIcon,
  attending: GlobeIcon,
  imported: LinkIcon,
} satisfies Record<Mark, unknown>;

/** The sign that tells entries apart where colour does not. */
export function EntryMark({ mark }: { mark: Mark }) {
  const Icon = icons[mark];
  return <Icon className="size-4" />;
}
