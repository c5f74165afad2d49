/** The page where an organization's admins give credits, without its language. */
export const grantsPath = '/admin/credits';

/** Credits that one person is given at once. */
export const mostCredits = 100_000;

/** People that one file gives to. */
export const mostRows = 500;

/** Bytes of such a file: two lines of text a person. */
export const mostFileBytes = 200 * 1024;

export const mostReasonLetters = 200;
