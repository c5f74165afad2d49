/** Who runs the rooms that are made for sessions. */
export const roomProviders = ['jitsi', 'whereby'] as const;

/**
 * Why Whereby gave no room. `refused`: our key or our request; `busy`: too many requests; `unavailable`:
 * its own trouble; `malformed`: an answer that is not one; `no_answer`: none in time, or cut off.
 */
export const roomFailures = ['refused', 'busy', 'unavailable', 'malformed', 'no_answer'] as const;
export type RoomFailure = (typeof roomFailures)[number];
