import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DOT } from '@/kernel/dot';
import { written } from '@/components/ui/written';

/** What a mentor offers, and what they still lack, as those who look after them read it. */
export function MentorOffer({
  services,
  checklist,
}: {
  services: {
    id: string;
    title: string;
    description: string;
    writtenIn: string;
    variants: { id: string; durationMinutes: number; priceCredits: number }[];
  }[];
  checklist: { step: string; isDone: boolean }[];
}) {
  const t = useTranslations('overseenMentors');
  const page = useTranslations('mentorPage');
  const hasHours = checklist.some(({ step, isDone }) => step === 'availability' && isDone);
  return (
    <section aria-labelledby="offer" className="mt-8 flex flex-col gap-4">
      <h2 id="offer" className="text-2xl">
        {t('offer')}
      </h2>
      {services.length === 0 && <p className="text-muted">{t('noServices')}</p>}
      {services.map(({ id, title, description, writtenIn, variants }) => (
        <Card key={id} as="article">
          <h3 className="text-lg font-semibold break-words" {...written(writtenIn)}>
            {title}
          </h3>
          {description !== '' && (
            <p className="mt-2 break-words whitespace-pre-line" {...written(writtenIn)}>
              {description}
            </p>
          )}
          <ul className="text-muted mt-3 flex flex-col gap-1 text-sm">
            {variants.map(({ id: variantId, durationMinutes, priceCredits }) => (
              <li key={variantId}>
                {page('minutes', { count: durationMinutes })}
                {DOT}
                {page('price', { count: priceCredits })}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <p className="text-muted text-sm">{t(hasHours ? 'hasHours' : 'noHours')}</p>
    </section>
  );
}
