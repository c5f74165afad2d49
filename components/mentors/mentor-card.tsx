import { mentorPath } from '@/domain/mentors';
import { publicSlug } from '@/domain/organizations';
import { useLocale, useTranslations } from 'next-intl';
import { choiceQuery } from '@/components/slots/booking-address';
import { Avatar } from '@/components/ui/avatar';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-style';
import { Card } from '@/components/ui/card';
import { written } from '@/components/ui/written';
import { Link } from '@/i18n/navigation';
import type { MentorCard as Mentor } from '@/lib/mentors/schema';
import { portraitSrc } from '@/lib/portraits/constants';
import { DOT } from '@/kernel/dot';
import { languageNames } from './language-name';
import { NextSlot } from './next-slot';
import { NotBookableNote } from './not-bookable-note';
import { SkillTags } from './skill-tags';

/** One mentor of a list. The name's link covers the card; "Book" lies above it. */
export function MentorCard({
  mentor,
  now,
  viewerTimeZone,
  isOfMany,
}: {
  mentor: Mentor;
  /** Epoch milliseconds. */
  now: number;
  viewerTimeZone: string | null;
  isOfMany: boolean;
}) {
  const t = useTranslations('mentorCard');
  const locale = useLocale();
  const href = mentorPath(mentor);
  const { nextSlot: next } = mentor;
  const chosen = next ? { variant: next.variantId, slot: next.at } : {};
  const bookHref = `${href}${choiceQuery(chosen)}#times`;
  const languages = languageNames(mentor.languages, locale);

  return (
    <Card as="article" className="relative flex h-full flex-col gap-3.5">
      <div className="flex items-center gap-3.5">
        <Avatar
          name={mentor.name}
          seed={mentor.slug}
          src={portraitSrc(mentor.portraitId, 'small')}
          isLazy
        />
        <div className="min-w-0">
          <h3 className="text-lg">
            <Link
              href={href}
              prefetch={false}
              className="after:absolute after:inset-0"
              {...written()}
            >
              {mentor.name}
            </Link>
          </h3>
          <p className="text-muted line-clamp-2 text-sm">
            <span {...written(mentor.writtenIn)}>{mentor.headline}</span>
            {mentor.city !== '' && `, ${mentor.city}`}
          </p>
          {isOfMany && mentor.organization !== publicSlug && (
            <p className="line-clamp-2 text-sm font-medium break-words" {...written()}>
              {mentor.organizationName}
            </p>
          )}
        </div>
      </div>
      <SkillTags skills={mentor.skills} />
      <p className="text-muted text-sm">
        {languages}
        {mentor.priceFrom !== null && (
          <>
            {languages && DOT}
            <span className="text-ink font-medium">
              {mentor.priceFrom === 0 ? t('noCharge') : t('from', { credits: mentor.priceFrom })}
            </span>
          </>
        )}
      </p>
      <div className="mt-auto flex items-center justify-between gap-3 border-t pt-3.5">
        {mentor.nextSlot === null ? (
          <NotBookableNote reason={mentor.notBookable} {...mentor} />
        ) : (
          <NextSlot
            at={mentor.nextSlot.at}
            now={now}
            mentorTimeZone={mentor.timeZone}
            viewerTimeZone={viewerTimeZone}
          />
        )}
        {mentor.notBookable === null ? (
          <ButtonLink
            href={bookHref}
            prefetch={false}
            rel="nofollow"
            size="sm"
            aria-label={t('bookWith', { name: mentor.name })}
            className="relative shrink-0"
          >
            {t('book')}
          </ButtonLink>
        ) : (
          <button
            type="button"
            disabled
            className={`relative shrink-0 ${buttonClass({ size: 'sm' })}`}
          >
            {t('book')}
          </button>
        )}
      </div>
    </Card>
  );
}
