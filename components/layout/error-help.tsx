'use client';

import { lazy, Suspense } from 'react';

/** What an error page says besides that there was one; `{digest}` and `{email}` are filled in. */
export interface ErrorHelpTexts {
  reference: (digest: string) => string;
  write: (email: string) => string;
  subject: (digest: string | undefined) => string;
}

/** Asks the server whom to write to, so its script may come from there too; where it cannot, it is left out. */
const SupportLink = lazy(() =>
  import('./support-link').then(
    ({ SupportLink: component }) => ({ default: component }),
    () => ({ default: () => null }),
  ),
);

/**
 * The number under which the server has logged an error, where it has, and whom to write to, where the
 * site has somebody. Without a provider: the layout itself may be what has failed.
 */
export function ErrorHelp({ error, texts }: { error: unknown; texts: ErrorHelpTexts }) {
  const digest = digestOf(error);
  return (
    <div className="mt-4 flex flex-col items-start gap-2">
      {digest && (
        <p className="bg-sunken rounded-sm px-3 py-2 font-mono text-sm">
          {texts.reference(digest)}
        </p>
      )}
      <Suspense>
        <SupportLink subject={texts.subject(digest)} write={texts.write} />
      </Suspense>
    </div>
  );
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;
}
