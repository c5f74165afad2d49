/** Hours that a mentor has to answer a request, unless the session starts sooner. */
export const answerHours = 48;

/** Minutes after the start from which a side that has not come in may be called absent. */
export const absentMinutes = 10;

/** Minutes after booking in which cancelling and moving are free of any notice. */
export const graceMinutes = 15;
