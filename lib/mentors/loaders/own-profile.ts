import 'server-only';
import { getLocale } from 'next-intl/server';
import { Temporal } from 'temporal-polyfill';
import { asViewer } from '@/db/viewer';
import { listMentoringChoices } from '@/db/queries/organization-mentoring';
import { getOwnMentor } from '@/db/queries/own-mentor';
import { getPageTimeZone, getViewer, type Viewer } from '@/lib/auth/session';
import { addDays } from '@/kernel/time/calendar';
import { localDay } from '@/kernel/time/format';
import { takesBookings } from '@/lib/slots/rules/pause';
import { firstSteps, publishingChecklist } from '../rules/publishing';
import { getSkillNames } from './skill-names';

/**
 * The viewer's profile as they edit it: the form's values, and for a mentor where they stand, for
 * others of which organizations they can become one. Null: nobody is signed in.
 */
export async function loadOwnProfile() {
  const viewer = await getViewer();
  if (!viewer) return null;
  const mentor = await readOwn(viewer);
  if (!mentor) {
    const timeZone = await getPageTimeZone();
    const writtenIn: string = await getLocale();
    const languages = [writtenIn];
    const profile = { ...emptyProfile, name: viewer.name ?? '', timeZone, languages, writtenIn };
    const choices = await asViewer(viewer, (tx) => listMentoringChoices(tx, { userId: viewer.id }));
    return { profile, standing: null, choices };
  }
  const { name, headline, bio, city, skills, languages, timeZone, formats, address, videoUrl } =
    mentor;
  const { links, portraitId, writtenIn } = mentor;
  const nameOf = await getSkillNames();
  const { organization, slug, publishedAt, approvedAt, reviewNote, awayMessage } = mentor;
  const now = Date.now();
  const takingBookings = takesBookings(mentor, now);
  return {
    profile: {
      name: name ?? '',
      headline,
      bio,
      city,
      skills: skills.map(nameOf),
      languages,
      writtenIn,
      timeZone,
      formats: formats as string[],
      address,
      videoUrl,
      links,
    },
    standing: {
      organization,
      slug,
      portraitId,
      isPublished: publishedAt !== null,
      /** Whether an admin has let them be seen; nobody else sees them before. */
      isApproved: approvedAt !== null,
      reviewNote,
      takingBookings,
      resumesOn: takingBookings ? null : mentor.resumesOn,
      /** The first day on which a pause can end: tomorrow, where the mentor is. */
      earliestResume: addDays(localDay(now, timeZone), 1),
      awayMessage,
      checklist: publishingChecklist(mentor),
    },
    choices: [],
  };
}

/** What is still to do before the viewer's page can be published; null: it is, or they do not mentor. */
export async function loadFirstSteps() {
  const viewer = await getViewer();
  if (!viewer?.isMentor) return null;
  const mentor = await readOwn(viewer);
  return mentor?.publishedAt === null ? firstSteps(mentor) : null;
}

/** What the picture of the viewer's link shows; null: they do not mentor. */
export async function loadOwnPicture() {
  const viewer = await getViewer();
  if (!viewer?.isMentor) return null;
  const mentor = await readOwn(viewer);
  if (!mentor) return null;
  const { name, headline, city, portraitId } = mentor;
  return { name: name ?? '', text: [headline, city].filter(Boolean).join(', '), portraitId };
}

function readOwn(viewer: Viewer) {
  const own = { userId: viewer.id, now: Temporal.Now.instant() };
  return asViewer(viewer, (tx) => getOwnMentor(tx, own));
}

const emptyProfile = {
  headline: '',
  bio: '',
  city: '',
  skills: [] as string[],
  formats: ['video'] as string[],
  address: '',
  videoUrl: '',
  links: [] as string[],
};
