import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { ServiceForm } from '@/components/mentor-services/service-form';
import { NoMentorYet } from '@/components/mentor-workspace/no-mentor-yet';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { ownLanguages } from '../../own-languages';
import { readFlash } from '@/lib/action-kit/flash';
import { getViewer } from '@/lib/auth/session';
import type { ServiceState } from '@/lib/services/schema';

// A form that works without JavaScript: nothing of it stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mentorServices');
  return { title: t('newTitle'), robots: { index: false } };
}

export default async function NewServicePage({
  searchParams,
}: PageProps<'/[locale]/mentor/services/new'>) {
  const [{ flash }, t, questions, locale] = await Promise.all([
    searchParams,
    getTranslations('mentorServices'),
    getTranslations('questions'),
    getLocale(),
  ]);
  const viewer = await getViewer();
  if (!viewer) return <SignInFirst about="workspace" next="/mentor/services/new" isPlain />;
  if (!viewer.isMentor) return <NoMentorYet />;
  const first = await readFlash<ServiceState>('create-service', flash);
  return (
    <div className="max-w-prose pt-4">
      <Breadcrumb
        items={[{ label: t('back'), href: '/mentor/services' }, { label: t('newTitle') }]}
      />
      <h1 className="mt-2 mb-6 text-3xl sm:text-4xl">{t('newTitle')}</h1>
      <MessagesProvider namespaces={['mentorServices', 'workspace', 'bookingFormat']}>
        <ServiceForm
          service={null}
          languages={ownLanguages(locale, [locale])}
          writtenIn={locale}
          first={first}
        />
        <p className="text-muted mt-4 text-sm">{questions('afterwards')}</p>
      </MessagesProvider>
    </div>
  );
}
