'use server';

import { getTranslations } from 'next-intl/server';
import { localizedPath } from '@/i18n/routing';
import { userAction } from '@/lib/action-kit/builders';
import { env } from '@/kernel/env';
import { topUpForm } from './schema';
import { creditsPath } from '@/lib/top-ups/constants';
import { startTopUp } from './service';

/** Leads to Stripe's page for paying one of the packs. */
export const topUpAction = userAction({
  schema: topUpForm,
  flash: 'top-up',
  limitByPerson: 'top_up_by_person',
  run: async ({ input: { credits }, viewer, locale, now }) => {
    const t = await getTranslations({ locale, namespace: 'topUps' });
    return startTopUp({
      userId: viewer.id,
      email: viewer.email,
      credits,
      title: t('title', { count: credits }),
      locale,
      returnTo: (result, topUpId) => {
        const query = new URLSearchParams({ top_up: result, id: topUpId });
        return `${env.APP_URL}${localizedPath(`${creditsPath}?${query.toString()}`, locale)}`;
      },
      now,
    });
  },
  leadsTo: ({ value }) => new URL(value.url),
});
