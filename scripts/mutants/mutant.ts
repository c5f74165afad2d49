/** A mistake that a person could make, and the tests of which one must fail when it is made. */
export type Mutant = {
  /** The mistake, in a few words. */
  name: string;
  /** Test files, from the project's folder. */
  tests: string[];
} & (
  | {
      /** The source file, from the project's folder. */
      file: string;
      /** What stands in it exactly once, and what the mistake makes of it. */
      before: string;
      after: string;
    }
  | {
      /** A statement that takes a guard out of each test's database. */
      sql: string;
    }
);

export type MutantGroup = { title: string; mutants: Mutant[] };
