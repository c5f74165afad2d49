'use client';

import { useTranslations } from 'next-intl';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { buttonClass } from '@/components/ui/button-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { runSessionAction } from '@/lib/bookings/actions/run-session';
import type { SessionStep } from '@/lib/bookings/schema/booking';

export type RunState = Awaited<ReturnType<typeof runSessionAction>>;

/** What a side can say of the session now, each as one button. */
export function RunForm({
  bookingId,
  steps,
  name,
  absence,
  isMain,
  first,
  onDone,
}: {
  bookingId: string;
  steps: SessionStep[];
  /** The other side. */
  name: string;
  /** What becomes of the price when they did not come; null for what is free. */
  absence: string | null;
  /** Whether the first of them is what the panel is for now. */
  isMain: boolean;
  first?: RunState;
  /** Where the page stays as it is; else the answer leads to the booking's. */
  onDone?: () => void;
}) {
  const t = useTranslations('running');
  const words = useTranslations('bookingPage');
  const form = useActionForm(runSessionAction, { first, onDone });
  return (
    <ActionForm
      form={form}
      path={`/bookings/${bookingId}`}
      fields={onDone ? { bookingId, stay: 'yes' } : { bookingId }}
      className="flex flex-col gap-3"
    >
      <RefusedAlert
        state={form.state}
        title={words('refusedTitle')}
        words={({ reason }) => words(`refused_${reason}`)}
      />
      {steps.map((step, place) =>
        step === 'no_show' ? (
          // It cannot be taken back, so it takes a second press; also without a script.
          <details key={step}>
            <summary className={buttonClass({ variant: 'ghost', wide: true })}>
              {t('no_show', { name })}
            </summary>
            <div className="my-3 text-sm">
              <p>{t('no_showSure', { name })}</p>
              {absence !== null && <p className="mt-1">{absence}</p>}
            </div>
            <SubmitButton name="step" value={step} variant="danger" wide>
              {t('no_showYes')}
            </SubmitButton>
          </details>
        ) : (
          <SubmitButton
            key={step}
            name="step"
            value={step}
            variant={isMain && place === 0 ? 'primary' : 'secondary'}
            wide
          >
            {t(step, { name })}
          </SubmitButton>
        ),
      )}
    </ActionForm>
  );
}
