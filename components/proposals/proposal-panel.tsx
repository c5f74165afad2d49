'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { ZoneField } from '@/components/layout/zone-field';
import { stepsAddress } from '@/components/slots/booking-address';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { longestWord } from '@/domain/bookings';
import { formatDateTime } from '@/kernel/time/format';
import { acceptProposalAction, declineProposalAction } from '@/lib/orders/actions/answer-proposal';
import type { AnswerRefusal, ProposalView } from '@/lib/orders/schema/proposal';

export type AcceptProposalState = Awaited<ReturnType<typeof acceptProposalAction>>;
export type DeclineProposalState = Awaited<ReturnType<typeof declineProposalAction>>;

/** The page behind the link of a proposal's mail: both answers, or what has become of it. */
export function ProposalPanel({
  proposalKey,
  proposal,
  accepting: firstAccepting,
  declining: firstDeclining,
  summary,
}: {
  /** As the address has it: the link's token, or the booking's id. */
  proposalKey: string;
  proposal: ProposalView;
  /** What posts without script left. */
  accepting: AcceptProposalState;
  declining: DeclineProposalState;
  summary: ReactNode;
}) {
  const t = useTranslations('proposals');
  const page = useTranslations('bookingPage');
  const locale = useLocale();
  const accepting = useActionForm(acceptProposalAction, { first: firstAccepting });
  const declining = useActionForm(declineProposalAction, { first: firstDeclining });
  const { state, timeZone, priceCredits, format } = proposal;
  const name = proposal.mentorName ?? page('someone');
  const until = formatDateTime(proposal.expiresAt, { locale, timeZone });
  if (state === 'accepted') return <Accepted {...{ proposal, name, summary }} />;
  if (state !== 'open') return <Over {...{ proposal, state }} />;

  const path = `/proposals/${proposalKey}`;
  const words = ({ reason }: { reason: AnswerRefusal }) => t(`answer_${reason}`, { name, until });
  const lacksCredits =
    accepting.state.status === 'refused' && accepting.state.reason === 'not_enough_credits';
  const lacksPhone =
    accepting.state.status === 'refused' && accepting.state.reason === 'details_missing';
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-3xl wrap-anywhere sm:text-4xl">{t('openTitle', { name })}</h1>
      <p className="text-lg wrap-anywhere">{t('greeting', { name: proposal.guestName, until })}</p>
      {summary}
      <ActionForm
        form={accepting}
        path={path}
        fields={{ key: proposalKey }}
        className="flex flex-col gap-3"
      >
        <ZoneField known={null} />
        <RefusedAlert
          state={accepting.state}
          title={t('notAnswered')}
          words={words}
          actions={
            lacksCredits && (
              <ButtonLink href="/credits" variant="secondary" size="sm">
                {t('myCredits')}
              </ButtonLink>
            )
          }
        />
        {format === 'phone' && (
          <TextField
            label={t('phone')}
            description={t('phoneWhy', { name })}
            name="phone"
            type="tel"
            autoComplete="tel"
            required
            maxLength={40}
            defaultValue={submittedValue(accepting.state, 'phone')}
            error={lacksPhone ? t('answer_details_missing', { name }) : undefined}
          />
        )}
        <SubmitButton size="lg" wide>
          {priceCredits === 0 ? t('accept') : t('acceptPrice', { credits: priceCredits })}
        </SubmitButton>
        <p className="text-muted text-sm">
          {priceCredits > 0 && <Terms proposal={proposal} />}
          {!proposal.isSignedIn && t('thisAlone')}
        </p>
      </ActionForm>
      <details open={declining.state.status !== 'idle'}>
        <summary className="text-link flex min-h-11 cursor-pointer items-center">
          {t('decline')}
        </summary>
        <ActionForm
          form={declining}
          path={path}
          fields={{ key: proposalKey }}
          className="flex flex-col gap-3"
        >
          <RefusedAlert state={declining.state} title={t('notAnswered')} words={words} />
          <TextArea
            label={t('word')}
            description={t('declineHint', { name })}
            name="word"
            rows={2}
            maxLength={longestWord}
            defaultValue={submittedValue(declining.state, 'word')}
          />
          <SubmitButton variant="secondary" wide>
            {t('declineSubmit')}
          </SubmitButton>
        </ActionForm>
      </details>
    </div>
  );
}

/** Nothing is charged before, and what cancelling costs after. */
function Terms({ proposal }: { proposal: ProposalView }) {
  const t = useTranslations('proposals');
  const locale = useLocale();
  const { cancelNoticeMinutes, lateCancelPercent } = proposal;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(
    lateCancelPercent / 100,
  );
  const hours = Math.round(cancelNoticeMinutes / 60);
  const notice = lateCancelPercent === 0 ? '' : t('termsNotice', { hours, percent });
  return <>{t('terms', { notice })} </>;
}

function Accepted({
  proposal: { bookingId, isSignedIn },
  name,
  summary,
}: {
  proposal: ProposalView;
  name: string;
  summary: ReactNode;
}) {
  const t = useTranslations('proposals');
  const next = encodeURIComponent(`/bookings/${bookingId}`);
  return (
    <div className="flex flex-col gap-5">
      <h1 className="text-3xl sm:text-4xl">{t('acceptedTitle')}</h1>
      <p className="text-lg wrap-anywhere">{t('acceptedText', { name })}</p>
      {summary}
      {isSignedIn ? (
        <ButtonLink href={`/bookings/${bookingId}`}>{t('seeBooking')}</ButtonLink>
      ) : (
        <ButtonLink href={`/sign-in?next=${next}`}>{t('signIn')}</ButtonLink>
      )}
    </div>
  );
}

function Over({
  proposal: { mentorHandle, variantId, link },
  state,
}: {
  proposal: ProposalView;
  state: 'cancelled' | 'expired';
}) {
  const t = useTranslations('proposals');
  return (
    <EmptyState
      headingLevel="h1"
      title={t(`${state}Title`)}
      actions={
        mentorHandle === null ? (
          <ButtonLink href="/mentors">{t('findMentor')}</ButtonLink>
        ) : (
          <ButtonLink href={stepsAddress({ ...mentorHandle, variantId, link })} prefetch={false}>
            {t('chooseYourself')}
          </ButtonLink>
        )
      }
    >
      {t(`${state}Text`)}
    </EmptyState>
  );
}
