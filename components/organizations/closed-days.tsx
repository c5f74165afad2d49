'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { submittedValue } from '@/components/forms/submitted-value';
import { useActionForm } from '@/components/forms/use-action-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { written } from '@/components/ui/written';
import { mostDayNameLetters } from '@/domain/organizations';
import { closeDayAction, openDayAction } from '@/lib/organizations/actions/change-settings';
import { mostClosedDays, settingsPath } from '@/lib/organizations/constants';
import type { ClosedDayState, SettingsState } from '@/lib/organizations/schema/settings';
import { dayName } from './day-name';

/** Days on which nobody is booked with any of the mentors. */
export function ClosedDays({
  organization,
  days,
  today,
  first,
}: {
  /** Its slug. */
  organization: string;
  days: { closedOn: string; name: string }[];
  today: string;
  /** What posts without script left. */
  first: { close: ClosedDayState; open: SettingsState };
}) {
  const t = useTranslations('organizationSettings');
  const form = useActionForm(closeDayAction, { first: first.close });
  const { state } = form;
  const errors = state.status === 'invalid' ? state.errors : {};
  return (
    <div className="flex flex-col gap-5">
      {days.length > 0 && (
        <ul className="flex flex-col divide-y">
          {days.map((day) => (
            <ClosedDay key={day.closedOn} {...{ organization, day }} first={first.open} />
          ))}
        </ul>
      )}
      <ActionForm
        // What has been closed leaves the form empty.
        key={days.length}
        form={form}
        path={settingsPath(organization)}
        fields={{ organization }}
        className="flex flex-col gap-5"
      >
        <RefusedAlert
          state={state}
          words={({ reason }) => t(`refused_${reason}`, { most: mostClosedDays })}
        />
        <TextField
          name="closedOn"
          type="date"
          label={t('closedOn')}
          min={today}
          required
          defaultValue={submittedValue(state, 'closedOn')}
          error={errors.closedOn && t('fieldWrong')}
        />
        <TextField
          name="name"
          label={t('dayName')}
          description={t('dayNameHelp')}
          maxLength={mostDayNameLetters}
          required
          defaultValue={submittedValue(state, 'name')}
          error={errors.name && t('fieldWrong')}
        />
        <SubmitButton variant="secondary" className="self-start">
          {t('closeDay')}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}

function ClosedDay({
  organization,
  day: { closedOn, name },
  first,
}: {
  organization: string;
  day: { closedOn: string; name: string };
  first: SettingsState;
}) {
  const t = useTranslations('organizationSettings');
  const locale = useLocale();
  const form = useActionForm(openDayAction, { first });
  const day = dayName(closedOn, locale);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
      <span className="min-w-0 grow">
        <span className="font-semibold">{day}</span>
        <span className="text-muted block text-sm break-words" {...written()}>
          {name}
        </span>
      </span>
      <ActionForm form={form} path={settingsPath(organization)} fields={{ organization, closedOn }}>
        <RefusedAlert state={form.state} words={({ reason }) => t(`refused_${reason}`)} />
        <SubmitButton variant="ghost" size="sm" aria-label={t('openDayOf', { day })}>
          {t('openDay')}
        </SubmitButton>
      </ActionForm>
    </li>
  );
}
