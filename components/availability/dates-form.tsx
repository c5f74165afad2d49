'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OverrideRange } from '@/domain/availability';
import { KeptForm } from '@/components/forms/kept-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { saveOverridesAction } from '@/lib/availability/actions/save-overrides';
import type { AvailabilityView } from '@/lib/availability/schema/availability';
import { availabilityPath } from '@/lib/availability/constants';
import type { Day, Month } from '@/kernel/time/calendar';
import { DateHours, type HoursRow, readHours } from './date-hours';
import { DatesGrid } from './dates-grid';
import { useDraft } from './draft';
import { NotSaved } from './not-saved';

export type DatesState = Awaited<ReturnType<typeof saveOverridesAction>>;

const changes = ['closed', 'hours', 'usual'] as const;
type Change = (typeof changes)[number];

interface Picked {
  dates: Day[];
  change: Change;
  hours: HoursRow[];
}

interface DatesFormProps {
  overrides: AvailabilityView['overrides'];
  today: Day;
  /** That the page's address asks for. */
  month: Month;
  first: DatesState;
}

/** Closes dates, gives them other hours, or their usual ones again: one or many at once. */
export function DatesForm(props: DatesFormProps) {
  return <DatesFields key={useDraft().datesKey} {...props} />;
}

function DatesFields({ overrides, today, month, first }: DatesFormProps) {
  const t = useTranslations('availability');
  const draft = useDraft();
  const form = useActionForm(saveOverridesAction, { first });
  const { state } = form;
  const [picked, setPicked] = useState(() => pickedOf(first));
  const values = 'values' in first ? first.values : {};

  function pick(change: Partial<Picked>) {
    const next = { ...picked, ...change };
    setPicked(next);
    const { dates } = next;
    draft.setDates(dates.length === 0 ? null : { dates, ranges: rangesOf(next) });
  }

  return (
    <KeptForm form={form} path={`${availabilityPath}?month=${month}#dates`}>
      <NotSaved state={state} />
      <DatesGrid
        first={month}
        today={today}
        overrides={overrides}
        chosen={picked.dates}
        onChoose={(dates) => pick({ dates })}
      />
      <div className="mt-5 flex max-w-form flex-col gap-5">
        <ChoiceGroup
          legend={t('onTheseDates', { count: picked.dates.length })}
          name="change"
          choices={changes.map((value) => ({ value, label: t(`change_${value}`) }))}
          value={picked.change}
          onChange={(value) =>
            pick({ change: changes.find((change) => change === value) ?? 'closed' })
          }
        />
        {/* Without script the hours are always there, and count where "other hours" is chosen. */}
        <div className={picked.change === 'hours' ? '' : 'hidden noscript:block'}>
          <DateHours
            rows={picked.hours}
            problems={
              state.status === 'refused' && state.data !== null ? problemsOf(state.data) : []
            }
            onChange={(hours) => pick({ hours })}
          />
        </div>
        <TextField
          label={t('note')}
          description={t('noteHint')}
          name="note"
          maxLength={200}
          defaultValue={values['note']?.at(-1) ?? ''}
        />
        <div>
          <SubmitButton>{t('saveDates')}</SubmitButton>
        </div>
      </div>
    </KeptForm>
  );
}

function pickedOf(first: DatesState): Picked {
  const values = 'values' in first ? first.values : {};
  return {
    dates: values['date'] ?? [],
    change: changes.find((change) => change === values['change']?.at(-1)) ?? 'closed',
    hours: readHours(values),
  };
}

/** What the preview is to show on the chosen dates. */
function rangesOf({ change, hours }: Picked): OverrideRange[] | null {
  if (change === 'usual') return null;
  if (change === 'closed') return [];
  return hours
    .filter(
      ({ start, end, capacity }) =>
        start !== '' && start < end && (capacity === null || capacity >= 1),
    )
    .map(({ start, end, capacity }) => ({ start, end, capacity }));
}

function problemsOf(data: object) {
  return 'problems' in data && Array.isArray(data.problems) ? data.problems : [];
}
