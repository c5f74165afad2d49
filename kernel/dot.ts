/** Between facts on one line. A line may break behind the dot, never before it. */
export const DOT = '\u00A0· ';
