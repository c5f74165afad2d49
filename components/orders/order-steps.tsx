import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StepIndicator } from '@/components/ui/step-indicator';

/** Where in the steps of booking somebody is: at the details, or done. */
export function OrderSteps({
  isDone = false,
  children,
}: {
  isDone?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('booking');
  return (
    <div className="flex flex-col gap-5">
      <StepIndicator
        label={t('steps')}
        steps={[t('stepTime'), t('stepDetails'), t('stepDone')]}
        current={isDone ? 2 : 1}
      />
      {children}
    </div>
  );
}
