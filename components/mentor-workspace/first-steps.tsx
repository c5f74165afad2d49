import { useTranslations } from 'next-intl';
import { CheckIcon } from '@/components/ui/everyday-icons';
import { Link } from '@/i18n/navigation';
import type { FirstStep } from '@/lib/mentors/rules/publishing';
import type { PublishingStep } from '@/lib/mentors/schema';

const places = {
  profile: '/mentor/profile',
  service: '/mentor/services',
  availability: '/mentor/availability',
} as const;

/** The way to a page that others can find, until it is: three places, and what is missing in each. */
export function FirstSteps({
  steps,
}: {
  steps: readonly { place: FirstStep; missing: PublishingStep[] }[];
}) {
  const t = useTranslations('mentorProfile');
  const isComplete = steps.every(({ missing }) => missing.length === 0);
  return (
    <section
      aria-labelledby="first-steps"
      className="bg-surface my-4 flex flex-col gap-3 rounded-lg border p-4"
    >
      <h2 id="first-steps" className="font-sans text-base font-semibold tracking-normal">
        {t(isComplete ? 'stepsComplete' : 'stepsTitle')}
      </h2>
      <ol className="grid gap-2 md:grid-cols-3">
        {steps.map(({ place, missing }, index) => (
          <li key={place} className="flex items-start gap-3">
            <span
              aria-hidden="true"
              className={`grid size-7 shrink-0 place-items-center rounded-full text-sm font-semibold ${missing.length === 0 ? 'bg-green text-on-green' : 'border-edge border-2'}`}
            >
              {missing.length === 0 ? <CheckIcon className="size-4" /> : index + 1}
            </span>
            <span className="min-w-0">
              <Link href={places[place]} prefetch={false} className="text-link block py-0.5">
                {t(`place_${place}`)}
                <span className="sr-only">
                  {t(missing.length === 0 ? 'stepDone' : 'stepMissing')}
                </span>
              </Link>
              {missing.length > 0 && (
                <span className="text-muted block text-sm">
                  {missing.map((step) => t(`step_${step}`)).join(' · ')}
                </span>
              )}
            </span>
          </li>
        ))}
      </ol>
      {isComplete && (
        <Link href="/mentor/profile" prefetch={false} className="text-link w-fit py-1">
          {t('stepsPublish')}
        </Link>
      )}
    </section>
  );
}
