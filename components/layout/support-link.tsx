'use client';

import { useEffect, useState } from 'react';

/** Whom to write to, where the site has somebody. */
export function SupportLink({
  subject,
  write,
}: {
  subject: string;
  write: (email: string) => string;
}) {
  const email = useSupportAddress();
  if (email === null) return null;
  return (
    <a
      href={`mailto:${email}?subject=${encodeURIComponent(subject)}`}
      className="text-link inline-flex min-h-11 items-center"
    >
      {write(email)}
    </a>
  );
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
