import { useTranslations } from 'next-intl';
import { choiceQuery } from '@/components/slots/booking-address';
import { written } from '@/components/ui/written';
import { VariantLink } from './variant-link';

/** A service as it can be chosen here; the mentor page's loader has more of it. */
interface Service {
  id: string;
  title: string;
  description: string;
  writtenIn: string;
  capacity: number;
  variants: { id: string; durationMinutes: number; priceCredits: number }[];
}

/** The services with their lengths and prices; each is a link that shows its times, where there are any. */
export function ServiceChoice({
  services,
  chosenVariantId,
  path,
  day,
  link,
}: {
  services: Service[];
  chosenVariantId: string | null;
  /** The page that shows the times, without its language; null: there are none to lead to. */
  path: string | null;
  /** The day that is shown: another length is looked for on the same. */
  day: string | null;
  /** By which the services are reached; null: everybody sees them. */
  link: string | null;
}) {
  const t = useTranslations('mentorPage');
  return (
    <ul className="mt-4 flex flex-col gap-3">
      {services.map((service) => {
        const isChosen = path !== null && service.variants.some(({ id }) => id === chosenVariantId);
        return (
          <li
            key={service.id}
            className={`bg-surface rounded-lg border p-5 ${isChosen ? 'border-green ring-green ring-1 ring-inset' : ''}`}
          >
            <h3
              className="font-sans text-lg font-semibold tracking-normal"
              {...written(service.writtenIn)}
            >
              {service.title}
            </h3>
            {service.capacity > 1 && (
              <p className="text-gold-ink text-sm font-medium">
                {t('group', { count: service.capacity })}
              </p>
            )}
            {service.description !== '' && (
              <p className="text-muted mt-1 text-sm" {...written(service.writtenIn)}>
                {service.description}
              </p>
            )}
            <ul className="mt-3.5 flex flex-wrap gap-2">
              {service.variants.map((variant) => (
                <li key={variant.id}>
                  <VariantLink
                    href={path && path + choiceQuery({ link, variant: variant.id, day })}
                    variantId={variant.id}
                    isChosen={isChosen && variant.id === chosenVariantId}
                  >
                    {t('minutes', { count: variant.durationMinutes })}
                    <span className="text-xs font-normal">
                      {t('price', { count: variant.priceCredits })}
                    </span>
                  </VariantLink>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
