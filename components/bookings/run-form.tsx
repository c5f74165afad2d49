'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Alert } from '@/components/ui/alert';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { runSessionAction } from '@/lib/bookings/actions/run-session';
import type { SessionDeed } from '@/lib/bookings/schema/booking';
import { FormOrigin } from './form-origin';
import { refusalText } from './refusal-text';

export type RunState = Awaited<ReturnType<typeof runSessionAction>>;

/** What a side can say of the session now, each as one button. */
export function RunForm({
  bookingId,
  deeds,
  name,
  absence,
  isMain,
  first,
}: {
  bookingId: string;
  deeds: SessionDeed[];
  /** The other side. */
  name: string;
  /** What becomes of the price when they did not come; null for what is free. */
  absence: string | null;
  /** Whether the first of them is what the panel is for now. */
  isMain: boolean;
  first: RunState;
}) {
  const t = useTranslations('running');
  const words = useTranslations('bookingPage');
  const locale = useLocale();
  const [state, action] = useActionState(runSessionAction, first);
  return (
    <form action={action} className="flex flex-col gap-3">
      <FormOrigin locale={locale} path={`/bookings/${bookingId}`} />
      <input type="hidden" name="bookingId" value={bookingId} />
      {state.status === 'refused' && (
        <Alert tone="danger" title={words('refusedTitle')}>
          {refusalText(state, words)}
        </Alert>
      )}
      {deeds.map((deed, place) =>
        deed === 'no_show' ? (
          // It cannot be taken back, so it takes a second press; also without a script.
          <details key={deed}>
            <summary className={buttonClass({ variant: 'ghost', wide: true })}>
              {t('no_show', { name })}
            </summary>
            <div className="my-3 text-sm">
              <p>{t('no_showSure', { name })}</p>
              {absence !== null && <p className="mt-1">{absence}</p>}
            </div>
            <SubmitButton name="deed" value={deed} variant="danger" wide>
              {t('no_showYes')}
            </SubmitButton>
          </details>
        ) : (
          <SubmitButton
            key={deed}
            name="deed"
            value={deed}
            variant={isMain && place === 0 ? 'primary' : 'secondary'}
            wide
          >
            {t(deed, { name })}
          </SubmitButton>
        ),
      )}
    </form>
  );
}
