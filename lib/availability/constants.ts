export const mostSeats = 500;

/** Days that the preview shows at a time. */
export const previewLength = 14;

/** The page of a mentor's hours and rules, without its language. */
export const availabilityPath = '/mentor/availability';
