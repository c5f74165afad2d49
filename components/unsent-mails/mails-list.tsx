import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { ButtonLink } from '@/components/ui/button-link';
import { Pagination } from '@/components/ui/pagination';
import { mailsPerPage, type UnsentMail, type UnsentMailsView } from '@/lib/unsent-mails/schema';
import { MailCard } from './mail-card';
import { RetryButton } from './retry-button';
import { unsentMailsHref } from './unsent-mails-href';

/** The mails of one state, with what can be done with all of them, and the pages. */
export function MailsList({
  organization,
  view,
  mails,
  total,
  retriable,
  timeZone,
}: {
  organization: { id: string; slug: string };
  view: UnsentMailsView;
  mails: UnsentMail[];
  /** Of this state, as far as is counted. */
  total: number;
  retriable: number;
  timeZone: string;
}) {
  const t = useTranslations('unsentMails');
  const { state } = view;
  if (mails.length === 0) {
    return total > 0 ? (
      <EmptyState
        title={t('emptyPageTitle')}
        actions={
          <ButtonLink href={unsentMailsHref(organization.slug, { state })}>
            {t('firstPage')}
          </ButtonLink>
        }
      >
        {t('emptyPageText')}
      </EmptyState>
    ) : (
      <EmptyState title={t(`empty.${state}.title`)}>{t(`empty.${state}.text`)}</EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">{t(`about.${state}`)}</p>
      {state === 'failed' && retriable > 1 && (
        <div>
          <RetryButton organization={organization} count={retriable} />
        </div>
      )}
      <ul className="flex flex-col gap-4">
        {mails.map((mail) => (
          <MailCard key={mail.id} {...{ organization, mail, state, timeZone }} />
        ))}
      </ul>
      <Pagination
        page={view.page}
        pageCount={Math.ceil(total / mailsPerPage)}
        hrefFor={(page) => unsentMailsHref(organization.slug, { state, page })}
      />
    </div>
  );
}
