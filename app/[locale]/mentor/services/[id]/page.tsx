import { mentorPath } from '@/domain/mentors';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { HelpLink } from '@/components/layout/help-link';
import { LinkCard } from '@/components/mentor-services/link-card';
import { QuestionList } from '@/components/mentor-services/question-list';
import { ServiceForm } from '@/components/mentor-services/service-form';
import { VariantList } from '@/components/mentor-services/variant-list';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { choiceQuery } from '@/components/slots/booking-address';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { siteUrl } from '@/i18n/alternates';
import { ownLanguages } from '../../own-languages';
import { readFlash } from '@/lib/action-kit/flash';
import { loadOwnService } from '@/lib/services/loaders';
import type { ServiceState } from '@/lib/services/schema';
import { NotFoundScene } from '@/components/layout/not-found-scene';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('mentorServices');
  return { title: t('title'), robots: { index: false } };
}

const outcomes = [
  'created',
  'saved',
  'length_added',
  'price',
  'length_archived',
  'link_renewed',
] as const;
const questionOutcomes = ['question_added', 'question_saved', 'question_archived'] as const;

export default async function ServicePage({
  params,
  searchParams,
}: PageProps<'/[locale]/mentor/services/[id]'>) {
  const [{ id }, { done, flash }, locale, t, questionWords] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('mentorServices'),
    getTranslations('questions'),
  ]);
  const loaded = await loadOwnService(id);
  if (loaded.status === 'signed_out') {
    return <SignInFirst about="workspace" next={`/mentor/services/${id}`} isPlain />;
  }
  if (loaded.status === 'missing') return <NotFoundScene />;
  const { service, mentor } = loaded;
  const left = (action: string) => readFlash<ServiceState>(action, flash);
  const editing = await left('edit-service');
  const lengths = {
    add: await left('add-variant'),
    price: await left('change-price'),
    archive: await left('archive-variant'),
  };
  const renewing = await left('renew-service-link');
  const questions = {
    add: await left('add-question'),
    edit: await left('edit-question'),
    move: await left('move-question'),
    archive: await left('archive-question'),
  };
  const outcome = outcomes.find((known) => known === done);
  const questionOutcome = questionOutcomes.find((known) => known === done);
  const outcomeText =
    (outcome && t(`done_${outcome}`)) ??
    (questionOutcome && questionWords(`done_${questionOutcome}`));
  const title = t('editTitle', { title: service.title });
  return (
    <div className="pt-4">
      <Breadcrumb
        items={[{ label: t('back'), href: '/mentor/services' }, { label: service.title }]}
      />
      <h1 className="mt-2 mb-6 text-3xl sm:text-4xl">{title}</h1>
      {outcomeText && (
        <div className="pb-5">
          <ArrivalAlert key={outcomeText} tone="success" title={outcomeText} />
        </div>
      )}
      <MessagesProvider namespaces={['mentorServices', 'questions', 'workspace', 'bookingFormat']}>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <ServiceForm
            key={service.id}
            service={service}
            languages={ownLanguages(locale, [service.writtenIn])}
            writtenIn={locale}
            first={editing}
          />
          <div className="flex flex-col gap-6">
            {service.linkToken !== null && (
              <LinkCard
                key={service.linkToken}
                serviceId={service.id}
                url={siteUrl(
                  `${mentorPath(mentor)}${choiceQuery({ link: service.linkToken })}`,
                  locale,
                )}
                isPublished={mentor.isPublished}
                help={<HelpLink about="byLink" />}
                first={renewing}
              />
            )}
            <VariantList service={service} first={lengths} />
            <QuestionList service={service} first={questions} />
          </div>
        </div>
      </MessagesProvider>
    </div>
  );
}
