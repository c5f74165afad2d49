import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-style';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { Tag } from '@/components/ui/tag';
import { moveServiceAction } from '@/lib/services/actions/edit-services';
import type { OfferedService, OwnService } from '@/lib/services/schema';
import { DOT } from '@/kernel/dot';
import { MoveButtons } from './move-buttons';
import { ServiceButton } from './service-button';

/** What a mentor offers, in the order in which visitors see it. */
export function ServiceList({ services }: { services: OfferedService[] }) {
  const t = useTranslations('mentorServices');
  return (
    <ul aria-label={t('list')} className="flex flex-col gap-3">
      {services.map((service, place) => (
        <Card as="li" key={service.id}>
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <ServiceFacts service={service} />
            <MoveButtons
              action={moveServiceAction}
              path="/mentor/services"
              ids={{ serviceId: service.id }}
              title={service.title}
              place={place}
              count={services.length}
            />
          </div>
          <div className="mt-3 flex flex-wrap gap-2 border-t pt-3">
            <ButtonLink
              href={`/mentor/services/${service.id}`}
              variant="secondary"
              size="sm"
              aria-label={t('editLabel', { title: service.title })}
            >
              {t('edit')}
            </ButtonLink>
            <ServiceButton act="copy" serviceId={service.id} title={service.title} />
            <ArchiveButton service={service} />
          </div>
        </Card>
      ))}
    </ul>
  );
}

/** Where sessions of it are booked, what becomes of them is said first. */
function ArchiveButton({ service: { id, title, bookedAhead } }: { service: OfferedService }) {
  const t = useTranslations('mentorServices');
  const button = <ServiceButton act="archive" serviceId={id} title={title} />;
  if (bookedAhead === 0) return button;
  return (
    <details>
      <summary
        aria-label={t('archiveLabel', { title })}
        className={buttonClass({ variant: 'ghost', size: 'sm' })}
      >
        {t('archive')}
      </summary>
      <p className="max-w-prose py-2 text-sm">{t('archiveBooked', { count: bookedAhead })}</p>
      {button}
    </details>
  );
}

/** What is offered no more, and the way back. */
export function ArchivedServices({ services }: { services: OwnService[] }) {
  const t = useTranslations('mentorServices');
  if (services.length === 0) return null;
  return (
    <section aria-labelledby="archived" className="mt-10">
      <h2 id="archived" className="text-xl">
        {t('archived')}
      </h2>
      <p className="text-muted mt-1 text-sm">{t('archivedText')}</p>
      <ul className="mt-3 divide-y border-y">
        {services.map(({ id, title }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="text-muted min-w-0">{title}</span>
            <ServiceButton act="restore" serviceId={id} title={title} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ServiceFacts({ service }: { service: OwnService }) {
  const t = useTranslations('mentorServices');
  const formats = useTranslations('bookingFormat');
  return (
    <div className="min-w-0 flex-1 basis-64">
      <h2 className="font-sans text-lg font-semibold tracking-normal">{service.title}</h2>
      <p className="text-muted text-sm">
        {[
          ...(service.sessionType === 'other' ? [] : [t(`type_${service.sessionType}`)]),
          ...(service.capacity > 1 ? [t('group', { count: service.capacity })] : []),
          ...(service.formats ?? []).map((format) => formats(format)),
        ].join(DOT)}
      </p>
      {service.linkToken !== null && (
        <p className="mt-2">
          <Tag tone="highlight">{t('byLink')}</Tag>
        </p>
      )}
      {service.variants.length === 0 ? (
        <p className="text-gold-ink mt-3 text-sm font-medium">{t('noLength')}</p>
      ) : (
        <ul className="mt-3 flex flex-wrap gap-2">
          {service.variants.map(({ id, durationMinutes, priceCredits }) => (
            <li key={id}>
              <Tag>
                <span className="tabular-nums">{t('minutes', { count: durationMinutes })}</span>
                <span className="font-normal">{t('price', { count: priceCredits })}</span>
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
