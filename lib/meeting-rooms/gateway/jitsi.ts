import { randomBytes } from 'node:crypto';

/** Whoever knows a room's name is in, so it is beyond guessing: a UUID would have 122 bits only. */
const nameBytes = 20;

/**
 * The address of a room that nobody else has. A Jitsi room needs no making: it exists once somebody
 * enters it.
 */
export function newJitsiUrl(baseUrl: string): string {
  // Jitsi takes names without regard to case, so letters of one case must carry it all.
  return `${baseUrl}/baobab-${randomBytes(nameBytes).toString('hex')}`;
}
