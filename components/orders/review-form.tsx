'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, type FormEvent } from 'react';
import type { MeetingFormat } from '@/domain/bookings';
import { readSlot } from '@/components/slots/booking-address';
import { DetailFields } from './detail-fields';
import { errorsOf, missingIn } from './form-errors';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFocusFirstInvalid } from '@/components/ui/use-focus-first-invalid';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import { localizedPath } from '@/i18n/routing';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { timeZoneName } from '@/kernel/time/format';
import { draftOf, keepDraft } from './batch-draft';
import { BatchTerms } from './batch-terms';
import { BatchTotal } from './batch-total';
import { PolicyChoice } from './policy-choice';
import { Refusal } from './refusal';
import type { ReviewProps } from './review-steps';
import { SessionChoices } from './session-choices';
import { useSessionRows } from './use-session-rows';

/** The sessions, what is said about all of them, how to go about those that have gone, and the price. */
export function ReviewForm(
  props: ReviewProps & { state: OrderState; send: (form: FormData) => void },
) {
  const { variant, viewer, times, credits, timeZone, requestId, state, send } = props;
  const t = useTranslations('batch');
  const tBooking = useTranslations('booking');
  const locale = useLocale();
  const isInteractive = useIsInteractive();
  const [found, setFound] = useState<Record<string, string> | null>(null);
  const { rows, version } = useSessionRows(times, state);
  const offered = rows.filter(({ isTicked }) => isTicked).map(({ start }) => start);
  const [ticked, setTicked] = useState({ version, starts: offered });
  if (ticked.version !== version) setTicked({ version, starts: offered });
  const form = useFocusFirstInvalid(found ?? state);
  const errors = found ?? errorsOf(state);
  const draft = draftOf(variant.variantId);
  const sent = (field: string) =>
    'values' in state ? (state.values[field]?.at(-1) ?? '') : (draft.get(field) ?? '');
  const count = ticked.starts.length;
  const sentCount = 'values' in state ? (state.values['startsAt']?.length ?? 0) : 0;

  function onChange(event: FormEvent<HTMLFormElement>) {
    const data = new FormData(event.currentTarget);
    keepDraft(variant.variantId, data);
    setTicked({ version, starts: startsIn(data) });
  }

  /** The browser knows what is missing without asking the server; our words, not its bubbles. */
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    const missing = missingIn(event.currentTarget);
    setFound(missing);
    if (missing || count === 0) event.preventDefault();
  }

  return (
    <form
      ref={form}
      action={send}
      onSubmit={onSubmit}
      onChange={onChange}
      noValidate={isInteractive}
      className="group/details flex flex-col gap-6"
    >
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="from" value={localizedPath(props.from, locale)} />
      <input type="hidden" name="as" value="user" />
      <input type="hidden" name="mentorId" value={variant.mentorId} />
      <input type="hidden" name="variantId" value={variant.variantId} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="timeZone" value={timeZone} />
      <input type="hidden" name="priceCredits" value={variant.priceCredits} />
      <Refusal state={state} variant={variant} slotCount={sentCount} timeZone={null} />
      <section aria-labelledby="sessions">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="sessions" className="text-xl">
            {t('sessions')}
          </h2>
          <a
            href={props.calendarHref}
            className="text-link inline-flex min-h-11 items-center text-sm"
          >
            {t('changeTimes')}
          </a>
        </div>
        <p className="text-muted text-sm">
          {t('zone', { zone: timeZoneName(rows[0]?.start ?? props.now, { locale, timeZone }) })}
        </p>
        <SessionChoices {...props} key={version} rows={rows} ticked={ticked.starts} />
      </section>
      <p className="text-muted text-sm">
        {tBooking('bookingAs', { name: viewer.name, email: viewer.email })}
      </p>
      <DetailFields
        variant={variant}
        settledFormat={settledFormatOf(props)}
        state={state}
        sent={sent}
        errors={errors}
      />
      <PolicyChoice chosen={sent('policy')} isNeeded={rows.length > 1} />
      <BatchTotal variant={variant} count={count} credits={credits} />
      <div>
        <SubmitButton size="lg" wide aria-disabled={count === 0 || undefined}>
          {count === 0
            ? t('bookNone')
            : t(variant.confirmsByHand ? 'request' : 'book', {
                count,
                price: count * variant.priceCredits,
              })}
        </SubmitButton>
        <p className="text-muted mt-3 text-center text-sm">
          <BatchTerms variant={variant} />
        </p>
      </div>
    </form>
  );
}

function startsIn(form: FormData): number[] {
  const starts = form.getAll('startsAt').map(readSlot);
  return [...new Set(starts.filter((start) => start !== null))];
}

/** The format is no choice where every session is one of a group that has it already. */
function settledFormatOf({ times }: ReviewProps): MeetingFormat | null {
  const formats = new Set(times.map(({ settledFormat }) => settledFormat));
  const [only = null] = formats;
  return formats.size === 1 ? only : null;
}
