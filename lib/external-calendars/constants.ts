/** The page of a mentor's calendars elsewhere, without its language. */
export const calendarsPath = '/mentor/availability/calendars';

export const mostNameLetters = 80;
