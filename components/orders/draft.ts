'use client';

import { useState } from 'react';
import { type Draft, dropDraft, readDraft, writeDraft } from '@/components/forms/drafts';
import { useIsInteractive } from '@/components/ui/use-is-interactive';
import type { Ordered } from '@/lib/orders/schema/order';
import type { OrderState } from '@/lib/orders/schema/order-form';

const kept = new Set(['name', 'email', 'format', 'phone', 'place', 'subject', 'notes', 'policy']);

/** Keeps what the fields of an order hold that does not depend on the time. */
export function keepDraft(variantId: string, form: FormData): void {
  const draft: Record<string, string> = {};
  for (const [field, value] of form) {
    if (typeof value !== 'string') continue;
    if (kept.has(field) || field.startsWith('answer')) draft[field] = value;
  }
  writeDraft(variantId, draft);
}

/** What comes of an order ends its draft, unless some of its slots are still to be had elsewhere. */
export function endDraft(variantId: string, { failures }: Ordered): void {
  if (failures.length === 0) dropDraft(variantId);
}

/**
 * What was typed about sessions of a service before, to draw the fields with. Null in a page that the
 * server has drawn: its fields can be filled only once scripts run.
 */
export function useDraft(variantId: string): Draft | null {
  const isInteractive = useIsInteractive();
  const [draft] = useState(() => (isInteractive ? readDraft(variantId) : null));
  return draft;
}

/** What to fill a field with: as it was sent, or else as it was typed before. */
export function typedBefore(state: OrderState, draft: Draft | null): (field: string) => string {
  if ('values' in state) return (field) => state.values[field]?.at(-1) ?? '';
  return (field) => draft?.[field] ?? '';
}
