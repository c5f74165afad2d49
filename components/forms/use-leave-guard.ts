'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';

/**
 * Asks before a form with changes that are not saved is left: by closing or reloading the page, by a
 * link, or by the browser's Back. What counts is what would be posted, so a change that was taken back
 * is none.
 * @returns to be called when the form is sent
 */
export function useLeaveGuard(
  form: RefObject<HTMLFormElement | null>,
  {
    refusal,
  }: {
    /** Why the last sending saved nothing, another one each time; null: it did, or nothing was sent. */
    refusal: object | null;
  },
) {
  const t = useTranslations('common');
  /** What the form held when it was opened or sent last; null: nobody has touched it yet. */
  const saved = useRef<string | null>(null);
  const before = useRef<string | null>(null);
  const isChanged = () => saved.current !== null && saved.current !== contentsOf(form.current);
  const stays = useEffectEvent(() => isChanged() && !window.confirm(t('leaveUnsaved')));
  const isUnsaved = useEffectEvent(isChanged);

  useEffect(() => {
    const element = form.current;
    if (!element) return undefined;
    const watch = new AbortController();
    const { signal } = watch;
    // Before the first touch changes anything. A page that nobody has typed on stays free to be kept by the
    // browser, which a listener for `beforeunload` would forbid.
    const begin = () => {
      if (saved.current !== null) return;
      saved.current = contentsOf(element);
      addEventListener('beforeunload', (event) => isUnsaved() && event.preventDefault(), {
        signal,
      });
    };
    for (const touch of ['focusin', 'pointerdown', 'beforeinput'] as const) {
      element.addEventListener(touch, begin, { signal, capture: true });
    }
    // Before the router hears of it.
    addEventListener(
      'click',
      (event) => {
        if (!leadsAway(event) || !stays()) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { signal, capture: true },
    );
    navigationOf(window)?.addEventListener(
      'navigate',
      (event: Event & { navigationType?: string }) => {
        if (event.navigationType === 'traverse' && event.cancelable && stays()) {
          event.preventDefault();
        }
      },
      { signal },
    );
    return () => watch.abort();
  }, [form]);

  useEffect(() => {
    if (refusal !== null) saved.current = before.current;
  }, [refusal]);

  return () => {
    before.current = saved.current;
    saved.current = contentsOf(form.current);
  };
}

/** Everything that the form would post of what can be changed in it. */
function contentsOf(form: HTMLFormElement | null): string {
  if (!form) return '';
  const given = new Set(
    [...form.querySelectorAll<HTMLInputElement>('[data-given]')].map(({ name }) => name),
  );
  const fields: [string, string | number][] = [];
  for (const [name, value] of new FormData(form)) {
    if (!given.has(name)) fields.push([name, typeof value === 'string' ? value : value.size]);
  }
  return JSON.stringify(fields);
}

/** Whether a click follows a link to another page in this tab. */
function leadsAway(event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false;
  }
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target === '_blank' || link.hasAttribute('download')) return false;
  const to = new URL(link.href);
  return to.pathname !== location.pathname || to.origin !== location.origin;
}

/** Not in every browser yet: where it is missing, Back does not ask. */
function navigationOf(scope: Window): EventTarget | null {
  return 'navigation' in scope && scope.navigation instanceof EventTarget ? scope.navigation : null;
}
