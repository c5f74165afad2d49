/** A person of the demo who is no mentor, as data. Addresses end in `.test`: nothing can reach them. */
export interface DemoPerson {
  name: string;
  email: string;
  locale: 'en' | 'fr';
  timeZone: string;
  blocked?: true;
  /** Slugs of the organizations they administer, and of those they are just members of. */
  administers?: string[];
  memberOf?: string[];
}

/** An organization for its members alone. */
export const school = {
  slug: 'lycee-des-manguiers',
  name: 'Lycée des Manguiers',
  description:
    'Le mentorat des terminales du lycée : orientation, dossiers, oraux et premiers pas après le bac, avec d’anciens élèves.',
  accentColor: '#9a5b13',
  defaultLocale: 'fr',
  timeZone: 'Africa/Dakar',
} as const;

const person = (
  name: string,
  locale: DemoPerson['locale'],
  timeZone: string,
  more: Partial<DemoPerson> = {},
): DemoPerson => ({
  name,
  email: `${plainName(name).replaceAll(' ', '.')}@demo.baobab.test`,
  locale,
  timeZone,
  ...more,
});

/** In lower case, without accents; what is neither letter nor digit becomes a space. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

export const admins: DemoPerson[] = [
  person('Mariama Ba', 'fr', 'Africa/Dakar', {
    email: 'admin@demo.baobab.test',
    administers: ['public', school.slug],
  }),
];

export const mentees: DemoPerson[] = [
  person('Amina Ndiaye', 'fr', 'Africa/Dakar', { email: 'amina@demo.baobab.test' }),
  person('Noah Mwangi', 'en', 'Africa/Nairobi', { email: 'noah@demo.baobab.test' }),
  person('Cheikh Diallo', 'fr', 'Africa/Dakar', { memberOf: [school.slug] }),
  person('Ndeye Sarr', 'fr', 'Africa/Dakar', { memberOf: [school.slug] }),
  person('Pape Gueye', 'fr', 'Africa/Dakar', { memberOf: [school.slug] }),
  person('Khady Cissé', 'fr', 'Africa/Dakar', { memberOf: [school.slug] }),
  person('Efua Asante', 'en', 'Africa/Accra'),
  person('Yaw Boateng', 'en', 'Africa/Accra'),
  person('Emeka Nwosu', 'en', 'Africa/Lagos'),
  person('Folake Ogunleye', 'en', 'Africa/Lagos'),
  person('Aminu Garba', 'en', 'Africa/Lagos'),
  person('Raïssa Yao', 'fr', 'Africa/Abidjan'),
  person('Junior Koffi', 'fr', 'Africa/Abidjan'),
  person('Oumou Coulibaly', 'fr', 'Africa/Bamako'),
  person('Idriss Ouédraogo', 'fr', 'Africa/Ouagadougou'),
  person('Merveille Tchoumi', 'fr', 'Africa/Douala'),
  person('Gloire Kabongo', 'fr', 'Africa/Kinshasa'),
  person('Salma Bennani', 'fr', 'Africa/Casablanca'),
  person('Youssef Jaziri', 'fr', 'Africa/Tunis'),
  person('Mariam Adel', 'en', 'Africa/Cairo'),
  person('Achieng Odhiambo', 'en', 'Africa/Nairobi'),
  person('Kevin Mutua', 'en', 'Africa/Nairobi'),
  person('Diane Ingabire', 'fr', 'Africa/Kigali'),
  person('Hanna Girma', 'en', 'Africa/Addis_Ababa'),
  person('Lerato Molefe', 'en', 'Africa/Johannesburg'),
  person('Bongani Zulu', 'en', 'Africa/Johannesburg'),
  person('Manon Lefèvre', 'fr', 'Europe/Paris'),
  person('Karim Aït Ouali', 'fr', 'Europe/Paris'),
  person('Sofie Janssens', 'fr', 'Europe/Brussels'),
  person('Leon Krüger', 'en', 'Europe/Berlin'),
  person('Priya Nair', 'en', 'Europe/London'),
  person('Tomás Carvalho', 'en', 'Europe/Lisbon'),
];

/** Kept from booking by an administrator. */
export const blockedMentee: DemoPerson = person('Victor Blake', 'en', 'Europe/London', {
  email: 'blocked@demo.baobab.test',
  blocked: true,
});

/** People without a login who ask for a hold. */
export const visitors: DemoPerson[] = [
  person('Ousmane Barry', 'fr', 'Africa/Conakry', { email: 'ousmane@visitor.baobab.test' }),
  person('Ruth Achieng', 'en', 'Africa/Kampala', { email: 'ruth@visitor.baobab.test' }),
  person('Inès Vidal', 'fr', 'Europe/Paris', { email: 'ines@visitor.baobab.test' }),
  person('Samuel Tetteh', 'en', 'Africa/Accra', { email: 'samuel@visitor.baobab.test' }),
];
