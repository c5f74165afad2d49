'use client';

import { buttonClass } from '@/components/ui/button-style';
import './globals.css';

/*
 * The last resort, when the layout itself has failed: no provider, no catalogue, no header. Hence
 * the texts stand here, in both languages, and the fonts are the system's.
 */
const texts = {
  en: {
    title: 'Baobab is not answering',
    text: 'Nothing you booked is lost. Please try again in a moment.',
    retry: 'Try again',
  },
  fr: {
    title: 'Baobab ne répond pas',
    text: 'Aucune de vos réservations n’est perdue. Réessayez dans un instant.',
    retry: 'Réessayer',
  },
};

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const locale =
    typeof window !== 'undefined' && /^\/fr(\/|$)/.test(window.location.pathname) ? 'fr' : 'en';
  const { title, text, retry: retryLabel } = texts[locale];
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined;
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <title>{title}</title>
        <div className="woven" />
        <main className="page-width max-w-prose py-16" suppressHydrationWarning>
          <h1 className="text-3xl">{title}</h1>
          <p className="text-muted mt-4 text-lg">{text}</p>
          {digest && <p className="text-muted mt-2 font-mono text-sm">{digest}</p>}
          <button type="button" onClick={retry} className={`mt-8 ${buttonClass()}`}>
            {retryLabel}
          </button>
        </main>
      </body>
    </html>
  );
}
