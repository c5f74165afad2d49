import { connection } from 'next/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ZoneQuestion as Question } from '@/components/layout/zone-question';
import { getOtherTimeZone, getPageTimeZone } from '@/lib/auth/session';

/** On pages with times: "You are in Paris now: show Paris times?", where that has not been asked there. */
export async function ZoneQuestion() {
  await connection();
  const [there, timeZone] = await Promise.all([
    getOtherTimeZone({ now: Date.now() }),
    getPageTimeZone(),
  ]);
  if (there === null) return null;
  return (
    <MessagesProvider namespaces={['zoneQuestion']}>
      <Question {...{ timeZone, there }} />
    </MessagesProvider>
  );
}
