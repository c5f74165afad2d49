'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import type { ActionFormProps } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import type { HoldProof } from '@/lib/orders/schema/order';
import type { OrderState } from '@/lib/orders/schema/order-form';
import { formatTime } from '@/kernel/time/format';
import { Refusal } from './refusal';
import { useFieldErrors } from './use-field-errors';
import type { OrderProps } from './order-form';

/** Where the mail of a hold went and how long it is held; and once more, or to the right address. */
export function HoldMail({
  hold,
  form,
  expiresAt,
  now,
  order: { variant, timeZone, from },
}: {
  hold: HoldProof;
  form: ActionFormProps<OrderState>;
  /** Epoch milliseconds. */
  expiresAt: number;
  /** By the device's clock; null before scripts run. */
  now: number | null;
  order: OrderProps;
}) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const { state } = form;
  const errorOf = useFieldErrors(state.status === 'invalid' ? state.errors : {});
  const left = now === null ? null : Math.max(0, Math.ceil((expiresAt - now) / 1000));
  return (
    <section aria-label={t('holdMail.label')} className="flex flex-col gap-4">
      <p>
        {t.rich('holdMail.sentTo', {
          email: hold.email,
          b: strong,
        })}{' '}
        {t('holdMail.where')}
      </p>
      <p className="bg-gold-soft rounded-md px-4 py-3 text-sm tabular-nums">
        <strong className="font-semibold">
          {t('holdMail.until', { time: formatTime(expiresAt, { locale, timeZone }) })}
        </strong>
        {left !== null && (
          <span role="timer">
            {' · '}
            {t('holdMail.left', {
              minutes: Math.floor(left / 60),
              seconds: String(left % 60).padStart(2, '0'),
            })}
          </span>
        )}
      </p>
      <details open={state.status !== 'idle' && state.status !== 'ok'} className="group">
        <summary className="text-link inline-flex min-h-11 cursor-pointer list-none items-center rounded-sm text-sm">
          {t('holdMail.again')}
        </summary>
        <ActionForm
          form={form}
          path={from}
          fields={{ requestId: hold.requestId, sentTo: hold.email }}
          className="bg-sunken mt-1 flex flex-col gap-3 rounded-md p-4"
        >
          <Refusal {...{ state, variant, timeZone }} isVisitor takesInstead={false} />
          <TextField
            label={t('email')}
            description={t('holdMail.correct')}
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={254}
            defaultValue={hold.email}
            error={errorOf('email')}
          />
          <SubmitButton variant="secondary">{t('holdMail.send')}</SubmitButton>
        </ActionForm>
      </details>
      {state.status === 'ok' && (
        <output className="text-green text-sm font-semibold">{t('holdMail.sent')}</output>
      )}
    </section>
  );
}

function strong(chunks: ReactNode) {
  return <strong className="font-semibold [overflow-wrap:anywhere]">{chunks}</strong>;
}
