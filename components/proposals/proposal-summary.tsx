import { useTranslations } from 'next-intl';
import { FormatLabel } from '@/components/bookings/format-label';
import { SessionTime } from '@/components/bookings/session-time';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { written } from '@/components/ui/written';
import type { ProposalView } from '@/lib/orders/schema/proposal';
import { portraitSrc } from '@/lib/portraits/constants';

/** What is proposed: with whom, when, how, for how much, and the mentor's word. */
export function ProposalSummary({ proposal }: { proposal: ProposalView }) {
  const t = useTranslations('proposals');
  const page = useTranslations('bookingPage');
  const times = useTranslations('bookingTimes');
  const { word, writtenIn, place } = proposal;
  const name = proposal.mentorName ?? page('someone');
  return (
    <Card className="flex gap-4">
      <Avatar name={name} src={portraitSrc(proposal.mentorPortraitId, 'small')} />
      <div className="min-w-0">
        <p className="font-serif text-xl wrap-anywhere">
          {page('titleMentee', { service: proposal.serviceTitle, name })}
        </p>
        <div className="mt-2">
          <SessionTime
            startsAt={proposal.startsAt}
            endsAt={proposal.endsAt}
            timeZone={proposal.timeZone}
            otherTimeZone={proposal.mentorTimeZone}
            isViewersZone={proposal.isViewersZone}
          />
        </div>
        <p className="text-muted mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          <FormatLabel format={proposal.format} />
          <span>{times('minutes', { minutes: proposal.durationMinutes })}</span>
          <span>{page('priceCredits', { credits: proposal.priceCredits })}</span>
        </p>
        {place !== '' && <p className="text-muted mt-1 text-sm wrap-anywhere">{place}</p>}
        {word !== '' && (
          <div className="mt-4 border-t pt-4">
            <p className="text-muted text-sm">{t('wordFrom', { name })}</p>
            <p className="mt-1 wrap-anywhere whitespace-pre-line" {...written(writtenIn)}>
              {word}
            </p>
          </div>
        )}
      </div>
    </Card>
  );
}
