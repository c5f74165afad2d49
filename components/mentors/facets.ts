export interface MentorFacet {
  value: string;
  /** How many mentors have it. */
  count: number;
}

/** What the list can be filtered by, the most frequent first. */
export interface MentorFacets {
  skills: MentorFacet[];
  languages: MentorFacet[];
}
