import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import type { KeptSession as Session } from '@/lib/bookings/schema/booking';
import { portraitSrc } from '@/lib/portraits/constants';
import { FormatLabel } from './format-label';
import { SessionTime } from './session-time';

/**
 * A session that is kept for somebody who has yet to say yes: with whom, when, how, for how much.
 * @param children what one of the two has said about it, set apart below
 */
export function KeptSession({ session, children }: { session: Session; children?: ReactNode }) {
  const t = useTranslations('bookingPage');
  const times = useTranslations('bookingTimes');
  const { place = '' } = session;
  const name = session.mentorName ?? t('someone');
  return (
    <Card className="flex gap-4">
      <Avatar
        name={name}
        seed={session.mentorHandle?.slug}
        src={portraitSrc(session.mentorPortraitId, 'small')}
      />
      <div className="min-w-0">
        <p className="font-serif text-xl wrap-anywhere">
          {t('titleMentee', { service: session.serviceTitle, name })}
        </p>
        <div className="mt-2">
          <SessionTime
            startsAt={session.startsAt}
            endsAt={session.endsAt}
            timeZone={session.timeZone}
            otherTimeZone={session.mentorTimeZone}
            isViewersZone={session.isViewersZone}
          />
        </div>
        <p className="text-muted mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <FormatLabel format={session.format} />
          <span>{times('minutes', { minutes: session.durationMinutes })}</span>
          <span>{t('priceCredits', { credits: session.priceCredits })}</span>
        </p>
        {place !== '' && <p className="text-muted mt-1 text-sm wrap-anywhere">{place}</p>}
        {children && <div className="mt-4 border-t pt-4">{children}</div>}
      </div>
    </Card>
  );
}
