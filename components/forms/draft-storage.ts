export const draftPrefix = 'draft:';

/** Who signs out leaves nothing for who comes next. Apart from the rest, as every page can be signed out on. */
export function dropAllDrafts(): void {
  inStorage((storage) => {
    for (const key of Object.keys(storage))
      if (key.startsWith(draftPrefix)) storage.removeItem(key);
  });
}

/** Storage can be forbidden or full: what was typed then lives as long as its form. */
export function inStorage<Value>(work: (storage: Storage) => Value): Value | null {
  try {
    return work(window.sessionStorage);
  } catch {
    return null;
  }
}
