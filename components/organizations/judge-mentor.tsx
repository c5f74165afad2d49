'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { mostReviewLetters } from '@/domain/mentors';
import {
  approveMentorAction,
  pauseMentorAction,
  resumeMentorAction,
  sendMentorBackAction,
} from '@/lib/mentors/actions/oversee-mentor';
import type { JudgeState } from '@/lib/mentors/schema/overseen';

interface Judged {
  mentorId: string;
  /** The page that the forms stand on. */
  path: string;
}

/** What those who look after a mentor can do: let them be seen or not, open and close their calendar. */
export function JudgeMentor({
  isApproved,
  isPublished,
  takingBookings,
  first,
  ...judged
}: Judged & {
  isApproved: boolean;
  isPublished: boolean;
  takingBookings: boolean;
  /** What posts without script left. */
  first: { approve: JudgeState; sendBack: JudgeState; pause: JudgeState; resume: JudgeState };
}) {
  const t = useTranslations('overseenMentors');
  return (
    <>
      <Card as="section" aria-labelledby="approval" className="flex flex-col gap-5">
        <h2 id="approval" className="text-xl">
          {t('approval')}
        </h2>
        {!isApproved && <Approve {...judged} first={first.approve} />}
        {(isPublished || isApproved) && <SendBack {...judged} first={first.sendBack} />}
      </Card>
      <Card as="section" aria-labelledby="bookings" className="flex flex-col gap-4">
        <h2 id="bookings" className="text-xl">
          {t('bookings')}
        </h2>
        <p className="text-muted text-sm">{t(takingBookings ? 'takesBookings' : 'isPaused')}</p>
        {takingBookings ? (
          <Pause {...judged} first={first.pause} />
        ) : (
          <Resume {...judged} first={first.resume} />
        )}
      </Card>
    </>
  );
}

function Refused({ state }: { state: JudgeState }) {
  const t = useTranslations('overseenMentors');
  return <RefusedAlert state={state} words={({ reason }) => t(`refused_${reason}`)} />;
}

function Approve({ mentorId, path, first }: Judged & { first: JudgeState }) {
  const t = useTranslations('overseenMentors');
  const form = useActionForm(approveMentorAction, { first });
  return (
    <ActionForm form={form} path={path} fields={{ mentorId }} className="flex flex-col gap-3">
      <Refused state={form.state} />
      <p className="text-muted text-sm">{t('approveHint')}</p>
      <SubmitButton wide>{t('approve')}</SubmitButton>
    </ActionForm>
  );
}

function SendBack({ mentorId, path, first }: Judged & { first: JudgeState }) {
  const t = useTranslations('overseenMentors');
  const form = useActionForm(sendMentorBackAction, { first });
  const { state } = form;
  const isWrong = state.status === 'invalid';
  return (
    <ActionForm form={form} path={path} fields={{ mentorId }} className="flex flex-col gap-3">
      <Refused state={state} />
      <TextArea
        name="note"
        label={t('note')}
        description={t('noteHelp')}
        rows={4}
        required
        maxLength={mostReviewLetters}
        defaultValue={submittedValue(state, 'note')}
        error={isWrong && t('noteWrong')}
      />
      <SubmitButton variant="secondary" wide>
        {t('sendBack')}
      </SubmitButton>
    </ActionForm>
  );
}

function Pause({ mentorId, path, first }: Judged & { first: JudgeState }) {
  const t = useTranslations('overseenMentors');
  const form = useActionForm(pauseMentorAction, { first });
  return (
    <ActionForm form={form} path={path} fields={{ mentorId }} className="flex flex-col gap-3">
      <Refused state={form.state} />
      <SubmitButton variant="secondary" wide>
        {t('pause')}
      </SubmitButton>
    </ActionForm>
  );
}

function Resume({ mentorId, path, first }: Judged & { first: JudgeState }) {
  const t = useTranslations('overseenMentors');
  const form = useActionForm(resumeMentorAction, { first });
  return (
    <ActionForm form={form} path={path} fields={{ mentorId }} className="flex flex-col gap-3">
      <Refused state={form.state} />
      <SubmitButton wide>{t('resume')}</SubmitButton>
    </ActionForm>
  );
}
