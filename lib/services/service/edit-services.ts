import type { Temporal } from 'temporal-polyfill';
import { v7 as uuidv7 } from 'uuid';
import type { Transaction } from '@/db/client';
import {
  getOwnService,
  getServicePlaces,
  insertService,
  insertVariant,
  listOwnServices,
  listOwnVariants,
  updateService,
} from '@/db/queries/own-services';
import { insertQuestion, listOwnQuestions } from '@/db/queries/questions';
import { actAsMentor } from '@/lib/mentors/service/act-as-mentor';
import { whyNotAllowed } from '@/lib/mentors/service/allowed-offer';
import { mintToken } from '@/lib/auth/tokens';
import { ok, refused, type Result } from '@/kernel/result';
import { moved } from '../rules';
import type { NotAllowed } from '@/lib/mentors/schema';
import { mostServices, type ServiceInput, type VariantInput } from '../schema';

/*
 * What a mentor offers. All of it runs under the mentor's lock, and none of it touches sessions and
 * bookings: those have copied seats, pauses, price and format, and a variant keeps its length.
 */

export interface ByMentor {
  /** Who acts: only their own services exist for them. */
  userId: string;
  now: Temporal.Instant;
}

type OfService = ByMentor & { serviceId: string };

/** Adds a service with its first length, behind the others. */
export async function createService(
  input: ByMentor & { service: ServiceInput; variant: VariantInput },
): Promise<Result<{ serviceId: string }, 'not_found' | 'too_many' | NotAllowed>> {
  const { service, variant, now } = input;
  return actAsMentor<{ serviceId: string }, 'too_many' | NotAllowed>(input, async (tx, mentor) => {
    const { id: mentorId } = mentor;
    const { nextPosition, offered } = await getServicePlaces(tx, { mentorId });
    if (offered >= mostServices) return refused('too_many');
    const lengths = [variant.durationMinutes];
    const notAllowed = await whyNotAllowed(tx, mentor, { formats: service.formats, lengths });
    if (notAllowed) return refused(notAllowed);
    const serviceId = uuidv7();
    const position = nextPosition;
    const fresh = { id: serviceId, mentorId, position, createdAt: now };
    await insertService(tx, { ...columnsOf(service, { linkToken: null, now }), ...fresh });
    await insertVariant(tx, { ...variant, serviceId, createdAt: now });
    return ok({ serviceId });
  });
}

/** Adds a service like another of the mentor's, with its lengths and questions, behind the others. */
export async function copyService(
  input: OfService & { title: string },
): Promise<Result<{ serviceId: string }, 'not_found' | 'too_many' | NotAllowed>> {
  const { serviceId: from, title, now } = input;
  type Refusal = 'not_found' | 'too_many' | NotAllowed;
  return actAsMentor<{ serviceId: string }, Refusal>(input, async (tx, mentor) => {
    const { id: mentorId } = mentor;
    const service = await getOwnService(tx, { mentorId, serviceId: from });
    if (!service) return refused('not_found');
    const { nextPosition: position, offered } = await getServicePlaces(tx, { mentorId });
    if (offered >= mostServices) return refused('too_many');
    const of = { serviceId: uuidv7(), createdAt: now };
    const variants = await listOwnVariants(tx, { mentorId, serviceIds: [from] });
    const lengths = variants.map(({ durationMinutes }) => durationMinutes);
    const notAllowed = await whyNotAllowed(tx, mentor, { formats: service.formats, lengths });
    if (notAllowed) return refused(notAllowed);
    const questions = await listOwnQuestions(tx, { mentorId, serviceId: from });
    // The copy of one that is reached by its link has a link of its own.
    const link = service.linkToken === null ? noLink : newLink(now);
    const fresh = { id: of.serviceId, mentorId, title, position, archivedAt: null, createdAt: now };
    await insertService(tx, { ...service, ...link, ...fresh });
    for (const { durationMinutes, priceCredits } of variants) {
      await insertVariant(tx, { durationMinutes, priceCredits, ...of });
    }
    for (const [place, { id: _, ...question }] of questions.entries()) {
      await insertQuestion(tx, { ...question, position: place, ...of });
    }
    return ok({ serviceId: of.serviceId });
  });
}

