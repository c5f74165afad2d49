import { useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { Avatar } from '@/components/ui/avatar';
import { Card } from '@/components/ui/card';
import { written } from '@/components/ui/written';
import type { DomainOffer } from '@/lib/memberships/schema/domains';
import { OfferForm, type OfferState, RefusedOffer } from './offer-form';

/** Organizations that have proved the domain of the viewer's address, and ask them to join. */
export function DomainOffers({
  offers,
  first,
}: {
  offers: DomainOffer[];
  /** What a post without script left. */
  first: OfferState;
}) {
  const t = useTranslations('domains');
  if (offers.length === 0 && first.status === 'idle') return null;
  return (
    <section aria-label={t('offer.label')} className="mb-8 flex flex-col gap-4">
      <MessagesProvider namespaces={['domains']}>
        <RefusedOffer state={first} />
        <ul className="grid gap-4 lg:grid-cols-2">
          {offers.map(({ organizationId, slug, name, description, domain }) => (
            <Card as="li" key={organizationId} className="flex flex-col gap-3">
              <div className="flex min-w-0 items-start gap-3">
                <Avatar name={name} seed={slug} />
                <div className="min-w-0">
                  <h2 className="text-xl wrap-anywhere">
                    {t('offer.title', { organization: name })}
                  </h2>
                  <p className="text-muted text-sm wrap-anywhere">{t('offer.why', { domain })}</p>
                </div>
              </div>
              {description !== '' && (
                <p className="line-clamp-3 wrap-anywhere" {...written()}>
                  {description}
                </p>
              )}
              <p className="text-muted text-sm">{t('offer.what')}</p>
              <div className="mt-auto pt-1">
                <OfferForm organizationId={organizationId} organization={name} />
              </div>
            </Card>
          ))}
        </ul>
      </MessagesProvider>
    </section>
  );
}
