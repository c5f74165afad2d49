'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ActionForm } from '@/components/forms/action-form';
import { useActionForm } from '@/components/forms/use-action-form';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { chooseTimeZoneAction } from '@/lib/settings/actions';
import { commonTimeZones } from '@/kernel/time/common-zones';
import { timeZoneCity } from '@/kernel/time/format';

/** "Change": another zone to read times in. Without JavaScript a short list. */
export function ZonePicker({ timeZone, from }: { timeZone: string; from: string }) {
  const t = useTranslations('booking');
  const locale = useLocale();
  const details = useRef<HTMLDetailsElement>(null);
  const form = useActionForm(chooseTimeZoneAction, {
    onDone: () => {
      if (!details.current) return;
      details.current.open = false;
      details.current.querySelector('summary')?.focus();
    },
  });
  const [zones, setZones] = useState<readonly string[]>(commonTimeZones);
  const listed = zones.includes(timeZone) ? zones : [timeZone, ...zones];
  const options = listed
    .map((zone) => ({ zone, city: timeZoneCity({ locale, timeZone: zone }) }))
    .toSorted((a, b) => a.city.localeCompare(b.city, locale));

  return (
    <details
      ref={details}
      className="group open:basis-full"
      // The browser knows some four hundred zones; they are not worth sending with every page.
      onToggle={() => setZones(Intl.supportedValuesOf('timeZone'))}
    >
      <summary className="text-ink inline-flex min-h-11 cursor-pointer list-none items-center rounded-sm underline underline-offset-4">
        {t('changeZone')}
      </summary>
      <ActionForm form={form} path={from} className="flex flex-wrap items-end gap-2 pb-2">
        <div className="min-w-0 flex-1 basis-52">
          <Select label={t('zoneLabel')} name="timeZone" defaultValue={timeZone} key={timeZone}>
            {options.map(({ zone, city }) => (
              <option key={zone} value={zone}>
                {city}
              </option>
            ))}
          </Select>
        </div>
        <SubmitButton variant="secondary">{t('showThere')}</SubmitButton>
      </ActionForm>
    </details>
  );
}
