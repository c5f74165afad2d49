interface StructuredMentor {
  name: string;
  headline: string;
  city: string;
  links: string[];
  languages: string[];
  skills: string[];
  services: {
    title: string;
    description: string;
    variants: { durationMinutes: number; priceCredits: number }[];
  }[];
}

/** The mentor as search engines read them (schema.org, JSON-LD). Addresses are whole and public. */
export function MentorStructuredData({
  mentor,
  url,
  image,
}: {
  mentor: StructuredMentor;
  url: string;
  /** Null: no picture. */
  image: string | null;
}) {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url,
    mainEntity: {
      '@type': 'Person',
      name: mentor.name,
      jobTitle: mentor.headline,
      ...(image !== null && { image }),
      ...(mentor.links.length > 0 && { sameAs: mentor.links }),
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
