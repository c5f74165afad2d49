import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { Tag } from '@/components/ui/tag';
import { written } from '@/components/ui/written';
import { portraitSrc } from '@/lib/portraits/constants';

const strong = { b: (chunks: ReactNode) => <b className="text-ink font-semibold">{chunks}</b> };

/** Who a mentor is, at a glance. */
export function MentorHeader({
  name,
  slug,
  portraitId,
  headline,
  city,
  languages,
  writtenIn,
  sessionsGiven,
}: {
  name: string;
  slug: string;
  /** Null: no picture. */
  portraitId: string | null;
  headline: string;
  city: string;
  /** ISO 639 codes. */
  languages: string[];
  writtenIn: string;
  sessionsGiven: number;
}) {
  const t = useTranslations('mentorPage');
  const locale = useLocale();
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const spoken = languages.map((code) => names.of(code) ?? code);
  return (
    <header>
      <div className="flex items-center gap-4 sm:gap-6">
        <Avatar name={name} seed={slug} size="lg" src={portraitSrc(portraitId, 'large')} />
        <div className="min-w-0">
          <h1 className="text-3xl sm:text-4xl" {...written()}>
            {name}
          </h1>
          <p className="text-muted mt-1.5 text-lg" {...written(writtenIn)}>
            {headline}
          </p>
        </div>
      </div>
      <ul className="text-muted mt-5 flex flex-wrap gap-x-6 gap-y-2 text-sm">
        {city !== '' && <li>{city}</li>}
        <li>{t.rich('sessionsGiven', { count: sessionsGiven, ...strong })}</li>
        {spoken.length > 0 && (
          <li>
            {t.rich('speaks', {
              languages: new Intl.ListFormat(locale, { type: 'unit' }).format(spoken),
              ...strong,
            })}
          </li>
        )}
      </ul>
    </header>
  );
}

/** What a mentor says about themselves, and what they know. */
export function MentorAbout({
  bio,
  writtenIn,
  skills,
}: {
  bio: string;
  writtenIn: string;
  skills: string[];
}) {
  const t = useTranslations('mentorPage');
  const paragraphs = bio.split(/\n{2,}/).filter((text) => text.trim() !== '');
  if (paragraphs.length === 0 && skills.length === 0) return null;
  return (
    <section aria-label={t('about')} className="mt-8 sm:mt-10">
      <h2 className="text-2xl">{t('about')}</h2>
      {paragraphs.map((text) => (
        <p key={text} className="mt-4 max-w-prose whitespace-pre-line" {...written(writtenIn)}>
          {text}
        </p>
      ))}
      {skills.length > 0 && (
        <ul aria-label={t('skillsHeading')} className="mt-5 flex flex-wrap gap-2">
          {skills.map((skill) => (
            <li key={skill}>
              <Tag>{skill}</Tag>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
