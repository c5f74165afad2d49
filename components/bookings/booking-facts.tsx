import { mentorPath } from '@/domain/mentors';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Link } from '@/i18n/navigation';
import type { BookingDetail } from '@/lib/bookings/schema/booking';
import { portraitSrc } from '@/lib/portraits/constants';
import { FormatLabel } from './format-label';
import { MeetingPlace } from './meeting-place';

/** Who, how, how long, how much: what of a booking does not change by itself, beside its time. */
export function BookingFacts({ booking }: { booking: BookingDetail }) {
  const t = useTranslations('bookingPage');
  const times = useTranslations('bookingTimes');
  const mentor = booking.mentorName ?? t('someone');
  const items: { term: string; value: ReactNode }[] = [
    { term: t('length'), value: times('minutes', { minutes: booking.durationMinutes }) },
    {
      term: t('format'),
      value: (
        <>
          <FormatLabel format={booking.format} />
          <MeetingPlace booking={booking} />
        </>
      ),
    },
    {
      term: t('mentor'),
      value: (
        <span className="flex items-center gap-3">
          <Avatar
            name={mentor}
            seed={booking.mentorHandle?.slug ?? mentor}
            size="sm"
            src={portraitSrc(booking.mentorPortraitId, 'small')}
          />
          {booking.mentorHandle ? (
            <Link href={mentorPath(booking.mentorHandle)} prefetch={false} className="text-link">
              {mentor}
            </Link>
          ) : (
            mentor
          )}
        </span>
      ),
    },
    {
      term: t('mentee'),
      value: (
        <>
          {booking.menteeName ?? t('someone')}
          {booking.isGroup && <Aside>{t('group')}</Aside>}
        </>
      ),
    },
    {
      term: t('price'),
      value: (
        <>
          {t('priceCredits', { credits: booking.priceCredits })}
          {isHeldBack(booking) && <Aside>{t('priceHeld')}</Aside>}
        </>
      ),
    },
    {
      term: t('reference'),
      value: (
        <>
          <span className="font-mono text-lg select-all">{booking.reference}</span>
          <Aside>{t('referenceHint')}</Aside>
        </>
      ),
    },
  ];
  return (
    <Card as="section" aria-labelledby="facts">
      <h2 id="facts" className="mb-2 text-xl">
        {t('details')}
      </h2>
      <DefinitionList items={items} />
    </Card>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <span className="text-muted block text-sm font-normal">{children}</span>;
}

/** Paid, and not yet anybody's: it goes to the mentor, or back, when the session is over. */
function isHeldBack({ status, chargedCredits }: BookingDetail): boolean {
  const isOn = status === 'pending' || status === 'confirmed' || status === 'in_progress';
  return isOn && chargedCredits > 0;
}
