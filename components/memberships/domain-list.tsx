import { useLocale, useTranslations } from 'next-intl';
import { Tag, type TagTone } from '@/components/ui/tag';
import { formatDateTime } from '@/kernel/time/format';
import type { ListedDomain } from '@/lib/memberships/schema/domains';
import { ChangeDomain } from './change-domain';

const tones: Record<ListedDomain['state'], TagTone> = {
  waiting: 'highlight',
  expired: 'neutral',
  proved: 'success',
};

/** An organization's domains, with how far the proof of each is. */
export function DomainList({
  domains,
  organization,
  timeZone,
}: {
  domains: ListedDomain[];
  organization: { id: string; slug: string };
  timeZone: string;
}) {
  const t = useTranslations('domains');
  const mails = useTranslations('memberships');
  const place = { locale: useLocale(), timeZone };
  return (
    <ul className="divide-y border-y">
      {domains.map(({ id, domain, state, at, mailStatus }) => {
        const isFailed = mailStatus === 'failed' || mailStatus === 'skipped';
        const isShown = state !== 'proved' && mailStatus !== null;
        return (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4">
            <div className="flex min-w-0 flex-col items-start gap-1">
              <p className="font-semibold wrap-anywhere">{domain}</p>
              <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
              <p className="text-muted text-sm">
                {t(`at.${state}`, { when: formatDateTime(at, place, { withYear: true }) })}
              </p>
              {isShown && (
                <p className={`text-sm ${isFailed ? 'text-red' : 'text-muted'}`}>
                  {mails(`invitations.status.${mailStatus}`)}
                </p>
              )}
            </div>
            <ChangeDomain
              organization={organization}
              domainId={id}
              domain={domain}
              isProved={state === 'proved'}
            />
          </li>
        );
      })}
    </ul>
  );
}
