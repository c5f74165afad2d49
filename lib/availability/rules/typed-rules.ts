import { type BookingRules, confirmationModes } from '@/domain/availability';
import { isTimeZone } from '@/kernel/time/zone-names';

/**
 * The rules as they stand in their form, for the preview; null while they make no sense. What is saved is
 * for the schema to say, which the browser does not load.
 */
export function typedRules(form: FormData): BookingRules | null {
  const textOf = (field: keyof BookingRules) => {
    const value = form.get(field);
    return typeof value === 'string' ? value.trim() : '';
  };
  const numberOf = (field: keyof BookingRules) =>
    textOf(field) === '' ? Number.NaN : Number(textOf(field));
  const capOf = (field: keyof BookingRules) => (textOf(field) === '' ? null : numberOf(field));
  const timeZone = textOf('timeZone');
  const confirmation = confirmationModes.find((mode) => mode === textOf('confirmation'));
  const minutes = {
    minimumNoticeMinutes: numberOf('minimumNoticeMinutes'),
    horizonDays: numberOf('horizonDays'),
    stepMinutes: numberOf('stepMinutes'),
    bufferBeforeMinutes: numberOf('bufferBeforeMinutes'),
    bufferAfterMinutes: numberOf('bufferAfterMinutes'),
    cancelNoticeMinutes: numberOf('cancelNoticeMinutes'),
    moveNoticeMinutes: numberOf('moveNoticeMinutes'),
    lateCancelPercent: numberOf('lateCancelPercent'),
    mostOpenEach: numberOf('mostOpenEach'),
    mostRequestsEach: numberOf('mostRequestsEach'),
  };
  const caps = {
    maxSessionsPerDay: capOf('maxSessionsPerDay'),
    maxSessionsPerWeek: capOf('maxSessionsPerWeek'),
  };
  // A step or a horizon of nothing would never end, or never begin.
  const isSound =
    Object.values(minutes).every((value) => Number.isInteger(value) && value >= 0) &&
    Object.values(caps).every(
      (value) => value === null || (Number.isInteger(value) && value > 0),
    ) &&
    minutes.stepMinutes >= 5 &&
    minutes.mostOpenEach >= 1 &&
    minutes.mostRequestsEach >= 1 &&
    minutes.horizonDays >= 1 &&
    minutes.horizonDays <= 365;
  if (!isSound || confirmation === undefined || !isTimeZone(timeZone)) return null;
  return { timeZone, ...minutes, ...caps, confirmation };
}
