import { useTranslations } from 'next-intl';
import { Tag, type TagTone } from '@/components/ui/tag';
import type { MentorStanding } from '@/domain/mentors';

const tones: Record<MentorStanding, TagTone> = {
  waiting: 'highlight',
  shown: 'success',
  paused: 'neutral',
  hidden: 'neutral',
};

export function StandingTag({ standing }: { standing: MentorStanding }) {
  const t = useTranslations('overseenMentors');
  return <Tag tone={tones[standing]}>{t(`standing.${standing}`)}</Tag>;
}
