'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { useFieldErrors } from '@/components/orders/use-field-errors';
import { slotText } from '@/components/slots/booking-address';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { TextField } from '@/components/ui/text-field';
import { longestWord, type MeetingFormat } from '@/domain/bookings';
import { useRouter } from '@/i18n/router';
import { formatDayShort, formatTime } from '@/kernel/time/format';
import { proposeSessionAction } from '@/lib/orders/actions/propose-session';

export type ProposeState = Awaited<ReturnType<typeof proposeSessionAction>>;

/** To whom a time is proposed, how to meet, and a word. */
export function ProposeForm({
  variantId,
  formats,
  asksPlace,
  mentee,
  slot,
  from,
  timeZone,
  requestId,
  first,
}: {
  variantId: string;
  formats: MeetingFormat[];
  /** Where the mentor meets people in person is not known. */
  asksPlace: boolean;
  mentee: { id: string; name: string | null } | null;
  /** Epoch milliseconds; null while nothing is chosen. */
  slot: number | null;
  from: string;
  timeZone: string;
  requestId: string;
  first: ProposeState;
}) {
  const t = useTranslations('proposals');
  const words = useTranslations('booking');
  const place = { locale: useLocale(), timeZone };
  const router = useRouter();
  const form = useActionForm(proposeSessionAction, { first });
  const { state } = form;
  const wordsFor = useFieldErrors(state.status === 'invalid' ? state.errors : {});
  const sent = (field: string) => submittedValue(state, field);
  useEffect(() => {
    // What was refused is mostly a time that has gone: the calendar above must not offer it again.
    if (state.status === 'refused') router.refresh();
  }, [state, router]);
  if (slot === null) {
    return (
      <div className="mt-5">
        {state.status === 'refused' && <Refused state={state} />}
        <p className="bg-sunken text-muted rounded-md p-4 text-center font-semibold">
          {t('chooseTime')}
        </p>
      </div>
    );
  }
  const [only] = formats;
  const format = formats.find((one) => one === sent('format')) ?? only;
  return (
    <ActionForm
      form={form}
      path={from}
      fields={{
        variantId,
        startsAt: slotText(slot),
        requestId,
        ...(mentee ? { to: 'mentee', menteeId: mentee.id } : { to: 'address' }),
      }}
      className="group/details mt-5 flex flex-col gap-4"
    >
      <Refused state={state} />
      <TextField
        label={t('name')}
        name="name"
        required
        maxLength={80}
        autoComplete="off"
        defaultValue={sent('name') || (mentee?.name ?? '')}
        error={wordsFor('name')}
      />
      {mentee ? (
        <p className="text-muted text-sm">
          {t('emailKnown', { name: mentee.name ?? t('someone') })}
        </p>
      ) : (
        <TextField
          label={t('email')}
          description={t('emailHint')}
          name="email"
          type="email"
          required
          maxLength={254}
          autoComplete="off"
          defaultValue={sent('email')}
          error={wordsFor('email')}
        />
      )}
      {formats.length === 1 ? (
        <p className="text-sm">
          <input type="hidden" name="format" value={only} />
          <span className="font-semibold">{words('format')}</span>{' '}
          {words('formatShort', { format: only ?? 'video' })}
        </p>
      ) : (
        <ChoiceGroup
          legend={words('format')}
          name="format"
          required
          defaultValue={format}
          choices={formats.map((one) => ({
            value: one,
            label: words('formatShort', { format: one }),
          }))}
          error={wordsFor('format')}
        />
      )}
      {formats.includes('phone') && <p className="text-muted text-sm">{t('phoneLater')}</p>}
      {formats.includes('in_person') && asksPlace && (
        <div
          className={
            formats.length === 1 ? '' : 'hidden group-has-[[value=in_person]:checked]/details:block'
          }
        >
          <TextField
            label={words('place')}
            description={t('placeWhy')}
            name="place"
            maxLength={200}
            defaultValue={sent('place')}
            error={
              state.status === 'refused' && state.reason === 'details_missing'
                ? t('refused_details_missing')
                : undefined
            }
          />
        </div>
      )}
      <TextArea
        label={t('word')}
        description={t('wordHint')}
        name="word"
        rows={3}
        maxLength={longestWord}
        defaultValue={sent('word')}
        error={wordsFor('word')}
      />
      <SubmitButton size="lg" wide>
        {t('submit', { day: formatDayShort(slot, place), time: formatTime(slot, place) })}
      </SubmitButton>
    </ActionForm>
  );
}

function Refused({ state }: { state: ProposeState }) {
  const t = useTranslations('proposals');
  return (
    <RefusedAlert
      state={state}
      title={t('refusedTitle')}
      tone="warning"
      words={({ reason }) => t(`refused_${reason}`)}
    />
  );
}
