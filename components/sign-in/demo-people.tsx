import { useTranslations } from 'next-intl';
import { signInAsDemoPersonAction } from '@/lib/auth/actions';
import { PostButton } from './post-button';

/** For developers: somebody of the demo with one click. Empty, and so nothing, in production. */
export function DemoPeople({
  people,
  next,
}: {
  people: { email: string; name: string; who: 'mentee' | 'mentor' | 'admin' }[];
  next: string;
}) {
  const t = useTranslations('signIn');
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="demo-people" className="border-t pt-5">
      <h2 id="demo-people" className="text-lg">
        {t('demoTitle')}
      </h2>
      <p className="text-muted text-sm">{t('demoText')}</p>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2">
        {people.map(({ email, name, who }) => (
          <li key={email}>
            <PostButton
              action={signInAsDemoPersonAction}
              fields={{ email, next }}
              variant="secondary"
            >
              <span className="flex flex-col">
                {name}
                <span className="text-muted text-xs font-normal">{t(who)}</span>
              </span>
            </PostButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
