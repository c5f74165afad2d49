import { CheckIcon } from './everyday-icons';

/** Where one is in a few steps; `current` counts from 0. On a phone only the current one is named. */
export function StepIndicator({
  label,
  steps,
  current,
}: {
  label: string;
  steps: readonly string[];
  current: number;
}) {
  return (
    <ol aria-label={label} className="flex items-center gap-2">
      {steps.map((step, index) => {
        const isDone = index < current;
        const isCurrent = index === current;
        return (
          <li
            key={step}
            aria-current={isCurrent ? 'step' : undefined}
            className={`flex items-center gap-2 text-sm font-semibold ${isCurrent ? 'text-ink' : 'text-muted'}`}
          >
            {index > 0 && <span aria-hidden="true" className="bg-line h-px w-4 sm:w-8" />}
            <span
              className={`grid size-7 place-items-center rounded-full text-xs tabular-nums ${isDone ? 'bg-green-soft text-green' : isCurrent ? 'bg-green text-on-green' : 'bg-sunken'}`}
            >
              {isDone ? <CheckIcon className="size-4" /> : index + 1}
            </span>
            <span className={isCurrent ? '' : 'sr-only sm:not-sr-only'}>{step}</span>
          </li>
        );
      })}
    </ol>
  );
}
