import { useLocale, useTranslations } from 'next-intl';
import Form from 'next/form';
import type { BookingStatus } from '@/domain/bookings';
import { ButtonLink } from '@/components/ui/button-link';
import { ChevronDownIcon } from '@/components/ui/icons';
import { Select } from '@/components/ui/select';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextField } from '@/components/ui/text-field';
import { localizedPath } from '@/i18n/routing';
import type { BookingsView } from '@/lib/bookings/schema/booking';
import { bookingsHref, isFiltered } from './bookings-href';

/** A confirmed session that is over but not yet closed is past, too. */
const statesOf: Record<BookingsView['when'], readonly BookingStatus[]> = {
  upcoming: ['held', 'pending', 'confirmed', 'in_progress'],
  past: ['confirmed', 'completed', 'no_show', 'cancelled', 'expired'],
};

/** By state and by day. A form that leads to an address, so that it works before any script. */
export function BookingFilters({ view }: { view: BookingsView }) {
  const t = useTranslations('bookings');
  const state = useTranslations('bookingStatus');
  const locale = useLocale();
  return (
    <details open={isFiltered(view)} className="bg-surface group rounded-lg border">
      <summary className="reacts hover:bg-sunken flex min-h-12 cursor-pointer list-none items-center rounded-lg px-5 font-semibold">
        {t('filters')}
        <ChevronDownIcon className="text-muted ml-auto size-5 group-open:rotate-180" />
      </summary>
      {/* Other filters are another form: the fields take their first values from the address. */}
      <Form
        key={bookingsHref(view)}
        action={localizedPath('/bookings', locale)}
        className="grid items-end gap-4 px-5 pt-2 pb-5 sm:grid-cols-3"
      >
        {view.when !== 'upcoming' && <input type="hidden" name="when" value={view.when} />}
        {view.as !== 'both' && <input type="hidden" name="as" value={view.as} />}
        <Select label={t('filterState')} name="status" defaultValue={view.status ?? ''}>
          <option value="">{t('anyState')}</option>
          {statesOf[view.when].map((status) => (
            <option key={status} value={status}>
              {state(status)}
            </option>
          ))}
        </Select>
        <TextField label={t('filterFrom')} name="from" type="date" defaultValue={view.from ?? ''} />
        <TextField label={t('filterTo')} name="to" type="date" defaultValue={view.to ?? ''} />
        <div className="flex flex-wrap gap-3 sm:col-span-3">
          <SubmitButton size="sm">{t('apply')}</SubmitButton>
          {isFiltered(view) && (
            <ButtonLink
              href={bookingsHref({ when: view.when, as: view.as })}
              variant="ghost"
              size="sm"
            >
              {t('clear')}
            </ButtonLink>
          )}
        </div>
      </Form>
    </details>
  );
}
