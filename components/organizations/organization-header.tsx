import { useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { Tag } from '@/components/ui/tag';
import { written } from '@/components/ui/written';
import { adminPath, mayAdminister, organizationPath } from '@/domain/organizations';
import type { OrganizationView } from '@/lib/organizations/schema';

/** What an organization is, at the top of its home. */
export function OrganizationHeader({ organization }: { organization: OrganizationView }) {
  const t = useTranslations('organizations');
  const { slug, name, description, website, role, isApproved, isClosed, isForEverybody } =
    organization;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-5 pt-8 pb-6 sm:pt-12">
      <div className="flex min-w-0 flex-col gap-5 sm:flex-row">
        <Avatar name={name} seed={slug} size="lg" />
        <div className="max-w-prose min-w-0">
          <h1 className="text-3xl break-words sm:text-4xl" {...written()}>
            {name}
          </h1>
          <p className="mt-3 flex flex-wrap gap-2">
            {isClosed ? (
              <Tag tone="danger">{t('closed')}</Tag>
            ) : (
              <>
                {!isApproved && <Tag tone="highlight">{t('notApproved')}</Tag>}
                <Tag>{t(isForEverybody ? 'forEverybody' : 'forMembers')}</Tag>
              </>
            )}
            {role !== null && <Tag tone="success">{t(`youAre.${role}`)}</Tag>}
          </p>
          {description !== '' && (
            <p className="mt-4 break-words whitespace-pre-line" {...written()}>
              {description}
            </p>
          )}
          {website !== '' && (
            <p className="mt-3">
              <a href={website} rel="nofollow noopener" className="text-link break-all">
                {website.replace(/^https:\/\//, '')}
              </a>
            </p>
          )}
        </div>
      </div>
      {role !== null && (
        <div className="flex flex-wrap gap-3">
          {mayAdminister(role) && (
            <ButtonLink href={adminPath(slug)} variant="secondary" prefetch={false}>
              {t('manage')}
            </ButtonLink>
          )}
          <ButtonLink href={`${organizationPath(slug)}/leave`} variant="ghost" prefetch={false}>
            {t('leave')}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}
