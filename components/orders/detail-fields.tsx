'use client';

import { useTranslations } from 'next-intl';
import type { MeetingFormat } from '@/domain/bookings';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { FormatFields } from './format-fields';
import type { BookableVariant } from '@/components/slots/panel-data';
import { QuestionFields } from './question-fields';
import { useFieldErrors } from './use-field-errors';
import { useQuestions } from './use-questions';

/** How to meet, what it is about, and what the mentor asks: the same for one session and for several. */
export function DetailFields({
  variant,
  settledFormat,
  state,
  sent,
  errors,
}: {
  variant: BookableVariant;
  /** Of the group session that is joined. */
  settledFormat: MeetingFormat | null;
  state: OrderState;
  /** What was typed into a field before. */
  sent: (field: string) => string;
  /** Codes, by field. */
  errors: Record<string, string>;
}) {
  const t = useTranslations('booking');
  const questions = useQuestions(variant.questions, state);
  const errorOf = useFieldErrors(errors);
  return (
    <>
      <FormatFields variant={variant} settled={settledFormat} sent={sent} errorOf={errorOf} />
      <TextField
        label={t('subject')}
        description={t('subjectWhy')}
        name="subject"
        maxLength={120}
        defaultValue={sent('subject')}
        error={errorOf('subject')}
      />
      <QuestionFields
        questions={questions}
        writtenIn={variant.writtenIn}
        sent={sent}
        errors={errors}
      />
      <TextArea
        label={t('notes')}
        description={t('notesWhy', { name: variant.mentorName })}
        name="notes"
        rows={3}
        maxLength={2000}
        defaultValue={sent('notes')}
        error={errorOf('notes')}
      />
    </>
  );
}
