import type { Ordered } from '@/lib/orders/schema/order';
import type { OrderState } from '@/lib/orders/schema/order-form';

/**
 * What was typed about sessions of a service, until all is booked or the browser leaves the site:
 * whoever goes back for another time, or on to alternatives, does not write it again. Only browsers
 * write here.
 */
const drafts = new Map<string, Map<string, string>>();

const kept = new Set(['name', 'email', 'format', 'phone', 'place', 'subject', 'notes', 'policy']);

/** Keeps what the fields hold that does not depend on the time. */
export function keepDraft(variantId: string, form: FormData): void {
  const draft = new Map<string, string>();
  for (const [field, value] of form) {
    if (typeof value !== 'string') continue;
    if (kept.has(field) || field.startsWith('answer')) draft.set(field, value);
  }
  drafts.set(variantId, draft);
}

/** What comes of an order ends its draft, unless some of its slots are still to be had elsewhere. */
export function endDraft(variantId: string, { failures }: Ordered): void {
  if (failures.length === 0) drafts.delete(variantId);
}

/** What to fill a field with: as it was sent, or else as it was typed before. */
export function typedBefore(state: OrderState, variantId: string): (field: string) => string {
  if ('values' in state) return (field) => state.values[field]?.at(-1) ?? '';
  const draft = drafts.get(variantId);
  return (field) => draft?.get(field) ?? '';
}
