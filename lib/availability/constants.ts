export const mostSeats = 500;

/** Days that the preview shows at a time. */
export const previewLength = 14;

/** Bookings outside the hours that the page has in full: it may be a year of them. */
export const mostOutside = 20;

/** The page of a mentor's hours and rules, without its language. */
export const availabilityPath = '/mentor/availability';
