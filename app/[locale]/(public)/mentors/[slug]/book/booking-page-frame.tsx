import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ZoneQuestion } from '@/app/[locale]/zone-question';
import { MessagesProvider } from '@/components/layout/messages-provider';
import { AwayNotice } from '@/components/mentors/away-notice';
import { LinkVoid } from '@/components/mentors/link-void';
import { choiceQuery } from '@/components/slots/booking-address';
import { Alert } from '@/components/ui/alert';
import { Avatar } from '@/components/ui/avatar';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { Card } from '@/components/ui/card';
import { type MentorHandle, mentorPath } from '@/domain/mentors';
import { publicSlug } from '@/domain/organizations';
import { listPath } from '@/lib/mentors/rules/search';
import { portraitSrc } from '@/lib/portraits/constants';

/**
 * A page of the booking steps: whom it is about and the way back to them, then `children`, or why there
 * are none. `lead` is under the title, `foot` under all.
 */
export function BookingPageFrame({
  mentor,
  offersSomething,
  title,
  lead,
  foot,
  flash,
  children,
}: {
  mentor: MentorHandle & {
    name: string;
    portraitId: string | null;
    isViewer: boolean;
    takingBookings: boolean;
    awayMessage: string;
    resumesOn: string | null;
    link: string | null;
    isLinkVoid: boolean;
    writtenIn: string;
  };
  offersSomething: boolean;
  title: string;
  lead: ReactNode;
  foot?: ReactNode;
  /** Of the page's address. */
  flash: string | string[] | undefined;
  children: ReactNode;
}) {
  const t = useTranslations('mentorPage');
  const { name, organization, slug, link, takingBookings } = mentor;
  const isPublicOnes = organization === publicSlug;
  const page = `${mentorPath(mentor)}${link === null ? '' : choiceQuery({ link })}`;
  return (
    <div className="page-width max-w-form py-6">
      <Breadcrumb
        items={[
          {
            label: t('breadcrumbMentors'),
            href: listPath(isPublicOnes ? undefined : organization),
          },
          { label: name, href: page },
          { label: t('panelHeading') },
        ]}
      />
      <MessagesProvider namespaces={['booking', 'answers', 'basket', 'batch', 'zonePicker']}>
        <div className="mt-2 mb-6 flex items-center gap-4">
          <Avatar name={name} seed={slug} src={portraitSrc(mentor.portraitId, 'small')} />
          <div className="min-w-0">
            <h1 className="text-3xl">{title}</h1>
            {lead}
          </div>
        </div>
        {mentor.isLinkVoid && <LinkVoid name={name} />}
        <ZoneQuestion flash={flash} />
        <Card isRaised>
          {mentor.isViewer ? (
            <Alert>{t('ownPage')}</Alert>
          ) : takingBookings && offersSomething ? (
            children
          ) : (
            <AwayNotice
              name={name}
              message={takingBookings ? '' : mentor.awayMessage}
              resumesOn={mentor.resumesOn}
              writtenIn={mentor.writtenIn}
              offersNothing={takingBookings}
            />
          )}
        </Card>
      </MessagesProvider>
      {foot}
    </div>
  );
}
