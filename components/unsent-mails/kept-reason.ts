/** What a skipped delivery's note can say that we have words for; other notes are shown as they are. */
const known = [
  'asked_too_long_ago',
  'hold_over',
  'booking_over',
  'booking_moved',
  'booking_not_cancelled',
  'booking_not_completed',
  'too_late',
  'invitation_over',
  'domain_over',
  'calendar_over',
] as const;

export function keptReason(note: string | null): (typeof known)[number] | null {
  return known.find((one) => one === note) ?? null;
}
