import { useLocale, useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import {
  type Audience,
  audiences,
  helpPath,
  type HelpPicture,
  pictureFile,
  pictureSides,
  pictureWidths,
  topics,
} from './topics';

/** What one audience asks most, each with a picture of the page that it is about. */
export function HelpPage({
  audience,
  supportEmail,
}: {
  audience: Audience;
  /** Null: nobody is spoken of. */
  supportEmail: string | null;
}) {
  const t = useTranslations('help');
  return (
    <div className="page-width pb-16">
      <PageHeader title={t('title')} description={t(`lead_${audience}`)} />
      <TabLinks
        label={t('audiences')}
        tabs={audiences.map((one) => ({
          href: helpPath(one),
          label: t(`for_${one}`),
          isCurrent: one === audience,
        }))}
      />
      <nav aria-label={t('contents')} className="mt-6">
        <ul className="flex flex-wrap gap-x-6">
          {topics[audience].map(({ id, key }) => (
            <li key={id}>
              <a href={`#${id}`} className="text-link inline-flex min-h-11 items-center">
                {t(`${key}Title`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {topics[audience].map(({ id, key, picture }) => (
        <section
          key={id}
          id={id}
          aria-labelledby={`${id}-title`}
          className="mt-10 grid scroll-mt-6 gap-x-12 gap-y-5 lg:grid-cols-2"
        >
          <div className="max-w-prose">
            <h2 id={`${id}-title`} className="text-2xl">
              {t(`${key}Title`)}
            </h2>
            {t(`${key}Text`)
              .split('\n')
              .map((paragraph) => (
                <p key={paragraph} className="mt-3">
                  {paragraph}
                </p>
              ))}
          </div>
          {picture && <Picture name={picture} />}
        </section>
      ))}
      {supportEmail !== null && (
        <section aria-labelledby="contact-title" className="mt-10 max-w-prose">
          <h2 id="contact-title" className="text-2xl">
            {t('contactTitle')}
          </h2>
          <p className="mt-3">
            {t('contactText')}{' '}
            <a href={`mailto:${supportEmail}`} className="text-link">
              {supportEmail}
            </a>
          </p>
        </section>
      )}
    </div>
  );
}

function Picture({ name }: { name: HelpPicture }) {
  const t = useTranslations('help');
  const locale = useLocale();
  return (
    // Its files have their final size, so there is nothing left for an image server to do.
    <img
      src={pictureFile(name, locale, pictureWidths[0])}
      srcSet={pictureWidths
        .map((width) => `${pictureFile(name, locale, width)} ${width}w`)
        .join(', ')}
      sizes="(min-width: 64rem) 34rem, (min-width: 43rem) 40rem, calc(100vw - 2rem)"
      {...pictureSides}
      loading="lazy"
      decoding="async"
      alt={t(`picture_${name}`)}
      className="h-auto w-full max-w-160 self-start rounded-lg border"
    />
  );
}
