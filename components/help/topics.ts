/** Whom a page of help is for. */
export const audiences = ['mentees', 'mentors', 'admins'] as const;
export type Audience = (typeof audiences)[number];

/** The pictures of pages, which `npm run screenshots` takes in both languages. */
export const helpPictures = [
  'times',
  'confirm',
  'session',
  'credits',
  'calendar',
  'availability',
  'requests',
  'giving',
  'mails',
] as const;
export type HelpPicture = (typeof helpPictures)[number];

/** Sides of a picture as it is shown at most, and the widths of its files: for plain and for fine screens. */
export const pictureSides = { width: 640, height: 400 } as const;
export const pictureWidths = [640, 1280] as const;

/** Where the file of a picture is, from the root of the site. */
export function pictureFile(name: HelpPicture, locale: string, width: number): string {
  return `/help/${locale}/${name}-${width}.webp`;
}

/** `id` is what links name after the `#`; its texts are `help.<key>Title` and `help.<key>Text`. */
export const topics = {
  mentees: [
    { id: 'book', key: 'book', picture: 'times' },
    { id: 'confirm', key: 'confirm', picture: 'confirm' },
    { id: 'change', key: 'change', picture: 'session' },
    { id: 'credits', key: 'credits', picture: 'credits' },
    { id: 'times', key: 'times', picture: null },
    { id: 'calendars', key: 'calendars', picture: null },
  ],
  mentors: [
    { id: 'start', key: 'start', picture: null },
    { id: 'availability', key: 'availability', picture: 'availability' },
    { id: 'requests', key: 'requests', picture: 'requests' },
    { id: 'proposing', key: 'proposing', picture: null },
    { id: 'by-link', key: 'byLink', picture: null },
    { id: 'calendar', key: 'calendar', picture: 'calendar' },
  ],
  admins: [
    { id: 'credits', key: 'giving', picture: 'giving' },
    { id: 'mails', key: 'mails', picture: 'mails' },
    { id: 'mentors', key: 'overseeing', picture: null },
    { id: 'settings', key: 'organizationSettings', picture: null },
    { id: 'people', key: 'people', picture: null },
    { id: 'domains', key: 'domains', picture: null },
    { id: 'leaving', key: 'leaving', picture: null },
  ],
} as const satisfies Record<
  Audience,
  readonly { id: string; key: string; picture: HelpPicture | null }[]
>;

/** The page of an audience, without its language. */
export function helpPath(audience: Audience): string {
  return audience === 'mentees' ? '/help' : `/help/${audience}`;
}
