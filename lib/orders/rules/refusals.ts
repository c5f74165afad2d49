import type { SlotRefusal } from '@/domain/bookings';
import {
  type OrderPolicy,
  type OrderRefusal,
  type ReasonOfTime,
  reasonsOfTime,
} from '../schema/order';

/** Whether another time may help against this refusal. */
export function isOfTime(reason: SlotRefusal): reason is ReasonOfTime {
  return reasonsOfTime.some((known) => known === reason);
}

/**
 * Why an order is refused whose slots were refused for these reasons: one slot has its own, several
 * may have one in common that is not their time.
 */
export function refusalOfOrder(
  reasons: readonly SlotRefusal[],
  { slotCount, policy }: { slotCount: number; policy: OrderPolicy },
): OrderRefusal {
  const [reason, ...others] = new Set(reasons);
  if (reason !== undefined && others.length === 0 && (slotCount === 1 || !isOfTime(reason))) {
    return reason;
  }
  return policy === 'all' ? 'not_all' : 'none_fits';
}
