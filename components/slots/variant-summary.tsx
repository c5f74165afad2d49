'use client';

import { useTranslations } from 'next-intl';
import type { MeetingFormat } from '@/domain/bookings';
import { written } from '@/components/ui/written';
import { DOT } from '@/kernel/dot';
import type { BookableVariant } from './panel-data';

/** "Mock interview · 60 min · Video or phone": one line of what is being booked. */
export function VariantSummary({
  variant,
  formats,
}: {
  variant: BookableVariant;
  formats?: MeetingFormat[];
}) {
  const t = useTranslations('booking');
  const facts = [
    t('minutes', { count: variant.durationMinutes }),
    ...(formats ?? variant.formats).map((format) => t('formatShort', { format })),
    ...(variant.capacity > 1 ? [t('groupOf', { count: variant.capacity })] : []),
  ];
  const dot = <span aria-hidden="true">{DOT}</span>;
  return (
    <ul className="text-muted flex flex-wrap gap-x-1.5 text-sm">
      <li>
        <span {...written(variant.writtenIn)}>{variant.serviceTitle}</span>
        {dot}
      </li>
      {facts.map((fact, index) => (
        <li key={fact}>
          {fact}
          {index < facts.length - 1 && dot}
        </li>
      ))}
    </ul>
  );
}
