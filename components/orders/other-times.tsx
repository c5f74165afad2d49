import type { MentorHandle } from '@/domain/mentors';
import { useTranslations } from 'next-intl';
import { stepsAddress } from '@/components/slots/booking-address';
import { ButtonLink } from '@/components/ui/button-link';
import type { ButtonVariant } from '@/components/ui/button-style';

/** The way to a mentor's times; to other mentors, while this one takes no bookings. */
export function OtherTimes({
  mentorHandle,
  variantId,
  link,
  takesBookings,
  label,
  variant,
}: {
  mentorHandle: MentorHandle;
  variantId: string;
  /** By which the service is reached; null: everybody sees it, or it has another now. */
  link: string | null;
  takesBookings: boolean;
  label: string;
  variant: ButtonVariant;
}) {
  const t = useTranslations('hold');
  return takesBookings ? (
    <ButtonLink
      href={stepsAddress({ ...mentorHandle, variantId, link })}
      prefetch={false}
      variant={variant}
    >
      {label}
    </ButtonLink>
  ) : (
    <ButtonLink href="/mentors" variant={variant}>
      {t('findMentor')}
    </ButtonLink>
  );
}
