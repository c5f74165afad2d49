/**
 * Roles × pages: every page of an organization, asked for by everybody who could try. A new one fails
 * here until a line says who may see it; to all others it is not there.
 */
import { readdirSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { organizations } from '@/db/schema/organizations';
import { makeMember, makeOrganization } from '@/testing/people';
import { expect, test } from './fixtures';
import { findOperator, makeMentee, publishMentor } from './people';
import { textsIn } from './texts';

const everybody = [
  'visitor',
  'stranger',
  'admin of another organization',
  'member',
  'mentor',
  'admin',
  'owner',
  'operator',
] as const;
type Who = (typeof everybody)[number];

const insiders: Who[] = ['member', 'mentor', 'admin', 'owner'];
const admins: Who[] = ['admin', 'owner'];

/** By the folder of a page below `/o/<organization>`: who sees it. */
const table: Record<string, Who[]> = {
  '': insiders,
  'mentors/[slug]': insiders,
  'mentors/[slug]/book': insiders,
  'mentors/[slug]/book/several': insiders,
  leave: insiders,
  admin: admins,
  'admin/credits': admins,
  'admin/domains': admins,
  'admin/invitations': admins,
  'admin/mails': admins,
  'admin/people': admins,
  'admin/settings': ['owner'],
  'admin/mentors': admins,
  'admin/mentors/[slug]': admins,
};

/** Pages about one row, which tests of those have. */
const aboutRows = ['admin/credits/[id]', 'admin/invitations/[id]', 'admin/people/[id]'];

const folder = 'app/[locale]/o/[organization]';

function pages(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(^|\/)page\.tsx$/.test(path))
    .map((path) => path.replace(/\/?page\.tsx$/, ''));
}

test('every page of an organization has a line that says who sees it', () => {
  expect([...Object.keys(table), ...aboutRows].toSorted()).toEqual(pages().toSorted());
});

async function makeSchool() {
  const organizationId = await makeOrganization({ isPublic: false });
  const [organization] = await db
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!organization) throw new Error('the school is gone');
  const mentor = await publishMentor({ mentor: { organizationId } });
  const person = async (role: 'member' | 'admin' | 'owner', where = organizationId) => {
    const { id: userId } = await makeMentee();
    await makeMember({ organizationId: where, userId, role });
    return { id: userId };
  };
  await makeMember({ organizationId, userId: mentor.mentorId, role: 'member' });
  const people: Record<Who, { id: string } | null> = {
    visitor: null,
    stranger: await makeMentee(),
    'admin of another organization': await person('admin', await makeOrganization()),
    member: await person('member'),
    mentor: { id: mentor.mentorId },
    admin: await person('admin'),
    owner: await person('owner'),
    operator: await findOperator(),
  };
  return { ...organization, handle: mentor.handle, people };
}

/** Not the page for what is not there, written or about to be by a script, nor the way to sign in. */
function showsItself(html: string): boolean {
  const t = textsIn('en');
  const headings = [...html.matchAll(/<h1\b[^>]*>(.*?)<\/h1>/gs)].map(([, text]) => text);
  const others = [t('errors.notFoundTitle'), t('signInFirst.mails.title'), t('signIn.title')];
  return (
    !html.includes('NEXT_HTTP_ERROR_FALLBACK;404') &&
    !/NEXT_REDIRECT;[^"]*sign-in/.test(html) &&
    !headings.some((text) => others.some((other) => text?.includes(other)))
  );
}

test('each role is answered what it may see of an organization for its members', async ({
  openBrowser,
  signIn,
}) => {
  const { slug, handle, people } = await makeSchool();
  const wrong: string[] = [];
  for (const who of everybody) {
    const context = await openBrowser();
    const person = people[who];
    if (person) await signIn(context, person);
    for (const [page, may] of Object.entries(table)) {
      const path = `/o/${slug}/${page.replace('[slug]', handle.slug)}`.replace(/\/$/, '');
      const answer = await context.request.get(path);
      const isSeen = answer.ok() && showsItself(await answer.text());
      if (isSeen !== may.includes(who)) wrong.push(`${who}: ${path} ${answer.status()}`);
    }
    await context.close();
  }
  expect(wrong).toEqual([]);
});
