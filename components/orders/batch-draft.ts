/**
 * What was typed about several sessions of a service, until the browser leaves the site: whoever goes
 * back for another time, or on to alternatives, does not write it again. Only browsers write here.
 */
const drafts = new Map<string, Map<string, string>>();

export function draftOf(variantId: string): ReadonlyMap<string, string> {
  return drafts.get(variantId) ?? new Map<string, string>();
}

const kept = new Set(['format', 'phone', 'place', 'subject', 'notes', 'policy']);

/** Keeps what the fields hold that say something of every session. */
export function keepDraft(variantId: string, form: FormData): void {
  const draft = new Map<string, string>();
  for (const [field, value] of form) {
    if (typeof value !== 'string') continue;
    if (kept.has(field) || field.startsWith('answer')) draft.set(field, value);
  }
  drafts.set(variantId, draft);
}
