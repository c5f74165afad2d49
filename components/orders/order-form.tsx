'use client';

import { useTranslations } from 'next-intl';
import {
  useEffect,
  useRef,
  useState,
  type FormEvent,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { fillFrom, readDraft } from '@/components/forms/drafts';
import type { ActionFormProps } from '@/components/forms/use-action-form';
import { ZoneField } from '@/components/layout/zone-field';
import type { BookableVariant } from '@/components/slots/panel-data';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { MeetingFormat } from '@/domain/bookings';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { CancelTerms } from './cancel-terms';
import { DetailFields } from './detail-fields';
import { keepDraft, typedBefore, useDraft } from './draft';
import { errorsOf, missingIn } from './form-errors';
import type { BookingViewer } from './order-data';
import { useFieldErrors } from './use-field-errors';

/** What every form of an order has to know. Instants are epoch milliseconds. */
export interface OrderProps {
  variant: BookableVariant;
  /** Null: a visitor. */
  viewer: BookingViewer | null;
  timeZone: string;
  /** The viewer's own zone; null while nobody has said it, and times are shown in the mentor's. */
  viewerTimeZone: string | null;
  now: number;
  requestId: string;
  /** The address of the form's own page, with its query and without its language. */
  from: string;
  /** What an earlier sending without JavaScript was answered. */
  first?: OrderState;
}

/**
 * Step two: who and what about. One form, so that an alternative time takes along what was written.
 * `children` say which slots are asked for, as its fields `startsAt`; `total` what they come to.
 */
export function OrderForm({
  form,
  order: { variant, viewer, timeZone, viewerTimeZone, now, requestId, from },
  starts,
  settledFormat,
  onFields,
  total,
  children,
}: {
  form: ActionFormProps<OrderState>;
  order: OrderProps;
  /** The slots that it would be sent with now. */
  starts: readonly number[];
  /** Of the group session that is joined. */
  settledFormat: MeetingFormat | null;
  /** Called with each change of a field. */
  onFields?: (fields: FormData) => void;
  total?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations('booking');
  const [found, setFound] = useState<Record<string, string> | null>(null);
  const { state } = form;
  const errors = found ?? errorsOf(state);
  const errorOf = useFieldErrors(errors);
  const { variantId } = variant;
  const draft = useDraft(variantId);
  const typed = typedBefore(state, draft);
  const foot = useRef<HTMLDivElement>(null);
  const isDrawn = draft === null;
  useEffect(() => {
    const drawn = foot.current?.closest('form');
    if (isDrawn && drawn) fillFrom(readDraft(variantId), drawn);
  }, [isDrawn, variantId]);
  const count = starts.length;

  function onChange(event: FormEvent<HTMLFormElement>) {
    const fields = new FormData(event.currentTarget);
    keepDraft(variantId, fields);
    onFields?.(fields);
  }

  /** The browser knows what is missing without asking the server; our words, not its bubbles. */
  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    const missing = missingIn(event.currentTarget);
    setFound(missing);
    if (missing || count === 0) event.preventDefault();
  }

  return (
    <ActionForm
      form={form}
      path={from}
      fields={{
        as: viewer === null ? 'visitor' : 'user',
        mentorId: variant.mentorId,
        variantId: variant.variantId,
        ...(variant.link !== null && { link: variant.link }),
        requestId,
        priceCredits: variant.priceCredits,
      }}
      found={found}
      onSubmit={onSubmit}
      onChange={onChange}
      className="group/details flex flex-col gap-5"
    >
      {/* Enter in a field presses a form's first button, which must not be one of the alternatives. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <ZoneField known={viewerTimeZone} />
      {children}
      {viewer === null ? (
        <>
          <TextField
            label={t('name')}
            name="name"
            autoComplete="name"
            required
            maxLength={80}
            defaultValue={typed('name')}
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
            defaultValue={typed('email')}
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
        settledFormat={settledFormat}
        state={state}
        sent={typed}
        errors={errors}
      />
      {total}
      <p className="text-muted text-center text-sm">
        <CancelTerms
          variant={variant}
          slot={count === 1 ? (starts[0] ?? null) : null}
          now={now}
          timeZone={timeZone}
        />
      </p>
      <div
        ref={foot}
        data-foot-bar=""
        className="bg-surface sticky bottom-0 z-10 -mx-5 -mb-5 rounded-b-xl border-t px-5 py-3 sm:-mx-6 sm:-mb-6 sm:px-6"
      >
        <SubmitButton size="lg" wide aria-disabled={count === 0 || undefined}>
          {count === 0
            ? t('bookNone')
            : t(viewer === null ? 'hold' : variant.confirmsByHand ? 'request' : 'book', {
                count,
                price: count * variant.priceCredits,
              })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
