import { useTranslations } from 'next-intl';
import { LinkIcon } from '@/components/ui/icons';
import { linkName } from '@/lib/mentors/rules/links';

/** A mentor's pages elsewhere. Nobody has looked at them, so search engines get no word for them. */
export function MentorLinks({ links }: { links: string[] }) {
  const t = useTranslations('mentorPage');
  if (links.length === 0) return null;
  return (
    <ul aria-label={t('linksHeading')} className="mt-4 flex flex-wrap gap-x-6 gap-y-1">
      {links.map((link) => (
        <li key={link}>
          <a
            href={link}
            title={link}
            target="_blank"
            rel="nofollow noopener"
            className="text-link inline-flex min-h-11 items-center gap-2 break-all"
          >
            <LinkIcon className="size-4" />
            {linkName(link)}
          </a>
        </li>
      ))}
    </ul>
  );
}
