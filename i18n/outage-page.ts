import type { Locale } from './routing';

const texts = {
  en: {
    title: 'Baobab is not answering',
    text: 'Nothing you booked is lost. If you have just sent a form, what you typed comes back with this page. Please try again in a moment.',
    retry: 'Try again',
  },
  fr: {
    title: 'Baobab ne répond pas',
    text: 'Aucune de vos réservations n’est perdue. Si vous venez d’envoyer un formulaire, votre saisie reviendra avec cette page. Réessayez dans un instant.',
    retry: 'Réessayer',
  },
};

/** A whole page that needs neither the database nor a file of ours. */
export function outagePage(locale: Locale): string {
  const { title, text, retry } = texts[locale];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="">${retry}</a></p>
</main>
</body>
</html>
`;
}
