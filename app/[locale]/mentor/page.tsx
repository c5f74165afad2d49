import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { loadRequestCount } from '@/lib/bookings/loaders/requests';
import { localizedPath } from '@/i18n/routing';

export const instant = false;

/** The workspace's address leads to what waits for an answer, else to the calendar. */
export default async function WorkspacePage() {
  const [locale, waiting] = await Promise.all([getLocale(), loadRequestCount()]);
  redirect(localizedPath(waiting > 0 ? '/mentor/requests' : '/mentor/calendar', locale));
}
