import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { SettingsForm, type SettingsState } from '@/components/settings/settings-form';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { ButtonLink } from '@/components/ui/button-link';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { accountPath } from '@/lib/account/constants';
import { loadSettings } from '@/lib/settings/loaders';
import { getBrowserZones } from '@/kernel/time/viewer-zone';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings');
  return { title: t('title'), robots: { index: false } };
}

export default async function SettingsPage({ searchParams }: PageProps<'/[locale]/settings'>) {
  const [query, settings, { device }, t] = await Promise.all([
    searchParams,
    loadSettings(),
    getBrowserZones(),
    getTranslations('settings'),
  ]);
  if (!settings) return <SignInFirst about="settings" next="/settings" isPlain={device === null} />;
  const state = await readFlash<SettingsState>('save-settings', query.flash);
  const saved = typeof query.saved === 'string' ? query.saved : null;
  return (
    <div className="page-width max-w-prose pb-16">
      <PageHeader title={t('title')} description={t('description')} />
      {saved !== null && (
        <div className="mb-5">
          <ArrivalAlert key={saved} tone="success" title={t('saved')} />
        </div>
      )}
      <MessagesProvider namespaces={['settings', 'zonePicker']}>
        <SettingsForm key={saved} settings={settings} first={state} />
      </MessagesProvider>
      <Card as="section" className="mt-5 flex flex-col items-start gap-4">
        <div>
          <h2 className="text-xl">{t('accountTitle')}</h2>
          <p className="text-muted mt-1 text-sm">{t('accountText')}</p>
        </div>
        <ButtonLink href={accountPath} variant="secondary" prefetch={false}>
          {t('account')}
        </ButtonLink>
      </Card>
    </div>
  );
}
