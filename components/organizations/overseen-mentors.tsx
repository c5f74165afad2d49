import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { TabLinks } from '@/components/ui/tab-links';
import { TextField } from '@/components/ui/text-field';
import { written } from '@/components/ui/written';
import { mentorStandings } from '@/domain/mentors';
import { Link } from '@/i18n/navigation';
import { localizedPath } from '@/i18n/routing';
import { overseenPath } from '@/lib/mentors/constants';
import type { OverseenMentor, OverseenView } from '@/lib/mentors/schema/overseen';
import { portraitSrc } from '@/lib/portraits/constants';
import { overseenHref } from './overseen-href';
import { StandingTag } from './standing-tag';

/** An organization's mentors for those who look after them: by state and name, page by page. */
export function OverseenMentors({
  organization,
  view,
  mentors,
  hasMore,
  waiting,
}: {
  /** Its slug. */
  organization: string;
  view: OverseenView;
  mentors: OverseenMentor[];
  hasMore: boolean;
  /** How many wait for approval. */
  waiting: number;
}) {
  const t = useTranslations('overseenMentors');
  const locale = useLocale();
  const { q, state } = view;
  const last = mentors.at(-1);
  return (
    <div className="flex flex-col gap-5">
      <TabLinks
        label={t('states')}
        tabs={[null, ...mentorStandings].map((standing) => ({
          href: overseenHref(organization, { q, state: standing }),
          label: standing === null ? t('all') : t(`standing.${standing}`),
          isCurrent: state === standing,
          ...(standing === 'waiting' && waiting > 0 && { count: waiting }),
        }))}
      />
      <search>
        <form
          action={localizedPath(overseenPath(organization), locale)}
          className="flex flex-wrap items-end gap-3"
        >
          {state !== null && <input type="hidden" name="state" value={state} />}
          <div className="min-w-0 grow sm:max-w-xs">
            <TextField name="q" type="search" label={t('search')} defaultValue={q} maxLength={80} />
          </div>
          <Button type="submit" variant="secondary">
            {t('searchNow')}
          </Button>
        </form>
      </search>
      {mentors.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {mentors.map((mentor) => (
            <Row key={mentor.id} organization={organization} mentor={mentor} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-3 empty:hidden">
        {view.after !== null && (
          <ButtonLink href={overseenHref(organization, { q, state })} variant="secondary">
            {t('fromStart')}
          </ButtonLink>
        )}
        {hasMore && last && (
          <ButtonLink
            href={overseenHref(organization, { q, state, after: last.id })}
            variant="secondary"
          >
            {t('more')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

function Row({ organization, mentor }: { organization: string; mentor: OverseenMentor }) {
  const { slug, name, portraitId, headline, standing } = mentor;
  return (
    <li className="bg-surface relative flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border p-4">
      <Avatar name={name} seed={slug} src={portraitSrc(portraitId, 'small')} isLazy />
      <span className="min-w-0 grow basis-40">
        <Link
          href={overseenPath(organization, slug)}
          prefetch={false}
          className="font-semibold break-words after:absolute after:inset-0"
          {...written()}
        >
          {name}
        </Link>
        <span className="text-muted block text-sm break-words" {...written()}>
          {headline}
        </span>
      </span>
      <StandingTag standing={standing} />
    </li>
  );
}
