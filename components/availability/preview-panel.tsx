'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Select } from '@/components/ui/select';
import { noonOf } from '@/kernel/time/calendar';
import { localDay, timeZoneName } from '@/kernel/time/format';
import { AskTime } from './ask-time';
import { PreviewDays } from './preview-days';
import { usePreview } from './preview-state';
import { PreviewSteps } from './preview-steps';
import { PreviewTimes } from './preview-times';
import { TimeReasons } from './time-reasons';

/** Where the bar at the foot of a phone leads. */
export const previewId = 'preview';

/** The times that visitors get, day by day. One that is not offered says why. */
export function PreviewPanel() {
  const t = useTranslations('availability');
  const locale = useLocale();
  const headingId = useId();
  const preview = usePreview();
  const [asked, setAsked] = useState<number | null>(null);
  if (!preview) return <p className="text-muted">{t('previewNoService')}</p>;

  const { now, offer, offers, schedule, sessions, days, day, isDraft } = preview;
  const place = { locale, timeZone: schedule.timeZone };
  // An answer belongs to the day that it was asked on.
  const answered = asked !== null && localDay(asked, schedule.timeZone) === day?.day ? asked : null;
  const zone = timeZoneName(day?.times[0]?.start ?? noonOf(day?.day ?? ''), place);

  return (
    <Card as="section" id={previewId} aria-labelledby={headingId} isRaised>
      <h2 id={headingId} className="text-xl">
        {t('preview')}
      </h2>
      <p className="text-muted mt-1 mb-4 text-sm">
        {t(isDraft ? 'previewUnsaved' : 'previewSaved', { zone })}
      </p>
      <Select
        label={t('previewFor')}
        value={offer.variantId}
        onChange={(event) => preview.chooseOffer(event.target.value)}
      >
        {offers.map(({ variantId: id, title, durationMinutes }) => (
          <option key={id} value={id}>
            {t('previewOffer', { title, minutes: durationMinutes })}
          </option>
        ))}
      </Select>
      <PreviewSteps
        days={days}
        earlier={preview.earlier}
        later={preview.later}
        onShow={preview.showFrom}
      />
      {preview.state === 'loading' && (
        <p aria-live="polite" className="text-muted mt-4 text-sm">
          {t('previewLoading')}
        </p>
      )}
      {preview.state === 'failed' && (
        <div className="mt-4">
          <Alert tone="warning">
            <p>{t('previewFailed')}</p>
            <Button variant="ghost" size="sm" onClick={preview.reload}>
              {t('previewAgain')}
            </Button>
          </Alert>
        </div>
      )}
      {day && preview.state === 'there' && (
        <>
          <PreviewDays days={days} chosen={day.day} onChoose={preview.chooseDay} />
          <PreviewTimes day={day} place={place} asked={answered} onAsk={setAsked} />
          <TimeReasons asked={answered} telling={{ schedule, offer, now, sessions, place }} />
          <AskTime day={day.day} timeZone={schedule.timeZone} onAsk={setAsked} />
        </>
      )}
    </Card>
  );
}
