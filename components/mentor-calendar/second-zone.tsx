'use client';

import { useTranslations } from 'next-intl';
import { ZonePicker } from '@/components/forms/zone-picker';
import { isTimeZone } from '@/kernel/time/zone-names';

/** A zone beside the mentor's own. */
export function SecondZone({
  zone,
  onChange,
}: {
  zone: string | null;
  onChange: (zone: string | null) => void;
}) {
  const t = useTranslations('mentorCalendar');
  return (
    <div className="w-full max-w-80">
      <ZonePicker
        label={t('secondZone')}
        description={t('secondZoneHint')}
        defaultValue={zone ?? ''}
        onPick={(picked) => {
          if (picked === '' || isTimeZone(picked)) onChange(picked || null);
        }}
      />
    </div>
  );
}
