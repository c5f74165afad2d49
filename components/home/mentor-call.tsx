import { useTranslations } from 'next-intl';
import { Link } from '@/i18n/navigation';
import { ArrowRightIcon } from '@/components/ui/icons';

/** The proverb that the product is named after, and an invitation to those who have walked the road. */
export function MentorCall() {
  const t = useTranslations('home');
  return (
    <section className="page-width pt-4 pb-4">
      <div className="bg-cloth-green text-cloth-paper grid gap-8 rounded-2xl p-6 sm:p-10 lg:grid-cols-2 lg:gap-16">
        <figure>
          <blockquote className="font-serif text-2xl text-balance sm:text-3xl">
            {t('proverb')}
          </blockquote>
          <figcaption className="mt-4 text-sm">{t('proverbSource')}</figcaption>
        </figure>
        <div className="lg:self-end">
          <h2 className="text-2xl">{t('mentorTitle')}</h2>
          <p className="mt-2">{t('mentorText')}</p>
          <Link
            href="/mentor/profile"
            prefetch={false}
            className="reacts bg-cloth-paper text-cloth-green focus-visible:outline-cloth-gold mt-5 inline-flex min-h-12 items-center gap-2 rounded-md px-5 font-semibold hover:opacity-90"
          >
            {t('mentorButton')}
            <ArrowRightIcon />
          </Link>
        </div>
      </div>
    </section>
  );
}
