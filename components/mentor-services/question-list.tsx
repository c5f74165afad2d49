'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { sentOr } from '@/components/mentor-workspace/sent-values';
import { WorkspaceRefused } from '@/components/mentor-workspace/workspace-refused';
import { Card } from '@/components/ui/card';
import { SubmitButton } from '@/components/ui/submit-button';
import { addQuestionAction } from '@/lib/services/actions/edit-questions';
import type { OwnServiceWithQuestions, ServiceState } from '@/lib/services/schema';
import { mostQuestions } from '@/lib/services/constants';
import { QuestionFields } from './question-fields';
import { QuestionRow } from './question-row';

/** What posts without script left; each says in its values which question it is of. */
export interface QuestionFlashes {
  add: ServiceState;
  edit: ServiceState;
  move: ServiceState;
  archive: ServiceState;
}

/** What a service asks whoever books it, and a form for one question more. */
export function QuestionList({
  service: { id: serviceId, questions },
  first,
}: {
  service: OwnServiceWithQuestions;
  first: QuestionFlashes;
}) {
  const t = useTranslations('questions');
  return (
    <Card as="section" aria-label={t('title')}>
      <h2 className="text-xl">{t('title')}</h2>
      <p className="text-muted mt-1 text-sm">{t('lead')}</p>
      {questions.length > 0 && (
        <ol aria-label={t('list')} className="mt-4 divide-y border-y">
          {questions.map((question, place) => (
            <QuestionRow
              // What has been saved closes the form that it was written in.
              key={JSON.stringify(question)}
              serviceId={serviceId}
              question={question}
              place={place}
              count={questions.length}
              editing={stateOf(question.id, first.edit)}
              moving={stateOf(question.id, first.move)}
              archiving={stateOf(question.id, first.archive)}
            />
          ))}
        </ol>
      )}
      {questions.length < mostQuestions ? (
        <AddForm key={questions.length} serviceId={serviceId} first={first.add} />
      ) : (
        <p className="text-muted mt-4 text-sm">{t('full', { count: mostQuestions })}</p>
      )}
    </Card>
  );
}

/** A state that was left for this question, and not for another. */
function stateOf(questionId: string, state: ServiceState): ServiceState {
  return sentOr(state, 'questionId', '') === questionId ? state : { status: 'idle' };
}

const blank = { text: '', kind: 'short', options: null, isRequired: false } as const;

function AddForm({ serviceId, first }: { serviceId: string; first: ServiceState }) {
  const t = useTranslations('questions');
  const form = useActionForm(addQuestionAction, { first });
  return (
    <ActionForm
      form={form}
      path={`/mentor/services/${serviceId}`}
      fields={{ serviceId }}
      aria-label={t('add')}
      className="mt-5 flex flex-col gap-4"
    >
      <h3 className="font-sans text-base font-semibold">{t('add')}</h3>
      <WorkspaceRefused state={form.state} />
      <QuestionFields state={form.state} saved={blank} />
      <div>
        <SubmitButton variant="secondary">{t('addButton')}</SubmitButton>
      </div>
    </ActionForm>
  );
}
