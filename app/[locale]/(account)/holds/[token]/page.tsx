import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AnswerList } from '@/components/bookings/answer-list';
import { KeptSession } from '@/components/bookings/kept-session';
import { HoldUnknown } from '@/components/orders/hold-ended';
import { type HoldFormState, HoldPanel } from '@/components/orders/hold-panel';
import { HelpLink } from '@/components/layout/help-link';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { readFlash } from '@/lib/action-kit/flash';
import { loadHold } from '@/lib/orders/loaders/hold-link';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hold');
  // The address holds a secret: it is in no index, and no link from here tells where it came from.
  return { title: t('metaTitle'), robots: { index: false }, referrer: 'same-origin' };
}

/** Opening the link changes nothing, since mail scanners open links: the button does. */
export default async function HoldPage({
  params,
  searchParams,
}: PageProps<'/[locale]/holds/[token]'>) {
  const [{ token }, { flash }] = await Promise.all([params, searchParams]);
  const [hold, first] = await Promise.all([
    loadHold(token),
    readFlash<HoldFormState>('confirm-hold', flash),
  ]);
  return (
    <div className="page-width max-w-prose pt-8 pb-16">
      {hold ? (
        <MessagesProvider namespaces={['hold', 'bookingPage', 'bookingTimes']}>
          <HoldPanel
            key={token}
            token={token}
            hold={hold}
            first={first}
            summary={
              <KeptSession session={hold}>
                {hold.answers.length > 0 && <AnswerList answers={hold.answers} writtenIn={null} />}
              </KeptSession>
            }
          />
          <p className="mt-6">
            <HelpLink about="confirm" />
          </p>
        </MessagesProvider>
      ) : (
        <HoldUnknown />
      )}
    </div>
  );
}
