/** The page where credits are bought, without its language. */
export const creditsPath = '/credits';
