import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ReminderOff } from '@/components/settings/reminder-off';
import { ReminderOffForm, type ReminderOffState } from '@/components/settings/reminder-off-form';
import { readFlash } from '@/lib/action-kit/flash';
import { loadReminderOffLink } from '@/lib/reminders/loaders';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reminderOff');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** Behind "turn this reminder off" in a mail. Mail scanners open links, so it takes the button. */
export default async function UnsubscribePage({
  params,
  searchParams,
}: PageProps<'/[locale]/unsubscribe/[token]'>) {
  const [{ token }, { flash, done }] = await Promise.all([params, searchParams]);
  const [link, first] = await Promise.all([
    loadReminderOffLink(token),
    readFlash<ReminderOffState>('turn-reminder-off', flash),
  ]);
  return (
    <ReminderOff kind={link?.kind ?? null} isDone={done !== undefined}>
      <MessagesProvider namespaces={['reminderOff']}>
        <ReminderOffForm token={token} first={first} />
      </MessagesProvider>
    </ReminderOff>
  );
}
