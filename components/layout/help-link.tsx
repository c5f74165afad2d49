import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';

/** What the pages of help say of something. */
const places = {
  confirm: '/help#confirm',
  credits: '/help#credits',
  availability: '/help/mentors#availability',
  requests: '/help/mentors#requests',
  proposing: '/help/mentors#proposing',
  byLink: '/help/mentors#by-link',
  giving: '/help/admins#credits',
  mails: '/help/admins#mails',
  people: '/help/admins#people',
  domains: '/help/admins#domains',
} as const;

/** To what the pages of help say of something, from where the question comes up. */
export function HelpLink({ about }: { about: keyof typeof places }) {
  const t = useTranslations('help');
  return (
    <Link
      href={places[about]}
      prefetch={false}
      className="text-link inline-flex min-h-11 items-center"
    >
      {t(`about_${about}`)}
    </Link>
  );
}
