/**
 * Roles × deeds: every action that is about an organization, called by everybody who could try. A new
 * one fails here until it has a line that says who may.
 */
import { arrayContains, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { db } from '@/db/client';
import { mentors } from '@/db/schema/mentors';
import { organizationDomains } from '@/db/schema/organization-domains';
import { deliveries } from '@/db/schema/outbox';
import { organizationClosedDays, organizations } from '@/db/schema/organizations';
import { users } from '@/db/schema/users';
import { draftFromFile } from '@/lib/grants/service';
import { actionFiles, postAction } from '@/testing/actions';
import { book, user } from '@/testing/bookings';
import { contents } from '@/testing/contents';
import { addDomain } from '@/lib/memberships/service/domains';
import { draftImport } from '@/lib/memberships/service/import-people';
import { invite, makeMemberOf, makeSchool } from '@/testing/memberships';
import { makeMember, makeMentor, makeOrganization, makeUser, monday, ten } from '@/testing/people';

const nothingHappens = vi.hoisted(() => {
  process.env.OPERATORS = 'operator@baobab.test';
  return () => undefined;
});
vi.mock('server-only', () => ({}));
vi.mock('./builders', () => ({
  publicAction: (options: unknown) => options,
  userAction: (options: unknown) => options,
}));
vi.mock('@/lib/auth/session', () => ({ startAuthSession: nothingHappens }));
vi.mock('next/cache', () => ({ refresh: nothingHappens }));
vi.mock('next/headers', () => ({ cookies: nothingHappens }));

const everybody = [
  'stranger',
  'admin of another organization',
  'member',
  'mentor',
  'admin',
  'owner',
  'operator',
] as const;
type Who = (typeof everybody)[number];

const now = monday.add({ hours: 1 });

/** An organization with one of each, who have something that each action can be about. */
async function makeWorld() {
  const { organizationId, owner, admin } = await makeSchool({ slug: `school-${uuidv7()}` });
  const member = await makeMemberOf(organizationId);
  const mentor = await makeMentor({ mentor: { organizationId, slug: 'mentor' } });
  await makeMember({ organizationId, userId: mentor.mentorId, role: 'member' });
  const waiting = await makeMentor({
    mentor: { organizationId, slug: 'waiting', approvedAt: null },
  });
  await makeMember({ organizationId, userId: waiting.mentorId, role: 'member' });
  const stranger = await makeUser();
  const other = await makeUser();
  await makeMember({ organizationId: await makeOrganization(), userId: other.id, role: 'admin' });
  const { mentorId, variantId } = mentor;
  const seat = { mentorId, variantId, booker: user(member.id), startsAt: ten };
  const { bookingId } = await book(seat);
  const [mail] = await db
    .update(deliveries)
    .set({ status: 'failed', attempts: 8, lastError: 'No such address' })
    .where(arrayContains(deliveries.bookingIds, [bookingId]))
    .returning({ id: deliveries.id });
  const [organization] = await db
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!mail || !organization) throw new Error('the world is not whole');
  const draft = await draftFromFile({
    userId: admin.id,
    organizationId,
    requestId: uuidv7(),
    file: { name: 'prizes.csv', bytes: new TextEncoder().encode(`${member.email},50`) },
    reason: 'A prize',
    now,
  });
  if (!draft.ok) throw new Error(draft.reason);
  const inviting = { userId: admin.id, organizationId, now };
  const { invitationId } = await invite({ ...inviting, email: `${uuidv7()}@example.test` });
  const asked = await draftImport({
    ...inviting,
    requestId: uuidv7(),
    file: { name: 'class.csv', bytes: new TextEncoder().encode(`${uuidv7()}@example.test`) },
  });
  if (!asked.ok) throw new Error(asked.reason);
  const { importId } = asked.value;
  const added = await addDomain({ ...inviting, domain: `${uuidv7()}.example` });
  if (!added.ok) throw new Error(added.reason);
  const [domain] = await db
    .select({ id: organizationDomains.id })
    .from(organizationDomains)
    .where(eq(organizationDomains.organizationId, organizationId));
  if (!domain) throw new Error('there is no domain');
  const classmate = await makeMemberOf(organizationId);
  const people: Record<Who, { id: string }> = {
    stranger,
    'admin of another organization': other,
    member,
    mentor: { id: mentorId },
    admin,
    owner,
    operator: await findOperator(),
  };
  const invited = { invitationId, importId, domainId: domain.id, classmateId: classmate.id };
  const extras = { mentorId, waitingId: waiting.mentorId, deliveryId: mail.id, ...invited };
  return { organizationId, slug: organization.slug, member, people, ...draft.value, ...extras };
}
type World = Awaited<ReturnType<typeof makeWorld>>;

