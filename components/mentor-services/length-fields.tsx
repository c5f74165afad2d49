import { useTranslations } from 'next-intl';
import { errorCode, sentOr } from '@/components/mentor-workspace/sent-values';
import { useFieldError } from '@/components/mentor-workspace/use-field-error';
import { TextField } from '@/components/ui/text-field';
import type { ServiceState } from '@/lib/services/schema';

/** A length and its price, side by side where there is room. */
export function LengthFields({
  state,
  saved,
}: {
  state: ServiceState;
  saved: { durationMinutes: string; priceCredits: string };
}) {
  const t = useTranslations('mentorServices');
  const fieldError = useFieldError();
  const field = (name: keyof typeof saved) => ({
    name,
    type: 'number',
    inputMode: 'numeric' as const,
    required: true,
    defaultValue: sentOr(state, name, saved[name]),
    error: fieldError(errorCode(state, name)),
  });
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        {...field('durationMinutes')}
        label={t('length')}
        description={t('lengthHelp')}
        min={5}
        max={480}
        step={5}
      />
      <TextField
        {...field('priceCredits')}
        label={t('credits')}
        description={t('creditsHelp')}
        min={0}
        max={100_000}
      />
    </div>
  );
}
