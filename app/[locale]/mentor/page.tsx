import { getLocale } from 'next-intl/server';
import { redirect } from 'next/navigation';
import { localizedPath } from '@/i18n/routing';

/** The workspace's address leads to its first page. */
export default async function WorkspacePage() {
  redirect(localizedPath('/mentor/calendar', await getLocale()));
}
