/** Questions that one service may ask, and options that one question may give. */
export const mostQuestions = 10;
