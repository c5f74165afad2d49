'use client';

import { buttonClass } from '@/components/ui/button-style';

/** On a phone the times lie below all that a mentor says: the short way down to them. */
export function JumpLink({ label }: { label: string }) {
  return (
    <a
      href="#times"
      onClick={(event) => {
        // Next.js keeps earlier instances of the page, hidden, and an anchor leads to the first.
        const panels = [...document.querySelectorAll('[id="times"]')];
        const shown = panels.find((panel) => panel.checkVisibility());
        if (!shown) return;
        event.preventDefault();
        shown.scrollIntoView();
      }}
      className={`mt-5 lg:hidden ${buttonClass({ variant: 'secondary', size: 'sm', wide: true })}`}
    >
      {label}
    </a>
  );
}
