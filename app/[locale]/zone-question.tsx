import { getTranslations } from 'next-intl/server';
import { connection } from 'next/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ZoneQuestion as Question } from '@/components/layout/zone-question';
import { Alert } from '@/components/ui/alert';
import { readFlash } from '@/lib/action-kit/flash';
import { getOtherTimeZone, getPageTimeZone } from '@/lib/auth/session';
import type { chooseTimeZoneAction } from '@/lib/settings/actions';

type ChosenState = Awaited<ReturnType<typeof chooseTimeZoneAction>>;

/**
 * On pages with times: "You are in Paris now: show Paris times?", where that has not been asked there.
 * @param flash where times can be read in another zone as well: what became of it without JavaScript
 */
export async function ZoneQuestion({ flash }: { flash?: string | string[] }) {
  await connection();
  const [chosen, there, timeZone, t] = await Promise.all([
    readFlash<ChosenState>('choose-time-zone', flash),
    getOtherTimeZone({ now: Date.now() }),
    getPageTimeZone(),
    getTranslations('booking'),
  ]);
  if (chosen.status === 'invalid') {
    return (
      <div className="mb-5">
        <Alert tone="warning">{t('unknownZone')}</Alert>
      </div>
    );
  }
  if (there === null) return null;
  return (
    <MessagesProvider namespaces={['zoneQuestion']}>
      <Question {...{ timeZone, there }} />
    </MessagesProvider>
  );
}
