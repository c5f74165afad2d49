/** People and rows that every page of the product has something to show of. */
import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { db } from '@/db/client';
import { bookings } from '@/db/schema/bookings';
import { mentors } from '@/db/schema/mentors';
import { organizationDomains } from '@/db/schema/organization-domains';
import { organizations } from '@/db/schema/organizations';
import { services, variants } from '@/db/schema/services';
import { mintToken } from '@/lib/auth/tokens';
import { choiceQuery, reviewAddress, slotText } from '@/components/slots/booking-address';
import { localDay } from '@/kernel/time/format';
import { askByDomain } from '@/lib/memberships/service/domain-offers';
import { draftImport } from '@/lib/memberships/service/import-people';
import { makeInvitationLink } from '@/lib/memberships/service/invite';
import { menteeHref } from '@/components/bookings/mentee-href';
import { moveBooking } from '@/lib/bookings/service/move-booking';
import { grantCredits } from '@/testing/ledger';
import { adminPath, mostOrganizationLetters, organizationPath } from '@/domain/organizations';
import { mintLeaveLink } from '@/testing/leaving';
import { mintDomainToken } from '@/testing/memberships';
import { makeMember, makeOrganization, type MentorSettings } from '@/testing/people';
import { propose } from '@/testing/proposals';
import {
  bookBatchFor,
  bookFor,
  closeDate,
  grantByFile,
  holdFor,
  hourAhead,
  leaveMails,
  linkCalendar,
  findOperator,
  makeAdmin,
  makeMentee,
  managePath,
  ownAddress,
  publishMentor,
  takeTimeOff,
} from './people';

/** What the addresses of the pages are made from. */
export interface Stage {
  mentor: Awaited<ReturnType<typeof publishMentor>>;
  mentee: Awaited<ReturnType<typeof makeMentee>>;
  admin: { id: string };
  operator: { id: string };
  paths: Record<
    | 'booking'
    | 'batch'
    | 'review'
    | 'series'
    | 'hold'
    | 'proposal'
    | 'leaving'
    | 'mentee'
    | 'proposing'
    | 'byLink'
    | 'serviceByLink'
    | 'details'
    | 'grant'
    | 'managing'
    | 'mentorManaging'
    | 'ended'
    | 'organization'
    | 'membersOnly'
    | 'classmate'
    | 'importing'
    | 'invitation'
    | 'domain',
    string
  >;
  /** A day of the week with the booking. */
  week: string;
}

/** Who is on it: the mentor, the mentee, and what the two write. */
export interface Cast {
  mentor?: MentorSettings;
  mentee?: Parameters<typeof makeMentee>[0];
  booking?: Pick<typeof bookings.$inferInsert, 'subject' | 'notes'>;
  /** More mentees of the session that the booking page shows. */
  others?: string[];
  /** Name of an organization whose credits the mentee has beside the public ones. */
  school?: string;
}

export async function setStage(cast: Cast = {}): Promise<Stage> {
  const [mentor, mentee, admin, operator] = await Promise.all([
    publishMentor(cast.mentor),
    makeMentee({ email: `awa@${freshDomain()}`, ...cast.mentee }),
    makeAdmin(),
    findOperator(),
  ]);
  const grant = await grantByFile(admin, `${mentee.email},120,A prize\n${ownAddress()},5,A prize`);
  const letters = mostOrganizationLetters.description;
  const school = await makeOrganization({
    name: cast.school ?? 'Lycée Blaise-Diagne',
    description: (cast.mentor?.mentor?.bio ?? 'Le mentorat des terminales.').slice(0, letters),
    website: 'https://lycee.example/mentorat',
    accentColor: '#9a5b13',
  });
  await makeMember({ organizationId: school, userId: mentee.id, role: 'admin' });
  const theirs = await publishMentor({
    ...cast.mentor,
    mentor: { ...cast.mentor?.mentor, organizationId: school },
  });
  await grantCredits(mentee.id, 40, school);
  const startsAt = hourAhead(6, 10);
  const booking = await bookFor(mentee.id, mentor, hourAhead(5, 10));
  for (const name of cast.others ?? []) {
    await bookFor((await makeMentee({ name })).id, mentor, hourAhead(5, 10));
  }
  await leaveMails(booking.bookingId, mentee);
  const moved = await bookFor(mentee.id, mentor, hourAhead(5, 13));
  const ended = await managePath(moved.bookingId, mentee.id);
  await moveBooking({
    userId: mentee.id,
    bookingId: moved.bookingId,
    startsAt: hourAhead(5, 16),
    now: Temporal.Now.instant(),
  });
  await linkCalendar(mentor, hourAhead(4, 10));
  await linkCalendar(mentor, hourAhead(4, 12), { isUnreadable: true });
  const bookedOn = localDay(hourAhead(5, 10).epochMilliseconds, 'UTC');
  // Where the booking now lies outside.
  await closeDate(mentor, bookedOn);
  await takeTimeOff(mentor, hourAhead(8, 9), hourAhead(9, 9));
  const hold = await holdFor(ownAddress(), mentor, hourAhead(6, 15));
  const proposal = await propose({
    mentorId: mentor.mentorId,
    variantId: mentor.variantId,
    to: { email: ownAddress(), locale: 'en' },
    startsAt: hourAhead(7, 10),
    now: Temporal.Now.instant(),
  });
  const leaving = await mintLeaveLink({ email: mentee.email, now: Temporal.Now.instant() });
  const byLink = await addServiceByLink(mentor.mentorId, cast.mentor?.service);
  await askFor(mentor, hourAhead(9, 10));
  const batch = await bookBatchFor(mentee.id, mentor, [hourAhead(10, 10), hourAhead(11, 10)]);
  const several = [hourAhead(12, 10), hourAhead(12, 14)].map((at) => at.epochMilliseconds);
  // Where a week later there is time off.
  const first = hourAhead(1, 10).epochMilliseconds;
  const series = { first, everyWeeks: 1, count: 3 } as const;
  const query = `variant=${mentor.variantId}&slot=${slotText(startsAt.epochMilliseconds)}`;
  if (cast.booking) {
    await db.update(bookings).set(cast.booking).where(eq(bookings.mentorId, mentor.mentorId));
  }
  const paths = {
    batch: batch.path,
    review: reviewAddress({ ...mentor.handle, variantId: mentor.variantId, link: null }, several),
    series: choiceQuery({ variant: mentor.variantId, slots: [first], series }),
    booking: booking.path,
    hold: hold.path,
    proposal: `/proposals/${proposal.token}`,
    mentee: menteeHref(mentee.id),
    leaving: `/leave/${leaving.token}`,
    byLink: `${mentor.path}?link=${byLink.linkToken}`,
    serviceByLink: `/mentor/services/${byLink.id}`,
    proposing: `${menteeHref(mentee.id)}/propose?near=${slotText(hourAhead(7, 14).epochMilliseconds)}`,
    grant: grant.path,
    details: `${mentor.path}/book?${query}`,
    managing: await managePath(booking.bookingId, mentee.id),
    mentorManaging: await managePath(booking.bookingId, mentor.mentorId),
    ended,
    organization: organizationPath(theirs.handle.organization),
    membersOnly: theirs.path,
    ...(await inviteTo(school, mentee.id)),
    ...(await askByDomains(mentee, { school, name: cast.school })),
  };
  return { mentor, mentee, admin, operator, paths, week: bookedOn };
}

