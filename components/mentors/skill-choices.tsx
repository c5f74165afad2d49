import { useTranslations } from 'next-intl';
import { use } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Skeleton } from '@/components/ui/skeleton';
import type { MentorFacets } from './facets';

export function SkillChoices({
  facets,
  chosen,
  skillName,
}: {
  facets: Promise<MentorFacets>;
  chosen: string[];
  skillName: (skill: string) => string;
}) {
  const t = useTranslations('mentorList');
  const { skills } = use(facets);
  const rare = chosen.filter((skill) => skills.every(({ value }) => value !== skill));
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t('skill')}</legend>
      <div className="max-h-72 overflow-y-auto">
        {[...rare.map((value) => ({ value, name: skillName(value), count: null })), ...skills].map(
          ({ value, name, count }) => (
            <Checkbox
              key={value}
              name="skill"
              value={value}
              defaultChecked={chosen.includes(value)}
              label={
                <>
                  {name}
                  {count !== null && <span className="text-muted ml-2 text-sm">{count}</span>}
                </>
              }
            />
          ),
        )}
      </div>
    </fieldset>
  );
}

/** Stands in until the skills are known, so that a form sent early keeps what was chosen. */
export function KeptSkills({ chosen }: { chosen: string[] }) {
  return (
    <>
      {chosen.map((skill) => (
        <input key={skill} type="hidden" name="skill" value={skill} />
      ))}
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
      <Skeleton className="h-11 w-full" />
    </>
  );
}
