'use client';

import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { WindowDraft } from '@/domain/availability';
import { KeptForm } from '@/components/forms/kept-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { Button } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { saveWeeklyWindowsAction } from '@/lib/availability/actions/save-weekly-windows';
import { readRows, type WindowRow } from '@/lib/availability/schema/posted-rows';
import { windowProblems } from '@/lib/availability/rules/window-problems';
import { availabilityPath } from '@/lib/availability/constants';
import { useDraft } from './draft';
import { NotSaved } from './not-saved';
import { WeekPresets } from './week-presets';
import { WeekdayHours } from './weekday-hours';
import {
  addRow,
  changeRow,
  copyDay,
  inWeekOrder,
  rowsOf,
  rowsOfDay,
  weekdays,
} from './window-rows';

export type WeeklyState = Awaited<ReturnType<typeof saveWeeklyWindowsAction>>;

/** The week's hours, all of them in one form. */
export function WeeklyForm({
  windows,
  mentorTimeZone,
  first,
}: {
  windows: readonly WindowDraft[];
  mentorTimeZone: string;
  first: WeeklyState;
}) {
  const t = useTranslations('availability');
  const draft = useDraft();
  const newKey = useNewKeys();
  const form = useActionForm(saveWeeklyWindowsAction, { first });
  const { state } = form;
  const sent = 'values' in first && first.values['start'] ? readRows(first.values) : null;
  const rows = draft.rows ?? sent ?? rowsOf(windows);
  const problems = windowProblems(rows, mentorTimeZone).filter(
    // An empty field is no problem while it is being filled in.
    ({ problem }) => problem !== 'required' || state.status === 'refused',
  );
  const setRows = (changed: WindowRow[]) => draft.setRows(inWeekOrder(changed));
  const problemsOf = (key: string) => problems.filter(({ row }) => rows[row]?.key === key);

  return (
    <KeptForm form={form} path={`${availabilityPath}#weekly`} className="@container">
      <NotSaved state={state} />
      <WeekPresets newKey={newKey} onPick={setRows} />
      {weekdays.map((day) => (
        <WeekdayHours
          key={day}
          day={day}
          rows={rowsOfDay(rows, day)}
          problemsOf={problemsOf}
          onChange={(key, change) => setRows(changeRow(rows, key, change))}
          onRemove={(key) => setRows(rows.filter((row) => row.key !== key))}
          onAdd={() => setRows(addRow(rows, day, newKey()))}
          onCopy={(days) => setRows(copyDay(rows, day, days, newKey))}
        />
      ))}
      <p className="text-muted hidden text-sm noscript:block">{t('emptyRowHint')}</p>
      <div className="flex flex-wrap items-center gap-3 border-t pt-5">
        <SubmitButton>{t('saveWeek')}</SubmitButton>
        {draft.rows !== null && (
          <Button variant="ghost" onClick={() => draft.setRows(null)}>
            {t('undo')}
          </Button>
        )}
      </div>
    </KeptForm>
  );
}

let made = 0;

/** Keys for rows that are made in the browser, none twice. */
function useNewKeys(): () => string {
  const id = useId();
  return () => `${id}-${String((made += 1))}`;
}
