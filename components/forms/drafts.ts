import { draftPrefix, inStorage } from './draft-storage';

/*
 * What was typed into forms that are worth it, kept in the tab: Back, Forward and reloading find it
 * again. Only browsers write here.
 */

/** What was typed, by field. */
export type Draft = Readonly<Record<string, string>>;

export function writeDraft(name: string, draft: Draft): void {
  inStorage((storage) => storage.setItem(draftPrefix + name, JSON.stringify(draft)));
}

/** Empty where there is none. */
export function readDraft(name: string): Draft {
  const text = inStorage((storage) => storage.getItem(draftPrefix + name)) ?? '{}';
  try {
    const entries = Object.entries(JSON.parse(text) as object);
    return Object.fromEntries(entries.filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}

export function dropDraft(name: string): void {
  inStorage((storage) => storage.removeItem(draftPrefix + name));
}

/** Puts a draft into the fields that are still empty. */
export function fillFrom(draft: Draft, form: HTMLFormElement): void {
  for (const [field, value] of Object.entries(draft)) {
    const found = form.elements.namedItem(field);
    if (found instanceof RadioNodeList) {
      for (const choice of found) {
        if (choice instanceof HTMLInputElement && choice.value === value) choice.checked = true;
      }
    } else if (
      (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement) &&
      found.type !== 'hidden' &&
      found.value === ''
    ) {
      found.value = value;
    }
  }
}
