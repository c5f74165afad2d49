import { useTranslations } from 'next-intl';
import type { MeetingFormat } from '@/domain/bookings';
import { PhoneIcon, PinIcon, VideoIcon } from '@/components/ui/icons';

const icons = { video: VideoIcon, phone: PhoneIcon, in_person: PinIcon };

/** How a session is held, by sign and word. */
export function FormatLabel({ format }: { format: MeetingFormat }) {
  const t = useTranslations('bookingFormat');
  const Icon = icons[format];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon className="size-4" />
      {t(format)}
    </span>
  );
}
