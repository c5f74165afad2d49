import { portraitSides, type PortraitSize } from '@/domain/mentors';

/** What file pickers offer. iPhones turn their own HEIC into JPEG for it. */
export const acceptedTypes = 'image/jpeg,image/png,image/webp,image/avif';

/**
 * Where a picture is served. A new picture has a new id, so what an address serves never changes and
 * browsers keep it for ever. Null: there is none.
 */
export function portraitSrc(id: string | null, size: PortraitSize): string | null {
  return id === null ? null : `/portraits/${id}-${portraitSides[size]}.webp`;
}
