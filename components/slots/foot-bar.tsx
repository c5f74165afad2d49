import type { ReactNode } from 'react';

/**
 * What is chosen, what it costs, and the way on: at the foot of the screen, where a phone shows it
 * always, and a wide screen while the panel is in sight; in the end it stands at the panel's own foot.
 */
export function FootBar({
  title,
  detail,
  children,
}: {
  title: ReactNode;
  detail: ReactNode;
  /** The way on. */
  children: ReactNode;
}) {
  return (
    <div
      data-foot-bar="page"
      className="bg-surface fixed inset-x-0 bottom-0 z-20 border-t py-2.5 lg:sticky lg:-mx-6 lg:mt-4 lg:-mb-6 lg:rounded-b-xl lg:px-6 lg:py-3"
    >
      <div className="page-width flex items-center justify-between gap-3 lg:px-0">
        <p className="min-w-0 text-sm tabular-nums">
          <strong className="block font-semibold first-letter:uppercase sm:text-base">
            {title}
          </strong>
          <span className="text-muted block">{detail}</span>
        </p>
        {children}
      </div>
    </div>
  );
}
