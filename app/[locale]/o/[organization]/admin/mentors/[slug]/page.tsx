import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ArrivalAlert } from '@/components/layout/arrival-alert';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { NotFoundScene } from '@/components/layout/not-found-scene';
import { MentorAbout, MentorHeader } from '@/components/mentors/mentor-header';
import { MentorLinks } from '@/components/mentors/mentor-links';
import { JudgeMentor } from '@/components/organizations/judge-mentor';
import { MentorOffer } from '@/components/organizations/mentor-offer';
import { StandingTag } from '@/components/organizations/standing-tag';
import { SignInFirst } from '@/components/sign-in/sign-in-first';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { getBrowserZones } from '@/kernel/time/viewer-zone';
import { readFlash } from '@/lib/action-kit/flash';
import { loadOverseenMentor } from '@/lib/mentors/loaders/overseen-mentors';
import { overseenPath } from '@/lib/mentors/constants';
import type { JudgeState } from '@/lib/mentors/schema/overseen';

// Forms that work without JavaScript: nothing of them stands under Suspense.
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('overseenMentors');
  return { title: t('title'), robots: { index: false } };
}

const outcomes = ['approved', 'sentBack', 'paused', 'resumed', 'appointed'] as const;

/** A mentor as the admins of their organization look at them, published or not. */
export default async function OverseenMentorPage({
  params,
  searchParams,
}: PageProps<'/[locale]/o/[organization]/admin/mentors/[slug]'>) {
  const [{ organization, slug }, { done, flash }, t] = await Promise.all([
    params,
    searchParams,
    getTranslations('overseenMentors'),
  ]);
  const [found, approve, sendBack, pause, resume] = await Promise.all([
    loadOverseenMentor(organization, slug),
    readFlash<JudgeState>('approve-mentor', flash),
    readFlash<JudgeState>('send-mentor-back', flash),
    readFlash<JudgeState>('pause-mentor', flash),
    readFlash<JudgeState>('resume-mentor', flash),
  ]);
  const path = overseenPath(organization, slug);
  if (found.status === 'signed_out') {
    return <SignInFirst next={path} isPlain={(await getBrowserZones()).device === null} />;
  }
  if (found.status === 'missing') return <NotFoundScene />;
  const { mentor } = found;
  const { standing, isPublished, isApproved, takingBookings } = mentor;
  const outcome = outcomes.find((known) => known === done);
  return (
    <div className="pt-6">
      <Breadcrumb
        items={[{ href: overseenPath(organization), label: t('title') }, { label: mentor.name }]}
      />
      {outcome && (
        <div className="pb-5">
          <ArrivalAlert key={outcome} tone="success" title={t(`done_${outcome}`)} />
        </div>
      )}
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <MentorHeader {...mentor} />
          <p className="mt-4">
            <StandingTag standing={standing} />
          </p>
          <MentorAbout {...mentor} />
          <MentorLinks links={mentor.links} />
          <MentorOffer services={mentor.services} checklist={mentor.checklist} />
        </div>
        <div className="flex flex-col gap-6">
          <MessagesProvider namespaces={['overseenMentors']}>
            <JudgeMentor
              mentorId={mentor.id}
              first={{ approve, sendBack, pause, resume }}
              {...{ path, isPublished, isApproved, takingBookings }}
            />
          </MessagesProvider>
        </div>
      </div>
    </div>
  );
}