/** Whom the environment names; there is one for all worlds, since an address is somebody's once. */
async function findOperator() {
  const email = 'operator@baobab.test';
  const [known] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return known ?? makeUser({ email, emailVerified: new Date(0) });
}

const admins: Who[] = ['admin', 'owner'];

interface Line {
  may: Who[];
  posts: (world: World) => object;
  /** What the one who may has to find. */
  given?: (world: World) => Promise<unknown>;
}

const byId = ({ organizationId }: World) => ({ organizationId });
const aboutWaiting = ({ waitingId }: World) => ({ mentorId: waitingId });
const aboutMentor = ({ mentorId }: World) => ({ mentorId });
const aboutInvitation = (world: World) => ({ ...byId(world), invitationId: world.invitationId });
const aboutDomain = (world: World) => ({ ...byId(world), domainId: world.domainId });
const aboutMember = (world: World) => ({ ...byId(world), userId: world.classmateId });
const newcomer = () => ({ email: `${uuidv7()}@example.test`, name: '' });
const file = () => new File(['somebody@example.test,50'], 'people.csv');

const bySlug = ({ slug }: World) => ({ organization: slug });
const appearance = {
  name: 'A school',
  description: '',
  website: '',
  accentColor: '#1b6e53',
  defaultLocale: 'fr',
  timeZone: 'Africa/Dakar',
  visibility: 'members',
  mentoring: 'reviewed',
};
const limits = {
  welcomeCredits: '10',
  mostOpenBookings: '5',
  allowedFormats: ['video'],
  allowedLengths: [],
};
const rules = {
  minimumNoticeMinutes: '0',
  horizonDays: '10',
  stepMinutes: '30',
  bufferBeforeMinutes: '0',
  bufferAfterMinutes: '0',
  cancelNoticeMinutes: '0',
  moveNoticeMinutes: '0',
  lateCancelPercent: '0',
  maxSessionsPerDay: '',
  maxSessionsPerWeek: '',
  mostOpenEach: '20',
  mostRequestsEach: '20',
  confirmation: 'automatic',
};

