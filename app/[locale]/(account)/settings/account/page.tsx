import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AskToLeaveForm, type AskToLeaveState } from '@/components/account/ask-to-leave-form';
import { DeviceList, type SignOutDeviceState } from '@/components/account/device-list';
import { OwnNameForm, type OwnNameState } from '@/components/account/own-name-form';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { readFlash } from '@/lib/action-kit/flash';
import { accountPath } from '@/lib/account/constants';
import { loadAccount } from '@/lib/account/loaders';

// It works without JavaScript, so nothing of it may wait under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account');
  return { title: t('title'), robots: { index: false } };
}

export default async function AccountPage({
  searchParams,
}: PageProps<'/[locale]/settings/account'>) {
  const [query, account, t] = await Promise.all([
    searchParams,
    loadAccount(),
    getTranslations('account'),
  ]);
  if (!account) return <SignInFirst about="settings" next={accountPath} isPlain />;
  const { name, email, devices, timeZone } = account;
  const [named, signedOut, asked] = await Promise.all([
    readFlash<OwnNameState>('name-user', query.flash),
    readFlash<SignOutDeviceState>('sign-out-device', query.flash),
    readFlash<AskToLeaveState>('ask-to-leave', query.flash),
  ]);
  return (
    <div className="page-width max-w-prose pb-16">
      <Breadcrumb items={[{ label: t('settings'), href: '/settings' }, { label: t('title') }]} />
      <PageHeader title={t('title')} description={t('description', { email })} />
      {query.named !== undefined && (
        <div className="mb-5">
          <ArrivalAlert key={name} tone="success" title={t('nameSaved')} />
        </div>
      )}
      <MessagesProvider namespaces={['account']}>
        <div className="flex flex-col gap-5">
          <Card as="section">
            <h2 className="mb-4 text-xl">{t('nameTitle')}</h2>
            <OwnNameForm name={name} first={named} />
          </Card>
          <Card as="section">
            <h2 className="text-xl">{t('devicesTitle')}</h2>
            <p className="text-muted mt-1 mb-2 text-sm">{t('devicesText')}</p>
            <DeviceList {...{ devices, timeZone }} first={signedOut} />
          </Card>
          <Card as="section">
            <h2 className="text-xl">{t('leaveTitle')}</h2>
            <p className="text-muted mt-1 mb-4">{t('leaveText')}</p>
            <AskToLeaveForm first={asked} />
          </Card>
        </div>
      </MessagesProvider>
    </div>
  );
}
