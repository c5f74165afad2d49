'use client';

import { useTranslations } from 'next-intl';
import { useFormStatus } from 'react-dom';
import { ActionForm } from '@/components/forms/action-form';
import { RefusedAlert } from '@/components/forms/refused-alert';
import { useActionForm } from '@/components/forms/use-action-form';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { topUpAction } from '@/lib/top-ups/actions';
import { creditsPath } from '@/lib/top-ups/constants';

export type TopUpState = Awaited<ReturnType<typeof topUpAction>>;

/** What is sold, with its price in words. */
interface Offer {
  credits: number;
  price: string;
}

/** The packs that can be bought: each is a button that leads to the payment page. */
export function PackButtons({ packs, first }: { packs: Offer[]; first: TopUpState }) {
  const t = useTranslations('topUps');
  const form = useActionForm(topUpAction, { first });
  const { state } = form;
  return (
    <ActionForm form={form} path={creditsPath} className="flex flex-col gap-4">
      {state.status === 'invalid' ? (
        <Alert tone="danger" title={t('notOpened')}>
          {t('refused_not_offered')}
        </Alert>
      ) : (
        <RefusedAlert
          state={state}
          title={t('notOpened')}
          words={({ reason }) => t(`refused_${reason}`)}
        />
      )}
      <ul className="grid gap-3 sm:grid-cols-3">
        {packs.map((pack) => (
          <li key={pack.credits}>
            <PackButton {...pack} />
          </li>
        ))}
      </ul>
    </ActionForm>
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
