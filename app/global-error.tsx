'use client';

import { ErrorHelp } from '@/components/layout/error-help';
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
    reference: 'Reference:',
    write: 'Write to',
  },
  fr: {
    title: 'Baobab ne répond pas',
    text: 'Aucune de vos réservations n’est perdue. Réessayez dans un instant.',
    retry: 'Réessayer',
    reference: 'Référence :',
    write: 'Écrire à',
  },
};

export default function GlobalError({ error }: { error: unknown }) {
  const locale =
    typeof window !== 'undefined' && /^\/fr(\/|$)/.test(window.location.pathname) ? 'fr' : 'en';
  const { title, text, retry, reference, write } = texts[locale];
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <title>{title}</title>
        <div className="woven" />
        <main className="page-width max-w-prose py-16" suppressHydrationWarning>
          <h1 className="text-3xl">{title}</h1>
          <p className="text-muted mt-4 text-lg">{text}</p>
          <ErrorHelp
            error={error}
            texts={{
              reference: (digest) => `${reference} ${digest}`,
              write: (email) => `${write} ${email}`,
              subject: (digest) => (digest ? `${reference} ${digest}` : title),
            }}
          />
          {/* The same address once more. The page may be as it was built, whose scripts no policy lets run. */}
          {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the page's own address */}
          <a href="" className={`mt-8 ${buttonClass()}`}>
            {retry}
          </a>
        </main>
      </body>
    </html>
  );
}
