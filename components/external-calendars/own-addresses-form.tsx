'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextArea } from '@/components/ui/text-area';
import { ownAddressesAction } from '@/lib/external-calendars/actions';
import { calendarsPath } from '@/domain/external-calendars';
import { CalendarRefused } from './calendar-refused';

export type OwnAddressesState = Awaited<ReturnType<typeof ownAddressesAction>>;

/** Which addresses are the mentor's own in a calendar: what those have declined leaves their time free. */
export function OwnAddressesForm({
  id,
  name,
  ownAddresses,
  email,
  first,
}: {
  id: string;
  name: string;
  ownAddresses: string[];
  /** The one that they sign in with. */
  email: string;
  /** What became of the form before scripts ran, of whichever calendar. */
  first: OwnAddressesState;
}) {
  const t = useTranslations('externalCalendars');
  const isFirst = submittedValue(first, 'id') === id;
  const form = useActionForm(ownAddressesAction, isFirst ? { first } : {});
  const { state } = form;
  const isOpen = state.status !== 'idle' && state.status !== 'ok';
  const code = state.status === 'invalid' ? state.errors['addresses'] : undefined;
  return (
    <details open={isOpen || undefined}>
      <summary
        className={buttonClass({ variant: 'ghost', size: 'sm' })}
        aria-label={t('addressesOf', { name })}
      >
        {t('addresses')}
      </summary>
      <ActionForm
        form={form}
        path={calendarsPath}
        fields={{ id }}
        className="mt-3 flex max-w-form flex-col gap-4"
      >
        <CalendarRefused state={state} title={t('notDone')} />
        <TextArea
          label={t('addressesLabel')}
          description={t('addressesHint', { email })}
          error={code && t(code === 'too_many' ? 'problem_too_many' : 'problem_not_addresses')}
          name="addresses"
          rows={3}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={3000}
          defaultValue={isOpen ? submittedValue(state, 'addresses') : ownAddresses.join('\n')}
        />
        <div>
          <SubmitButton size="sm">{t('addressesSave')}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
