import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import type { HoldView } from '@/lib/bookings/schema/booking';
import { portraitSrc } from '@/lib/portraits/constants';
import { AnswerList } from '@/components/bookings/answer-list';
import { FormatLabel } from '@/components/bookings/format-label';
import { SessionTime } from '@/components/bookings/session-time';

/** What a hold keeps: with whom, when, how. */
export function HoldSummary({ hold }: { hold: HoldView }) {
  const t = useTranslations('bookingPage');
  const times = useTranslations('bookingTimes');
  const name = hold.mentorName ?? t('someone');
  return (
    <Card className="flex gap-4">
      <Avatar
        name={name}
        seed={hold.mentorHandle.slug}
        src={portraitSrc(hold.mentorPortraitId, 'small')}
      />
      <div className="min-w-0">
        <p className="font-serif text-xl">
          {t('titleMentee', { service: hold.serviceTitle, name })}
        </p>
        <div className="mt-2">
          <SessionTime
            startsAt={hold.startsAt}
            endsAt={hold.endsAt}
            timeZone={hold.timeZone}
            isViewersZone={hold.isViewersZone}
            otherTimeZone={hold.mentorTimeZone}
          />
        </div>
        <p className="text-muted mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <FormatLabel format={hold.format} />
          <span>{times('minutes', { minutes: hold.durationMinutes })}</span>
          <span>{t('priceCredits', { credits: hold.priceCredits })}</span>
        </p>
        {hold.answers.length > 0 && (
          <div className="mt-4 border-t pt-4">
            <AnswerList answers={hold.answers} writtenIn={null} />
          </div>
        )}
      </div>
    </Card>
  );
}
