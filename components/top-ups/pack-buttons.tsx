'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { useFormStatus } from 'react-dom';
import { FormOrigin } from '@/components/bookings/form-origin';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { topUpAction } from '@/lib/top-ups/actions';
import { creditsPath } from '@/lib/top-ups/schema';

export type TopUpState = Awaited<ReturnType<typeof topUpAction>>;

/** What is sold, with its price in words. */
interface Offer {
  credits: number;
  price: string;
}

/** The packs that can be bought: each is a button that leads to the payment page. */
export function PackButtons({ packs, first }: { packs: Offer[]; first: TopUpState }) {
  const [state, post] = useActionState(topUpAction, first);
  return (
    <form action={post} className="flex flex-col gap-4">
      <FormOrigin locale={useLocale()} path={creditsPath} />
      <NotOpened state={state} />
      <ul className="grid gap-3 sm:grid-cols-3">
        {packs.map((pack) => (
          <li key={pack.credits}>
            <PackButton {...pack} />
          </li>
        ))}
      </ul>
    </form>
  );
}

function PackButton({ credits, price }: Offer) {
  const t = useTranslations('topUps');
  const { pending, data } = useFormStatus();
  const isChosen = data?.get('credits') === String(credits);
  return (
    <Button
      type="submit"
      name="credits"
      value={credits}
      variant="secondary"
      size="sm"
      wide
      isPending={pending && isChosen}
      aria-disabled={pending || undefined}
      className="py-3 sm:py-5 [&>span]:w-full"
    >
      <span className="flex w-full items-baseline justify-between gap-x-3 px-1 text-base sm:flex-col sm:items-center sm:px-0">
        <span>{t('pack', { count: credits })}</span>
        <span className="text-green text-lg tabular-nums">{price}</span>
      </span>
    </Button>
  );
}

/** Why no payment page was opened. */
function NotOpened({ state }: { state: TopUpState }) {
  const t = useTranslations('topUps');
  if (state.status === 'idle' || state.status === 'ok') return null;
  return (
    <Alert tone="danger" title={t('notOpened')}>
      {state.status === 'refused' && state.reason === 'rate_limited'
        ? t('tooOften')
        : state.status === 'refused' && state.reason === 'no_payment_page'
          ? t('noPaymentPage')
          : t('notOffered')}
    </Alert>
  );
}
