'use client';

import { useTranslations } from 'next-intl';
import type { MeetingFormat } from '@/domain/bookings';
import { ChoiceGroup } from '@/components/ui/choice-group';
import { TextField } from '@/components/ui/text-field';
import type { BookableVariant } from '@/components/slots/panel-data';

/** How to meet. The number and the place show with their format, by style alone: no script is needed. */
export function FormatFields({
  variant,
  settled,
  sent,
  errorOf,
}: {
  variant: BookableVariant;
  /** Of the session that is joined: it is no longer a choice. */
  settled: MeetingFormat | null;
  sent: (field: string) => string;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations('booking');
  const formats = settled === null ? variant.formats : [settled];
  const [only] = formats;
  const isFixed = formats.length === 1 && only !== undefined;
  const chosen = formats.find((format) => format === sent('format')) ?? only;
  // A group that meets in person already has its place, and so has a mentor with an address.
  const asksPlace = settled === null && !variant.hasAddress;

  return (
    <div className="flex flex-col gap-4">
      {isFixed ? (
        <p className="text-sm">
          <input type="hidden" name="format" value={only} />
          <span className="font-semibold">{t('format')}</span>{' '}
          {t(settled === null ? 'formatOnly' : 'formatSettled', { format: only })}
        </p>
      ) : (
        <ChoiceGroup
          legend={t('format')}
          name="format"
          required
          defaultValue={chosen}
          choices={formats.map((format) => ({
            value: format,
            label: t('formatShort', { format }),
          }))}
          error={errorOf('format')}
        />
      )}
      {formats.includes('phone') && (
        <div className={isFixed ? '' : 'hidden group-has-[[value=phone]:checked]/details:block'}>
          <TextField
            label={t('phone')}
            description={t('phoneWhy', { name: variant.mentorName })}
            name="phone"
            type="tel"
            autoComplete="tel"
            maxLength={40}
            defaultValue={sent('phone')}
            error={errorOf('phone')}
          />
        </div>
      )}
      {formats.includes('in_person') && (
        <div
          className={isFixed ? '' : 'hidden group-has-[[value=in_person]:checked]/details:block'}
        >
          {asksPlace ? (
            <TextField
              label={t('place')}
              description={t('placeWhy')}
              name="place"
              maxLength={200}
              defaultValue={sent('place')}
              error={errorOf('place')}
            />
          ) : (
            <p className="text-muted text-sm">{t('placeLater', { name: variant.mentorName })}</p>
          )}
        </div>
      )}
    </div>
  );
}
