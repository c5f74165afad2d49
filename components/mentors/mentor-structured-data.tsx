interface StructuredMentor {
  name: string;
  headline: string;
  city: string;
  languages: string[];
  skills: string[];
  services: {
    title: string;
    description: string;
    variants: { durationMinutes: number; priceCredits: number }[];
  }[];
}

/** The mentor as search engines read them (schema.org, JSON-LD). `url` is the page's public address. */
export function MentorStructuredData({ mentor, url }: { mentor: StructuredMentor; url: string }) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url,
    mainEntity: {
      '@type': 'Person',
      name: mentor.name,
      jobTitle: mentor.headline,
      knowsLanguage: mentor.languages,
      knowsAbout: mentor.skills,
      ...(mentor.city !== '' && {
        address: { '@type': 'PostalAddress', addressLocality: mentor.city },
      }),
      makesOffer: mentor.services.flatMap((service) =>
        service.variants.map((variant) => ({
          '@type': 'Offer',
          url,
          // Credits are no currency that schema.org knows; a price of nothing is one in any.
          ...(variant.priceCredits === 0 && { price: 0, priceCurrency: 'EUR' }),
          itemOffered: {
            '@type': 'Service',
            name: `${service.title} (${String(variant.durationMinutes)} min)`,
            ...(service.description !== '' && { description: service.description }),
            serviceType: 'Mentoring',
          },
        })),
      ),
    },
  };
  // A "<" in somebody's text must not end the script.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
