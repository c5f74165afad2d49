import { type PublishingStep, publishingSteps } from '../schema';

/** What of a mentor decides whether others may see them. */
export interface PublishingFacts {
  name: string | null;
  headline: string;
  bio: string;
  /** Some service that is not archived has a length that is not. */
  hasService: boolean;
  /** Some weekly window is on, or some date still to come is open. */
  hasAvailability: boolean;
}

/** Each step to publishing, and whether it is done. */
export function publishingChecklist(
  facts: PublishingFacts,
): { step: PublishingStep; isDone: boolean }[] {
  const done: Record<PublishingStep, boolean> = {
    name: isWritten(facts.name),
    headline: isWritten(facts.headline),
    bio: isWritten(facts.bio),
    service: facts.hasService,
    availability: facts.hasAvailability,
  };
  return publishingSteps.map((step) => ({ step, isDone: done[step] }));
}

/** The places where a mentor gets ready, in order, and what is missing in each. */
export type FirstStep = 'profile' | 'service' | 'availability';
export function firstSteps(
  facts: PublishingFacts,
): { place: FirstStep; missing: PublishingStep[] }[] {
  const missing = missingToPublish(facts);
  const of: Record<FirstStep, readonly PublishingStep[]> = {
    profile: ['name', 'headline', 'bio'],
    service: ['service'],
    availability: ['availability'],
  };
  return (['profile', 'service', 'availability'] as const).map((place) => ({
    place,
    missing: missing.filter((step) => of[place].includes(step)),
  }));
}

function isWritten(text: string | null): boolean {
  return text !== null && text.trim() !== '';
}

/** The steps that are still missing; none: it may be published. */
export function missingToPublish(facts: PublishingFacts): PublishingStep[] {
  return publishingChecklist(facts)
    .filter(({ isDone }) => !isDone)
    .map(({ step }) => step);
}
