import { useTranslations } from 'next-intl';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ServiceChoice } from '@/components/mentors/service-choice';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { HelpLink } from '@/components/layout/help-link';
import { PageHeader } from '@/components/ui/page-header';
import type { AddressChoice } from '@/components/slots/booking-address';
import type { MeetingFormat } from '@/domain/bookings';
import type { WeeksOfSlots } from '@/lib/slots/schema/weeks';
import type { ProposeState } from './propose-form';
import { ProposePanel } from './propose-panel';

interface Service {
  id: string;
  title: string;
  description: string;
  writtenIn: string;
  capacity: number;
  formats: MeetingFormat[];
  variants: { id: string; durationMinutes: number; priceCredits: number }[];
}

/** The page on which a mentor proposes one of their times: what, when, and to whom. */
export function ProposeView({
  page,
  form,
  address,
  requestId,
  first,
  now,
}: {
  /** The page, without its language. */
  page: string;
  form: {
    mentor: { name: string; timeZone: string; hasAddress: boolean; services: Service[] };
    chosen: { service: Service; variant: { id: string } } | null;
    weeks: WeeksOfSlots | null;
    mentee: { id: string; name: string | null } | null;
    timeZone: string;
  };
  address: AddressChoice;
  requestId: string;
  /** What a post without script left. */
  first: ProposeState;
  /** Epoch milliseconds. */
  now: number;
}) {
  const t = useTranslations('proposals');
  const { mentor, chosen, weeks, mentee, timeZone } = form;
  const name = mentee && (mentee.name ?? t('someone'));
  return (
    <>
      <PageHeader
        title={t('proposeTitle')}
        description={name === null ? t('proposeLead') : t('proposeTo', { name })}
        actions={<HelpLink about="proposing" />}
      />
      {chosen && weeks ? (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <section aria-labelledby="propose-service">
            <h2 id="propose-service" className="text-xl">
              {t('service')}
            </h2>
            <ServiceChoice
              services={mentor.services}
              chosenVariantId={chosen.variant.id}
              path={page}
              day={address.day}
              link={null}
            />
            {name !== null && <p className="text-muted mt-4 text-sm">{t('proposeLead')}</p>}
          </section>
          <MessagesProvider namespaces={['proposals', 'booking', 'zonePicker']}>
            <Card as="section" aria-labelledby="propose-time" isRaised>
              <h2 id="propose-time" className="mb-3 text-xl">
                {t('time')}
              </h2>
              <ProposePanel
                key={chosen.variant.id}
                page={page}
                variantId={chosen.variant.id}
                formats={chosen.service.formats}
                hasAddress={mentor.hasAddress}
                mentee={mentee}
                mentor={mentor}
                weeks={weeks}
                day={address.day}
                slot={address.slot}
                timeZone={timeZone}
                requestId={requestId}
                first={first}
                now={now}
              />
            </Card>
          </MessagesProvider>
        </div>
      ) : (
        <EmptyState
          title={t('chooseTime')}
          actions={<ButtonLink href="/mentor/services">{t('toServices')}</ButtonLink>}
        >
          {t('nothingToPropose')}
        </EmptyState>
      )}
    </>
  );
}
