/**
 * For an element around words of a person: which language they are in, where that is known, so that they
 * are read aloud as what they are; and that their first letters decide which way they run.
 */
export function written(language?: string | null) {
  return { lang: language ?? undefined, dir: 'auto' } as const;
}
