import { useLocale, useTranslations } from 'next-intl';
import Form from 'next/form';
import { Button } from '@/components/ui/button';
import { CheckIcon } from '@/components/ui/everyday-icons';
import { Select } from '@/components/ui/select';
import { localizedPath } from '@/i18n/routing';
import type { AvailabilityView, Holiday } from '@/lib/availability/schema/availability';
import { noonOf } from '@/kernel/time/calendar';
import { formatDay } from '@/kernel/time/format';
import { availabilityPath } from '@/lib/availability/constants';
import { ChangeDates } from './change-dates';

/** The public holidays of a country, to close with one press each, or all at once. */
export function Holidays({
  countries,
  country,
  holidays,
  overrides,
}: {
  countries: readonly { code: string; name: string }[];
  country: string;
  holidays: readonly Holiday[];
  overrides: AvailabilityView['overrides'];
}) {
  const t = useTranslations('availability');
  const locale = useLocale();
  const closed = new Set(
    overrides.filter(({ ranges }) => ranges.length === 0).map(({ date }) => date),
  );
  const open = holidays.filter(({ date }) => !closed.has(date));
  return (
    <>
      {/* The country is part of the page's address; with script nothing typed elsewhere is lost. */}
      <Form
        action={localizedPath(availabilityPath, locale)}
        scroll={false}
        className="flex max-w-form flex-wrap items-end gap-2"
      >
        <div className="min-w-0 flex-1 basis-52">
          <Select label={t('country')} name="country" defaultValue={country} key={country}>
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </div>
        <Button type="submit" variant="secondary">
          {t('showHolidays')}
        </Button>
      </Form>
      {holidays.length === 0 && <p className="text-muted mt-4">{t('noHolidays')}</p>}
      <ul className="mt-4 divide-y">
        {holidays.map((holiday) => (
          <HolidayLine key={holiday.date} holiday={holiday} isClosed={closed.has(holiday.date)} />
        ))}
      </ul>
      {open.length > 1 && (
        <div className="mt-4">
          <ChangeDates
            dates={open.map(({ date }) => date)}
            change="closed"
            note={t('holidayNote')}
            part="holidays"
            variant="secondary"
          >
            {t('closeAll', { count: open.length })}
          </ChangeDates>
        </div>
      )}
    </>
  );
}

function HolidayLine({ holiday, isClosed }: { holiday: Holiday; isClosed: boolean }) {
  const t = useTranslations('availability');
  const { date, name } = holiday;
  const day = formatDay(noonOf(date), { locale: useLocale(), timeZone: 'UTC' }, { withYear: true });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 py-1.5">
      <span>
        <span className="block font-medium">{name}</span>
        <span className="text-muted block text-sm first-letter:uppercase">{day}</span>
      </span>
      {isClosed ? (
        <span className="text-green inline-flex min-h-11 items-center gap-1.5 px-3 text-sm font-semibold">
          <CheckIcon className="size-4" />
          {t('closed')}
        </span>
      ) : (
        <ChangeDates
          dates={[date]}
          change="closed"
          note={name}
          part="holidays"
          label={t('closeOn', { name, day })}
        >
          {t('close')}
        </ChangeDates>
      )}
    </li>
  );
}