/** A link into an organization, somebody who has come by none, and a file of others, some of them wrong. */
async function inviteTo(organizationId: string, userId: string) {
  const now = Temporal.Now.instant();
  const asked = { userId, organizationId, now };
  const link = await makeInvitationLink({ ...asked, days: 30, mostUses: null });
  const rows = [
    'email,name,role',
    'new@example.test,Awa,member',
    'nobody',
    'x@example.test,X,boss',
  ];
  const bytes = new TextEncoder().encode(rows.join('\n'));
  const file = { name: 'class.csv', bytes };
  const drafted = await draftImport({ ...asked, requestId: randomUUID(), file });
  const home = await db
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const [{ slug } = { slug: '' }] = home;
  if (!link.ok || !drafted.ok) throw new Error('nobody was invited');
  const classmate = await makeMentee();
  await makeMember({ organizationId, userId: classmate.id });
  return {
    classmate: `${adminPath(slug, 'people')}/${classmate.id}`,
    importing: `${adminPath(slug, 'invitations')}/${drafted.value.importId}`,
    invitation: `/invitations/${link.value.token}`,
  };
}

const freshDomain = () => `lycee-${randomUUID()}.example`;

/** Two domains of the school, one proved, and another organization that asks the mentee because of theirs. */
async function askByDomains(
  { id: userId, email }: { id: string; email: string },
  { school, name }: { school: string; name: string | undefined },
) {
  const now = Temporal.Now.instant();
  const another = await makeOrganization({ name: name ?? 'École des métiers', isPublic: false });
  const asked = { requestedBy: userId, createdAt: now };
  const [waiting] = await db
    .insert(organizationDomains)
    .values([
      { ...asked, organizationId: school, domain: freshDomain() },
      { ...asked, organizationId: school, domain: freshDomain(), verifiedAt: now },
      { ...asked, organizationId: another, domain: email.split('@')[1] ?? '', verifiedAt: now },
    ])
    .returning({ id: organizationDomains.id });
  if (!waiting) throw new Error('no domain was added');
  await askByDomain({ userId, now });
  return { domain: `/domains/${await mintDomainToken(waiting.id, now)}` };
}

/** One more service of the mentor's, which is not on their page. */
async function addServiceByLink(mentorId: string, values: MentorSettings['service']) {
  const { token: linkToken } = mintToken();
  const linkSince = Temporal.Now.instant();
  const [service] = await db
    .insert(services)
    .values({ title: 'A second talk', ...values, mentorId, linkToken, linkSince })
    .returning({ id: services.id });
  if (!service) throw new Error('no service was made');
  await db.insert(variants).values({ serviceId: service.id, durationMinutes: 45, priceCredits: 5 });
  return { ...service, linkToken };
}

/** A request that waits for the mentor's answer, though all other bookings of theirs need none. */
async function askFor(mentor: Stage['mentor'], startsAt: Temporal.Instant): Promise<void> {
  const answers = (confirmation: 'manual' | 'automatic') =>
    db.update(mentors).set({ confirmation }).where(eq(mentors.userId, mentor.mentorId));
  await answers('manual');
  await bookFor((await makeMentee()).id, mentor, startsAt);
  await answers('automatic');
}
