'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { Card } from '@/components/ui/card';
import { CheckIcon } from '@/components/ui/everyday-icons';
import { SubmitButton } from '@/components/ui/submit-button';
import { Tag } from '@/components/ui/tag';
import { Link } from '@/i18n/navigation';
import { publishMentorAction, unpublishMentorAction } from '@/lib/mentors/actions/publish-mentor';
import type { MentorSwitchState, PublishingStep, PublishState } from '@/lib/mentors/schema';
import { WorkspaceRefused } from './workspace-refused';

/** Where each step is done; what is not named here is a field of the profile's own form. */
const places: Partial<Record<PublishingStep, string>> = {
  availability: '/mentor/availability',
  service: '/mentor/services',
};

/** Whether others see the mentor, what that still needs, and the button for it. */
export function PublishCard({
  isPublished,
  isApproved,
  reviewNote,
  checklist,
  page,
  first,
}: {
  isPublished: boolean;
  /** Whether an admin has let them be seen, where that has to be. */
  isApproved: boolean;
  /** What the admin wrote who sent them back; else empty. */
  reviewNote: string;
  checklist: { step: PublishingStep; isDone: boolean }[];
  /** The address of their page. */
  page: string;
  /** What posts without script left. */
  first: { publish: PublishState; unpublish: MentorSwitchState };
}) {
  const t = useTranslations('mentorProfile');
  const isComplete = checklist.every(({ isDone }) => isDone);
  const isShown = isPublished && isApproved;
  const ready = isApproved ? 'completeText' : 'completeReviewedText';
  const text = isShown
    ? 'publishedText'
    : isPublished
      ? 'waitingText'
      : isComplete
        ? ready
        : 'incompleteText';
  return (
    <Card as="section" aria-label={t('publishing')} className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-xl">{t('publishing')}</h2>
        <Tag tone={isShown ? 'success' : 'highlight'}>
          {t(isShown ? 'published' : isPublished ? 'waiting' : 'notPublished')}
        </Tag>
      </div>
      {reviewNote !== '' && !isPublished && (
        <Alert tone="warning" title={t('sentBack')}>
          <span className="wrap-anywhere whitespace-pre-line">{reviewNote}</span>
        </Alert>
      )}
      <p className="text-muted text-sm">{t(text)}</p>
      {(!isPublished || !isComplete) && <Checklist steps={checklist} />}
      <Link href={page} prefetch={false} className="text-link text-sm">
        {t('preview')}
      </Link>
      {isPublished ? (
        <UnpublishForm isShown={isShown} first={first.unpublish} />
      ) : (
        <PublishForm isApproved={isApproved} first={first.publish} />
      )}
    </Card>
  );
}

function Checklist({ steps }: { steps: { step: PublishingStep; isDone: boolean }[] }) {
  const t = useTranslations('mentorProfile');
  return (
    <ul className="flex flex-col gap-1">
      {steps.map(({ step, isDone }) => {
        const place = places[step];
        return (
          <li key={step} className="flex min-h-9 items-center gap-3">
            <span
              className={`grid size-6 shrink-0 place-items-center rounded-full ${isDone ? 'bg-green text-on-green' : 'border-edge border-2 border-dashed'}`}
            >
              {isDone && <CheckIcon className="size-4" />}
            </span>
            <span className={isDone ? 'text-muted' : ''}>
              {place !== undefined && !isDone ? (
                <Link href={place} prefetch={false} className="text-link">
                  {t(`step_${step}`)}
                </Link>
              ) : (
                t(`step_${step}`)
              )}
              <span className="sr-only">{t(isDone ? 'stepDone' : 'stepMissing')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function PublishForm({ isApproved, first }: { isApproved: boolean; first: PublishState }) {
  const t = useTranslations('mentorProfile');
  const workspace = useTranslations('workspace');
  const form = useActionForm(publishMentorAction, { first });
  return (
    <ActionForm form={form} path="/mentor/profile" className="flex flex-col gap-3">
      <RefusedAlert
        state={form.state}
        tone="warning"
        words={({ reason, data }) =>
          reason === 'incomplete'
            ? t('incomplete', { count: data.missing.length })
            : workspace(`refused_${reason}`)
        }
      />
      <SubmitButton wide>{t(isApproved ? 'publish' : 'askApproval')}</SubmitButton>
    </ActionForm>
  );
}

function UnpublishForm({ isShown, first }: { isShown: boolean; first: MentorSwitchState }) {
  const t = useTranslations('mentorProfile');
  const form = useActionForm(unpublishMentorAction, { first });
  return (
    <ActionForm form={form} path="/mentor/profile" className="flex flex-col gap-3">
      <WorkspaceRefused state={form.state} />
      <SubmitButton variant="secondary" wide>
        {t(isShown ? 'unpublish' : 'stopWaiting')}
      </SubmitButton>
      {isShown && <p className="text-muted text-sm">{t('unpublishHint')}</p>}
    </ActionForm>
  );
}
