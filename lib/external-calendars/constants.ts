export const mostNameLetters = 80;
