/** The page of those who run the installation, without its language. */
export const operatorPath = '/operator';
