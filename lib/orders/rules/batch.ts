import { type ReasonOfTime, reasonsOfTime, type SlotRefusal } from '../schema/batch';

/** Whether another time may help against this refusal. */
export function isOfTime(reason: SlotRefusal): reason is ReasonOfTime {
  return reasonsOfTime.some((known) => known === reason);
}

/** What stands against every refused slot alike, where it is not their time; else null. */
export function reasonInCommon(
  reasons: readonly SlotRefusal[],
): Exclude<SlotRefusal, ReasonOfTime> | null {
  const [reason, ...others] = new Set(reasons);
  return reason === undefined || others.length > 0 || isOfTime(reason) ? null : reason;
}
