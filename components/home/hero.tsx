import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { HeroScene } from './hero-scene';
import { SearchForm } from './search-form';

export function Hero() {
  const t = useTranslations('home');
  const filters = [
    { href: '/mentors?free=week', label: t('filterWeek') },
    { href: '/mentors?language=fr', label: t('filterFrench') },
    { href: '/mentors?language=en', label: t('filterEnglish') },
    { href: '/mentors?format=video', label: t('filterVideo') },
  ];
  return (
    <section className="page-width grid items-center gap-8 pt-10 pb-12 lg:grid-cols-12 lg:gap-12 lg:pt-14 lg:pb-16">
      <div className="lg:col-span-7">
        <h1 className="text-4xl sm:text-5xl">{t('headline')}</h1>
        <p className="text-muted mt-4 max-w-form text-lg">{t('lead')}</p>
        <div className="mt-7">
          <SearchForm />
        </div>
        <nav aria-label={t('filtersLabel')} className="mt-4">
          <ul className="flex flex-wrap gap-2">
            {filters.map(({ href, label }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  className="reacts bg-surface hover:border-green hover:text-green inline-flex min-h-11 items-center rounded-md border px-4 text-sm font-medium"
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="hidden lg:col-span-5 lg:block">
        <HeroScene />
      </div>
    </section>
  );
}
