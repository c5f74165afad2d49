import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { portraitSrc } from '@/lib/portraits/schema';

/** Whom a page of the booking steps is about, and the way back to them. `children` is under the title. */
export function BookingPageHead({
  mentor: { name, slug, portraitId },
  title,
  children,
}: {
  mentor: { name: string; slug: string; portraitId: string | null };
  title: string;
  children: ReactNode;
}) {
  const t = useTranslations('mentorPage');
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('breadcrumbMentors'), href: '/mentors' },
          { label: name, href: `/mentors/${slug}` },
          { label: t('panelHeading') },
        ]}
      />
      <div className="mt-2 mb-6 flex items-center gap-4">
        <Avatar name={name} seed={slug} src={portraitSrc(portraitId, 'small')} />
        <div className="min-w-0">
          <h1 className="text-3xl">{title}</h1>
          {children}
        </div>
      </div>
    </>
  );
}
