'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useSyncExternalStore, type FormEvent } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { localizedPath } from '@/i18n/routing';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { slotText } from '@/components/slots/booking-address';
import type { BookingStepsProps } from './booking-steps';
import { CancelTerms } from './cancel-terms';
import { ChosenTime } from './chosen-time';
import { DetailFields } from './detail-fields';
import { errorsOf, missingIn } from './form-errors';
import { PurseNote } from './purse-note';
import { Refusal } from './refusal';
import { useFieldErrors } from './use-field-errors';

/** Step two: who and what about. One form, so that an alternative time takes along what was written. */
export function DetailsForm(
  props: BookingStepsProps & { state: OrderState; send: (form: FormData) => void },
) {
  const { variant, viewer, slot, timeZone, requestId, now, state, send } = props;
  const t = useTranslations('booking');
  const locale = useLocale();
  const isInteractive = useSyncExternalStore(neverChanges, isTrue, isFalse);
  const [found, setFound] = useState<Record<string, string> | null>(null);
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
      <input type="hidden" name="priceCredits" value={variant.priceCredits} />
      <ChosenTime {...props} />
      <Refusal state={state} variant={variant} slotCount={1} timeZone={timeZone} />
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
      <DetailFields
        variant={variant}
        settledFormat={props.settledFormat}
        state={state}
        sent={sent}
        errors={errors}
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

const neverChanges = () => () => undefined;
const isTrue = () => true;
const isFalse = () => false;
