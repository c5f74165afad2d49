import 'server-only';
import { getLocale } from 'next-intl/server';
import { cache } from 'react';
import { asViewer } from '@/db/viewer';
import { listSkills, type Skill } from '@/db/queries/skills';

/** Written by migrations alone, so a process reads it once. */
let vocabulary: Promise<Skill[]> | null = null;

/** The vocabulary of skills, by its English names. */
export function getVocabulary(): Promise<Skill[]> {
  vocabulary ??= asViewer(null, listSkills).catch((error: unknown) => {
    vocabulary = null;
    throw error;
  });
  return vocabulary;
}

/**
 * What a mentor's skill is called in the reader's language, given its id; a word of their own is called
 * what it is.
 */
export const getSkillNames = cache(async (): Promise<(skill: string) => string> => {
  const [locale, skills] = await Promise.all([getLocale(), getVocabulary()]);
  const names = new Map(
    skills.map(({ id, nameEn, nameFr }) => [id, locale === 'fr' ? nameFr : nameEn]),
  );
  return (skill) => names.get(skill) ?? skill;
});
