'use client';

import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useRouter } from '@/i18n/router';
import { localizedHref } from '@/i18n/routing';

/**
 * Put around React Aria widgets, near them: they follow the page's language instead of the
 * browser's (else hydration fails where the two differ), and their links use the app's router.
 */
export function AriaProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const router = useRouter();
  return (
    <I18nProvider locale={locale === 'en' ? 'en-GB' : 'fr-FR'}>
      <RouterProvider
        navigate={(path) => router.push(path)}
        useHref={(href) => localizedHref(href, locale)}
      >
        {children}
      </RouterProvider>
    </I18nProvider>
  );
}
