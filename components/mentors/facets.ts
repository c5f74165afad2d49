export interface MentorFacet {
  value: string;
  /** How many mentors have it. */
  count: number;
}

export interface SkillFacet extends MentorFacet {
  /** In the reader's language. */
  name: string;
}

/** What the list can be filtered by, the most frequent first. */
export interface MentorFacets {
  skills: SkillFacet[];
  languages: MentorFacet[];
}
