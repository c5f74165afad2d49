'use client';

import { useEffect, useState } from 'react';

/** What an error page says besides that there was one; `{digest}` and `{email}` are filled in. */
export interface ErrorHelpTexts {
  reference: (digest: string) => string;
  write: (email: string) => string;
  subject: (digest: string | undefined) => string;
}

/**
 * The number under which the server has logged an error, where it has, and whom to write to, where the
 * site has somebody. Without a provider: the layout itself may be what has failed.
 */
export function ErrorHelp({ error, texts }: { error: unknown; texts: ErrorHelpTexts }) {
  const digest = digestOf(error);
  const email = useSupportAddress();
  if (!digest && email === null) return null;
  return (
    <div className="mt-4 flex flex-col items-start gap-2">
      {digest && (
        <p className="bg-sunken rounded-sm px-3 py-2 font-mono text-sm">
          {texts.reference(digest)}
        </p>
      )}
      {email !== null && (
        <a
          href={`mailto:${email}?subject=${encodeURIComponent(texts.subject(digest))}`}
          className="text-link inline-flex min-h-11 items-center"
        >
          {texts.write(email)}
        </a>
      )}
    </div>
  );
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;
}

function useSupportAddress(): string | null {
  const [email, setEmail] = useState<string | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    void readSupportAddress(controller.signal).then(setEmail);
    return () => controller.abort();
  }, []);
  return email;
}

async function readSupportAddress(signal: AbortSignal): Promise<string | null> {
  try {
    const answer: unknown = await (await fetch('/api/support', { signal })).json();
    const email =
      typeof answer === 'object' && answer !== null && 'email' in answer && answer.email;
    return typeof email === 'string' ? email : null;
  } catch {
    // The server may be what has failed: the page does without.
    return null;
  }
}
