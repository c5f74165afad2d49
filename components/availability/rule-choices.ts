/** What the lists of the booking rules offer, in minutes. */

const hour = 60;
const day = 24 * hour;
export const noticeChoices = [
  0,
  30,
  hour,
  2 * hour,
  4 * hour,
  12 * hour,
  day,
  2 * day,
  3 * day,
  7 * day,
];
export const termChoices = [0, 2 * hour, 6 * hour, 12 * hour, day, 2 * day, 3 * day, 7 * day];
export const stepChoices = [5, 10, 15, 20, 30, 45, 60, 90, 120];
export const bufferChoices = [0, 5, 10, 15, 20, 30, 45, 60, 90, 120];
