'use server';

import { createTranslator } from 'next-intl';
import { localizedPath } from '@/i18n/routing';
import { userAction } from '@/lib/action-kit/builders';
import { env } from '@/kernel/env';
import en from '@/messages/en.json' with { type: 'json' };
import fr from '@/messages/fr.json' with { type: 'json' };
import { topUpForm } from './schema';
import { creditsPath } from '@/lib/top-ups/constants';
import { startTopUp } from './service';

const catalogues = { en, fr };

/** Leads to Stripe's page for paying one of the packs. */
export const topUpAction = userAction({
  schema: topUpForm,
  flash: 'top-up',
  limitByPerson: 'top_up_by_person',
  run: async ({ input: { credits }, viewer, locale, now }) => {
    const messages = catalogues[locale];
    const t = createTranslator({ locale, messages, namespace: 'topUps' });
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
