'use client';

import { useTranslations } from 'next-intl';
import { type OrderPolicy, orderPolicies } from '@/lib/orders/schema/order';

/** What is to happen when one of the times has gone meanwhile, in plain words. */
export function PolicyChoice({ chosen, isNeeded }: { chosen: string; isNeeded: boolean }) {
  const t = useTranslations('batch');
  const policy: OrderPolicy = orderPolicies.find((known) => known === chosen) ?? 'all';
  if (!isNeeded) return <input type="hidden" name="policy" value={policy} />;
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t('policy')}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {orderPolicies.map((value) => (
          <label
            key={value}
            className="reacts border-edge has-checked:border-green has-checked:bg-green-soft has-focus-visible:outline-green grid cursor-pointer grid-cols-[auto_1fr] content-start gap-x-3 rounded-md border p-4 has-focus-visible:outline-3 has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="policy"
              value={value}
              defaultChecked={value === policy}
              className="accent-green mt-0.5 size-5 shrink-0 cursor-pointer"
            />
            <span className="font-semibold">{t(`policy_${value}`)}</span>
            <span className="text-muted col-start-2 text-sm">{t(`policy_${value}Text`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