/** Changes all of a service but its lengths; it counts for what is booked from now on. */
export async function editService(
  input: OfService & { service: ServiceInput },
): Promise<Result<null, 'not_found' | NotAllowed>> {
  const { serviceId, service, now } = input;
  return actAsMentor<null, 'not_found' | NotAllowed>(input, async (tx, mentor) => {
    const { id: mentorId } = mentor;
    const before = await getOwnService(tx, { mentorId, serviceId });
    if (!before) return refused('not_found');
    const notAllowed = await whyNotAllowed(tx, mentor, {
      formats: service.formats,
      formatsBefore: before.formats,
    });
    if (notAllowed) return refused(notAllowed);
    const { linkToken } = before;
    await updateService(tx, { mentorId, serviceId, set: columnsOf(service, { linkToken, now }) });
    return ok(null);
  });
}

/** Gives a service that is reached by its link another one: the one before leads to it no more. */
export async function renewServiceLink(input: OfService): Promise<Result<null, 'not_found'>> {
  const { serviceId, now } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) => {
    const service = await getOwnService(tx, { mentorId, serviceId });
    if (!service || service.linkToken === null) return refused('not_found');
    await updateService(tx, { mentorId, serviceId, set: newLink(now) });
    return ok(null);
  });
}

const noLink = { linkToken: null, linkSince: null };

function newLink(now: Temporal.Instant) {
  return { linkToken: mintToken().token, linkSince: now };
}

/** A service as it is kept. The link that it has stays, as long as it is to be reached by one. */
function columnsOf(
  { isByLink, ...service }: ServiceInput,
  { linkToken, now }: { linkToken: string | null; now: Temporal.Instant },
) {
  if (!isByLink) return { ...service, ...noLink };
  return linkToken === null ? { ...service, ...newLink(now) } : service;
}

/** Moves a service that is on offer a place up or down; at the end of the way nothing happens. */
export async function moveService(
  input: OfService & { direction: 'up' | 'down' },
): Promise<Result<null, 'not_found'>> {
  const { serviceId, direction } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) => {
    const all = await listOwnServices(tx, { mentorId });
    const ids = all.filter(({ archivedAt }) => archivedAt === null).map(({ id }) => id);
    if (!ids.includes(serviceId)) return refused('not_found');
    await writeOrder(tx, mentorId, moved(ids, serviceId, direction));
    return ok(null);
  });
}

async function writeOrder(tx: Transaction, mentorId: string, ids: string[]): Promise<void> {
  for (const [position, serviceId] of ids.entries()) {
    await updateService(tx, { mentorId, serviceId, set: { position } });
  }
}

/** Takes a service from the offer; it stays for what was booked. */
export async function archiveService(input: OfService): Promise<Result<null, 'not_found'>> {
  const { serviceId, now } = input;
  return actAsMentor<null, 'not_found'>(input, async (tx, { id: mentorId }) => {
    const service = await getOwnService(tx, { mentorId, serviceId });
    if (!service) return refused('not_found');
    if (service.archivedAt === null) {
      await updateService(tx, { mentorId, serviceId, set: { archivedAt: now } });
    }
    return ok(null);
  });
}

/** Offers an archived service again, behind the others. */
export async function restoreService(
  input: OfService,
): Promise<Result<null, 'not_found' | 'too_many'>> {
  const { serviceId } = input;
  return actAsMentor<null, 'not_found' | 'too_many'>(input, async (tx, { id: mentorId }) => {
    const service = await getOwnService(tx, { mentorId, serviceId });
    if (!service) return refused('not_found');
    if (service.archivedAt === null) return ok(null);
    const { nextPosition, offered } = await getServicePlaces(tx, { mentorId });
    if (offered >= mostServices) return refused('too_many');
    const set = { archivedAt: null, position: nextPosition };
    await updateService(tx, { mentorId, serviceId, set });
    return ok(null);
  });
}
