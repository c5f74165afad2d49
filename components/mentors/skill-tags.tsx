import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';

const shown = 3;

/** The first skills of a mentor, and how many more there are. */
export function SkillTags({ skills }: { skills: string[] }) {
  const t = useTranslations('mentorCard');
  const hidden = skills.length - shown;
  if (skills.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {skills.slice(0, shown).map((skill) => (
        <li key={skill}>
          <Tag>{skill}</Tag>
        </li>
      ))}
      {hidden > 0 && (
        <li className="text-muted self-center px-1 text-sm">
          <span aria-hidden="true">+{hidden}</span>
          <span className="sr-only">{t('moreSkills', { count: hidden })}</span>
        </li>
      )}
    </ul>
  );
}
