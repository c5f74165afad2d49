import { z } from 'zod';
import type { ActionState } from '@/lib/action-kit/schema';
import { portraitSides, type PortraitSize } from '@/domain/mentors';

/** 30 megapixels, which unpack to some 90 MB: more is refused before it is unpacked. */
export const mostPixels = 30_000_000;
/** The shorter side below which a picture would be a blur, in pixels. */
export const leastSide = 96;

/** Why a picture is not taken; each has words. */
export const portraitRefusals = [
  'missing',
  'too_large',
  'heic',
  'not_a_picture',
  'too_many_pixels',
  'too_small',
] as const;
export type PortraitRefusal = (typeof portraitRefusals)[number] | 'not_found';

/** A form without a file posts an empty one. */
export const portraitForm = z.object({ picture: z.instanceof(File).nullable().catch(null) });

export type PortraitState = ActionState<unknown, PortraitRefusal>;
/** What a form hears of a post that was turned away before an action saw it. */
export const tooLargeState: PortraitState = {
  status: 'refused',
  reason: 'too_large',
  data: undefined,
  values: {},
};

export type RemovePortraitState = ActionState<unknown, 'not_found'>;

/** The picture that an address names: the other direction of {@link portraitSrc}. */
export function portraitOfFile(file: string): { id: string; size: PortraitSize } | null {
  const [, id, side] = /^([\da-f-]{36})-(\d+)\.webp$/.exec(file) ?? [];
  const sizes = ['small', 'large'] as const;
  const size = sizes.find((known) => String(portraitSides[known]) === side);
  if (id === undefined || size === undefined || !z.uuid().safeParse(id).success) return null;
  return { id, size };
}
