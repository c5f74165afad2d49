import { useLocale, useTranslations } from 'next-intl';
import { FormatLabel } from '@/components/bookings/format-label';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Time } from '@/components/ui/time';
import { TimeRange } from '@/components/ui/time-range';
import { formatDateTime, formatDay } from '@/kernel/time/format';
import type { OpenProposal } from '@/lib/orders/schema/proposal';

/** Proposals that wait for an answer: of the viewer's, or of those they were made to. */
export function ProposalList({
  proposals,
  as,
  timeZone,
}: {
  proposals: OpenProposal[];
  as: 'mentee' | 'mentor';
  timeZone: string;
}) {
  const t = useTranslations('proposals');
  const title = t(as === 'mentee' ? 'toYouTitle' : 'byYouTitle');
  if (proposals.length === 0) return null;
  return (
    <section aria-label={title} className="mb-8">
      <h2 className="mb-4 text-xl">{title}</h2>
      <ul className="grid gap-4 lg:grid-cols-2">
        {proposals.map((proposal) => (
          <ProposalCard key={proposal.bookingId} {...{ proposal, as, timeZone }} />
        ))}
      </ul>
    </section>
  );
}

function ProposalCard({
  proposal,
  as,
  timeZone,
}: {
  proposal: OpenProposal;
  as: 'mentee' | 'mentor';
  timeZone: string;
}) {
  const t = useTranslations('proposals');
  const times = useTranslations('bookingTimes');
  const place = { locale: useLocale(), timeZone };
  const { bookingId, startsAt, endsAt } = proposal;
  const when = formatDateTime(proposal.expiresAt, place);
  return (
    <Card as="li" className="flex flex-col gap-3">
      <p className="text-gold-ink text-sm font-semibold">
        {t(as === 'mentee' ? 'until' : 'waitsUntil', { when })}
      </p>
      <h3 className="text-lg wrap-anywhere">{proposal.name ?? t('someone')}</h3>
      <Time at={startsAt} className="font-semibold first-letter:uppercase">
        {formatDay(startsAt, place)}, <TimeRange start={startsAt} end={endsAt} place={place} />
      </Time>
      <p className="text-muted flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="wrap-anywhere">{proposal.serviceTitle}</span>
        <span>{times('minutes', { minutes: proposal.durationMinutes })}</span>
        <FormatLabel format={proposal.format} />
      </p>
      <div className="mt-auto pt-1">
        {as === 'mentee' ? (
          <ButtonLink href={`/proposals/${bookingId}`} prefetch={false}>
            {t('see')}
          </ButtonLink>
        ) : (
          <ButtonLink href={`/bookings/${bookingId}/cancel`} prefetch={false} variant="secondary">
            {t('withdraw')}
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}
