'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { answerField } from '@/lib/bookings/schema/answer-fields';
import { localizedPath } from '@/i18n/routing';
import type { BookSlotState } from '@/lib/bookings/schema/booking';
import { slotText } from './booking-address';
import type { BookingStepsProps } from './booking-steps';
import { CancelTerms } from './cancel-terms';
import { ChosenTime } from './chosen-time';
import { FormatFields } from './format-fields';
import { QuestionFields } from './question-fields';
import { PurseNote } from './purse-note';
import { Refusal } from './refusal';
import { useFieldErrors } from './use-field-errors';
import { useQuestions } from './use-questions';

/** Step two: who and what about. One form, so that an alternative time takes along what was written. */
export function DetailsForm(
  props: BookingStepsProps & { state: BookSlotState; send: (form: FormData) => void },
) {
  const { variant, viewer, slot, timeZone, requestId, now, state, send } = props;
  const t = useTranslations('booking');
  const locale = useLocale();
  const isInteractive = useSyncExternalStore(neverChanges, isTrue, isFalse);
  const [found, setFound] = useState<Record<string, string> | null>(null);
  const questions = useQuestions(variant.questions, state);
  const errors = found ?? errorsOf(state);
  const errorOf = useFieldErrors(errors);
  const form = useFocusFirstInvalid(found ?? state);
  const sent = (field: string) =>
    'values' in state ? (state.values[field]?.at(-1) ?? '') : (props.draft?.get(field) ?? '');

  function keepDraft(event: FormEvent<HTMLFormElement>) {
    for (const [field, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string') props.draft?.set(field, value);
    }
  }

  /** The browser knows what is missing without asking the server; our words, not its bubbles. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const missing = missingIn(event.currentTarget);
    setFound(missing);
    if (missing) event.preventDefault();
  }

  return (
    <form
      ref={form}
      action={send}
      onSubmit={onSubmit}
      onChange={keepDraft}
      noValidate={isInteractive}
      className="group/details flex flex-col gap-5"
    >
      {/* Enter in a field presses a form's first button, which must not be one of the alternatives. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={localizedPath(props.from, locale)} />
      <input type="hidden" name="as" value={viewer === null ? 'visitor' : 'user'} />
      <input type="hidden" name="mentorId" value={variant.mentorId} />
      <input type="hidden" name="variantId" value={variant.variantId} />
      <input type="hidden" name="startsAt" value={slotText(slot)} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="timeZone" value={timeZone} />
      <ChosenTime {...props} />
      <Refusal state={state} variant={variant} timeZone={timeZone} />
      <PurseNote purse={props.purse} price={variant.priceCredits} />
      {viewer === null ? (
        <>
          <TextField
            label={t('name')}
            name="name"
            autoComplete="name"
            required
            maxLength={80}
            defaultValue={sent('name')}
            error={errorOf('name')}
          />
          <TextField
            label={t('email')}
            description={t('emailWhy')}
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={sent('email')}
            error={errorOf('email')}
          />
        </>
      ) : (
        <p className="text-muted text-sm">
          {t('bookingAs', { name: viewer.name, email: viewer.email })}
        </p>
      )}
      <FormatFields variant={variant} settled={props.settledFormat} sent={sent} errorOf={errorOf} />
      <TextField
        label={t('subject')}
        description={t('subjectWhy')}
        name="subject"
        maxLength={120}
        defaultValue={sent('subject')}
        error={errorOf('subject')}
      />
      <QuestionFields questions={questions} sent={sent} errors={errors} />
      <TextArea
        label={t('notes')}
        description={t('notesWhy', { name: variant.mentorName })}
        name="notes"
        rows={3}
        maxLength={2000}
        defaultValue={sent('notes')}
        error={errorOf('notes')}
      />
      <div>
        <SubmitButton size="lg" wide>
          {t(viewer === null ? 'hold' : variant.confirmsByHand ? 'request' : 'book', {
            price: variant.priceCredits,
          })}
        </SubmitButton>
        <p className="text-muted mt-3 text-center text-sm">
          <CancelTerms variant={variant} slot={slot} now={now} timeZone={timeZone} />
        </p>
      </div>
    </form>
  );
}

/** A code for each field that the browser finds wrong; null when none is. */
function missingIn(form: HTMLFormElement): Record<string, string> | null {
  const errors: Record<string, string> = {};
  const data = new FormData(form);
  const sent = (field: string) => {
    const value = data.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  for (const control of form.elements) {
    if (!isField(control) || control.validity.valid) continue;
    errors[control.name] = control.validity.valueMissing ? 'required' : 'invalid_format';
  }
  // Not `required` in the markup: without JavaScript it would ask for it with every format.
  const asked = { phone: 'phone', in_person: 'place', video: null }[sent('format')];
  if (asked && sent(asked) === '') errors[asked] = 'required';
  return Object.keys(errors).length > 0 ? errors : null;
}

function isField(control: Element) {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}

/** What the server found wrong; a missing number or place it tells as a refusal of the whole. */
function errorsOf(state: BookSlotState): Record<string, string> {
  if (state.status === 'invalid') return state.errors;
  if (state.status !== 'refused') return {};
  if (state.reason === 'answers_wrong') {
    const wrong = state.data.wrongAnswers;
    return Object.fromEntries(
      wrong.map(({ question, error }) => [answerField(question.id), error]),
    );
  }
  if (state.reason !== 'details_missing') return {};
  return state.values['format']?.at(-1) === 'phone' ? { phone: 'required' } : { place: 'required' };
}

const neverChanges = () => () => undefined;
const isTrue = () => true;
const isFalse = () => false;
