'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { KeptForm } from '@/components/forms/kept-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  archiveQuestionAction,
  editQuestionAction,
  moveQuestionAction,
} from '@/lib/services/actions/edit-questions';
import type { Question, ServiceState } from '@/lib/services/schema';
import { DOT } from '@/kernel/dot';
import { MoveButtons } from './move-buttons';
import { QuestionFields } from './question-fields';

interface Row {
  serviceId: string;
  question: Question;
}

/** A question that is asked, with everything that can be done with it. */
export function QuestionRow({
  serviceId,
  question,
  place,
  count,
  editing,
  moving,
  archiving,
}: Row & {
  /** 0 upwards. */
  place: number;
  count: number;
  editing: ServiceState;
  moving: ServiceState;
  archiving: ServiceState;
}) {
  const t = useTranslations('questions');
  const { id, text, kind, options, isRequired } = question;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-48">
          <p className="font-semibold wrap-break-word">{text}</p>
          <p className="text-muted text-sm wrap-break-word">
            {[t(`kind_${kind}`), t(isRequired ? 'isRequired' : 'isOptional')].join(DOT)}
            {options && <span className="block">{options.join(' / ')}</span>}
          </p>
        </div>
        <MoveButtons
          action={moveQuestionAction}
          first={moving}
          path={`/mentor/services/${serviceId}`}
          ids={{ serviceId, questionId: id }}
          title={text}
          place={place}
          count={count}
        />
      </div>
      <div className="mt-2 flex flex-wrap items-start gap-x-2">
        <EditForm serviceId={serviceId} question={question} first={editing} />
        <ArchiveForm serviceId={serviceId} question={question} first={archiving} />
      </div>
    </li>
  );
}

function EditForm({ serviceId, question, first }: Row & { first: ServiceState }) {
  const t = useTranslations('questions');
  const form = useActionForm(editQuestionAction, { first });
  return (
    <details open={first.status !== 'idle'} className="open:basis-full">
      <summary
        aria-label={t('editLabel', { text: question.text })}
        className={`list-none [&::-webkit-details-marker]:hidden ${buttonClass({ variant: 'secondary', size: 'sm' })}`}
      >
        {t('edit')}
      </summary>
      <KeptForm
        form={form}
        path={`/mentor/services/${serviceId}`}
        fields={{ serviceId, questionId: question.id }}
        className="bg-sunken mt-3 mb-2 flex flex-col gap-4 rounded-md p-4"
      >
        <WorkspaceRefused state={form.state} />
        <QuestionFields state={form.state} saved={question} />
        <div>
          <SubmitButton size="sm">{t('save')}</SubmitButton>
        </div>
      </KeptForm>
    </details>
  );
}

function ArchiveForm({ serviceId, question, first }: Row & { first: ServiceState }) {
  const t = useTranslations('questions');
  const form = useActionForm(archiveQuestionAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/mentor/services/${serviceId}`}
      fields={{ serviceId, questionId: question.id }}
    >
      <SubmitButton
        variant="ghost"
        size="sm"
        aria-label={t('archiveLabel', { text: question.text })}
      >
        {t('archive')}
      </SubmitButton>
      <WorkspaceRefused state={form.state} />
    </ActionForm>
  );
}
