/** The availability page's path, without its language. */
export const pagePath = '/mentor/availability';
