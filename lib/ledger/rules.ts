/** How a booking ended, as far as its price is concerned. */
export type Ending =
  | { kind: 'completed' | 'refunded' }
  /** A mentee who cancelled late or stayed away: the mentor's terms decide the share. */
  | { kind: 'kept'; keptCredits: number };

/**
 * How what a booking holds in escrow is shared out when it is over, in credits. The parts sum to
 * `held`; a kept share never exceeds it.
 */
export function sharesOf(held: number, ending: Ending): { toMentor: number; toMentee: number } {
  const toMentor = creditsToMentor(held, ending);
  return { toMentor, toMentee: held - toMentor };
}

function creditsToMentor(held: number, ending: Ending): number {
  if (ending.kind === 'kept') return Math.min(Math.max(ending.keptCredits, 0), held);
  return ending.kind === 'completed' ? held : 0;
}