const table: Record<string, Line[]> = {
  grantCreditsAction: [
    {
      may: admins,
      posts: (world) => ({
        ...byId(world),
        requestId: uuidv7(),
        email: world.member.email,
        credits: '5',
        reason: 'A prize',
      }),
    },
  ],
  draftGrantsAction: [
    {
      may: admins,
      posts: (world) => ({ ...byId(world), requestId: uuidv7(), reason: 'A prize', file: file() }),
    },
  ],
  // A draft is its author's, who is the admin here.
  giveDraftAction: [{ may: ['admin'], posts: ({ grantId }) => ({ grantId, sameFileGivenAt: '' }) }],
  retryMailAction: [
    { may: admins, posts: (world) => ({ ...byId(world), deliveryId: world.deliveryId }) },
  ],
  retryAllMailsAction: [{ may: admins, posts: byId }],

  approveMentorAction: [{ may: admins, posts: aboutWaiting }],
  sendMentorBackAction: [
    { may: admins, posts: (world) => ({ ...aboutWaiting(world), note: 'Write more' }) },
  ],
  pauseMentorAction: [{ may: admins, posts: aboutMentor }],
  resumeMentorAction: [
    {
      may: admins,
      posts: aboutMentor,
      given: ({ mentorId }) =>
        db.update(mentors).set({ takingBookings: false }).where(eq(mentors.userId, mentorId)),
    },
  ],
  appointMentorAction: [
    {
      may: admins,
      posts: ({ slug, member }) => ({
        organization: slug,
        email: member.email,
        name: 'Fatou',
        headline: 'Teaches mathematics',
      }),
    },
  ],

  makeInvitationLinkAction: [
    { may: admins, posts: (world) => ({ ...byId(world), days: '7', mostUses: '' }) },
  ],
  inviteAction: [
    { may: admins, posts: (world) => ({ ...byId(world), ...newcomer(), role: 'admin' }) },
    { may: ['owner'], posts: (world) => ({ ...byId(world), ...newcomer(), role: 'owner' }) },
  ],
  revokeInvitationAction: [{ may: admins, posts: aboutInvitation }],
  sendInvitationAgainAction: [{ may: admins, posts: aboutInvitation }],
  draftImportAction: [
    { may: admins, posts: (world) => ({ ...byId(world), requestId: uuidv7(), file: file() }) },
  ],
  // A draft is its author's, who is the admin here.
  sendImportAction: [{ may: ['admin'], posts: ({ importId }) => ({ importId }) }],
  addDomainAction: [
    { may: admins, posts: (world) => ({ ...byId(world), domain: `${uuidv7()}.example` }) },
  ],
  sendDomainAgainAction: [{ may: admins, posts: aboutDomain }],
  withdrawDomainAction: [{ may: admins, posts: aboutDomain }],
  changeRoleAction: [
    { may: admins, posts: (world) => ({ ...aboutMember(world), role: 'admin' }) },
    { may: ['owner'], posts: (world) => ({ ...aboutMember(world), role: 'owner' }) },
  ],
  removeMemberAction: [
    { may: admins, posts: (world) => ({ ...byId(world), userId: world.classmateId }) },
  ],

  // The mentor has a session to give first, and the owner is the only one.
  leaveOrganizationAction: [{ may: ['member', 'admin'], posts: byId }],

  saveAppearanceAction: [
    { may: ['owner'], posts: (world) => ({ ...bySlug(world), ...appearance }) },
  ],
  saveLimitsAction: [{ may: ['owner'], posts: (world) => ({ ...bySlug(world), ...limits }) }],
  saveNewMentorsAction: [{ may: ['owner'], posts: (world) => ({ ...bySlug(world), ...rules }) }],
  closeDayAction: [
    {
      may: ['owner'],
      posts: (world) => ({ ...bySlug(world), closedOn: '2026-12-24', name: 'Christmas Eve' }),
    },
  ],
  openDayAction: [
    {
      may: ['owner'],
      posts: (world) => ({ ...bySlug(world), closedOn: '2026-12-25' }),
      given: ({ organizationId }) =>
        db
          .insert(organizationClosedDays)
          .values({ organizationId, closedOn: '2026-12-25', name: 'Christmas' }),
    },
  ],

  foundOrganizationAction: [
    {
      may: ['operator'],
      posts: () => ({
        name: 'Another school',
        slug: `another-${Math.random().toString(36).slice(2)}`,
        defaultLocale: 'en',
        timeZone: 'UTC',
        visibility: 'members',
      }),
    },
  ],
  overseeOrganizationAction: (['approve', 'close', 'reopen'] as const).map((oversight) => ({
    may: ['operator'],
    posts: (world: World) => ({ ...byId(world), oversight }),
  })),
};

const files = new Map(
  ['grants', 'unsent-mails', 'organizations', 'memberships', 'mentors']
    .flatMap((domain) => [...actionFiles(`lib/${domain}`)])
    // A mentor's own, which `strangers.test.ts` has.
    .filter(([, path]) => !/mentors\/actions\/(publish-mentor|save-profile)\.ts$/.test(path))
    // Whoever joins, or proves a domain, does so with what they were given.
    .filter(([name]) => !['joinAction', 'proveDomainAction', 'answerOfferAction'].includes(name)),
);

it('the table has a line for every action about an organization', () => {
  expect(Object.keys(table).toSorted()).toEqual([...files.keys()].toSorted());
});

const cells = Object.entries(table).flatMap(([name, lines]) =>
  lines.flatMap((line, place) => everybody.map((who) => ({ name, place, who, line }))),
);

/** Whoever may not see an organization's inside hears the same of it as of none. */
const refusals: unknown = expect.stringMatching(
  /^(not_found|not_allowed|high_role|has_sessions|last_owner)$/,
);

type Cell = (typeof cells)[number];

const mayDo = ({ line, who }: Cell) => line.may.includes(who);

function call({ name, who, line }: Cell, world: World) {
  const asked = { posted: line.posts(world), who: world.people[who], now };
  return postAction(files.get(name) ?? '', name, asked);
}

it.each(cells.filter(mayDo))('$name ($place) is done for the $who', async (cell) => {
  const world = await makeWorld();
  await cell.line.given?.(world);
  expect(await call(cell, world)).toMatchObject({ ok: true });
});

describe('to those who may not', () => {
  // One for all of them: nothing of it changes.
  let world: World;
  let before: Awaited<ReturnType<typeof contents>>;
  beforeAll(async () => {
    world = await makeWorld();
    before = await contents();
  });

  it.each(cells.filter((cell) => !mayDo(cell)))(
    '$name ($place) is refused: the $who',
    async (cell) => {
      expect(await call(cell, world)).toMatchObject({ ok: false, reason: refusals });
      expect(await contents()).toEqual(before);
    },
  );
});
