import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { mostKeptBytes } from '@/domain/mentors';
import { mostUploadBytes } from '@/domain/posts';
import { db } from '@/db/client';
import { violatedConstraint } from '@/db/errors';
import { getMentorProfile } from '@/db/queries/mentor-profile';
import { getPortraitBytes } from '@/db/queries/portraits';
import { portraits } from '@/db/schema/portraits';
import { makeMentor, makeUser, monday } from '@/testing/people';
import { encodePortrait } from './encode-portrait';
import { keepPortrait, removePortrait } from './keep-portrait';

const now = monday;

/** The upper half red, the lower one blue. */
function twoHalves({ width, height }: { width: number; height: number }) {
  const half = (background: string) => ({
    create: { width, height: Math.floor(height / 2), channels: 3 as const, background },
  });
  return sharp({ create: { width, height, channels: 3, background: 'blue' } }).composite([
    { input: half('red'), gravity: 'north' },
  ]);
}

const jpeg = () => twoHalves({ width: 600, height: 800 }).jpeg().toBuffer();

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'red' } })
    .png()
    .toBuffer();

async function shownPortrait(slug: string) {
  return (await getMentorProfile(db, { organization: 'public', slug, viewerId: null }))?.portraitId;
}

async function encoded(file: Uint8Array) {
  const result = await encodePortrait(file);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.value;
}

/** The colour of the point at these parts of a picture's width and height. */
async function colorAt(picture: Uint8Array, [x, y]: [number, number]) {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [red = 0, , blue = 0] = data.subarray(at, at + 3);
  return red > blue ? 'red' : 'blue';
}

describe('encodePortrait', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'makes two WebP squares of %s',
    async (kind) => {
      const { small, large } = await encoded(
        await twoHalves({ width: 600, height: 800 }).toFormat(kind).toBuffer(),
      );
      expect(await sharp(small).metadata()).toMatchObject({
        format: 'webp',
        width: 144,
        height: 144,
      });
      expect(await sharp(large).metadata()).toMatchObject({
        format: 'webp',
        width: 384,
        height: 384,
      });
    },
  );

  it('turns it upright and forgets what the camera wrote', async () => {
    const photo = await twoHalves({ width: 600, height: 600 })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Copyright: 'Somebody' }, IFD3: { GPSLatitude: '6/1' } })
      .toBuffer();
    expect((await sharp(photo).metadata()).orientation).toBe(6);
    const { large } = await encoded(photo);
    const { exif, icc, xmp, orientation } = await sharp(large).metadata();
    expect({ exif, icc, xmp, orientation }).toEqual({});
    // Turned clockwise, what was above is on the right.
    expect(await colorAt(large, [0.1, 0.5])).toBe('blue');
    expect(await colorAt(large, [0.9, 0.5])).toBe('red');
  });

  it('keeps the weight whatever is in it', async () => {
    const side = 700;
    const noise = await sharp(randomBytes(side * side * 3), {
      raw: { width: side, height: side, channels: 3 },
    })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { small, large } = await encoded(noise);
    expect(small.byteLength).toBeLessThanOrEqual(mostKeptBytes.small);
    expect(large.byteLength).toBeLessThanOrEqual(mostKeptBytes.large);
  });

  it('puts white behind what is transparent, and does not blow up what is small', async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const logo = sharp({ create: { width: 120, height: 200, channels: 4, background: clear } });
    const { large } = await encoded(await logo.png().toBuffer());
    expect(await sharp(large).metadata()).toMatchObject({ width: 120, height: 120 });
    const { dominant } = await sharp(large).stats();
    expect(dominant.r).toBeGreaterThan(240);
  });

  it('refuses with a reason what is no picture of ours', async () => {
    const photo = await jpeg();
    const heic = Buffer.concat([Buffer.from('\0\0\0\u001Cftypheic\0\0\0\0'), photo]);
    const files: [Uint8Array, string][] = [
      [new Uint8Array(), 'missing'],
      [Buffer.concat([photo, Buffer.alloc(mostUploadBytes)]), 'too_large'],
      [heic, 'heic'],
      [
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"/>'),
        'not_a_picture',
      ],
      [await sharp(photo).gif().toBuffer(), 'not_a_picture'],
      [await sharp(photo).tiff().toBuffer(), 'not_a_picture'],
      // The first bytes of a picture before something else, and half a picture.
      [Buffer.concat([photo.subarray(0, 3), randomBytes(5000)]), 'not_a_picture'],
      [photo.subarray(0, photo.byteLength / 2), 'not_a_picture'],
      // Kilobytes that unpack to 300 MB.
      [await plain(10_000, 10_000), 'too_many_pixels'],
      // Just too many, of which only the header has come: nothing is left to unpack.
      [(await plain(6000, 5001)).subarray(0, 100), 'too_many_pixels'],
      [(await plain(6000, 5000)).subarray(0, 100), 'not_a_picture'],
      [await plain(95, 400), 'too_small'],
    ];
    for (const [file, reason] of files) {
      expect(await encodePortrait(file)).toEqual({ ok: false, reason });
    }
  });
});

describe('keepPortrait', () => {
  it('shows the picture, and a new one under a new address', async () => {
    const { mentorId } = await makeMentor({ mentor: { slug: 'has-a-face' } });
    expect(await shownPortrait('has-a-face')).toBeNull();
    const first = await keepPortrait({ userId: mentorId, file: await jpeg(), now });
    const firstId = await shownPortrait('has-a-face');
    expect(first).toEqual({ ok: true, value: { portraitId: firstId } });
    const bytes = await getPortraitBytes(db, { id: String(firstId), size: 'small' });
    expect(await sharp(bytes ?? undefined).metadata()).toMatchObject({
      format: 'webp',
      width: 144,
    });

    await keepPortrait({ userId: mentorId, file: await jpeg(), now });
    expect(await shownPortrait('has-a-face')).not.toBe(firstId);
    // Nobody keeps what was replaced.
    expect(await getPortraitBytes(db, { id: String(firstId), size: 'small' })).toBeNull();

    expect(await removePortrait({ userId: mentorId, now })).toEqual({ ok: true, value: null });
    expect(await shownPortrait('has-a-face')).toBeNull();
    expect(await db.$count(portraits, eq(portraits.mentorId, mentorId))).toBe(0);
  });

  it('ends with one picture when two are sent at once', async () => {
    const { mentorId } = await makeMentor();
    const file = await jpeg();
    const results = await Promise.all(
      [1, 2, 3].map(() => keepPortrait({ userId: mentorId, file, now })),
    );
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await db.$count(portraits, eq(portraits.mentorId, mentorId))).toBe(1);
  });

  it('keeps the old picture when the new one is refused', async () => {
    const { mentorId } = await makeMentor();
    await keepPortrait({ userId: mentorId, file: await jpeg(), now });
    const result = await keepPortrait({ userId: mentorId, file: Buffer.from('no'), now });
    expect(result).toEqual({ ok: false, reason: 'not_a_picture' });
    expect(await db.$count(portraits, eq(portraits.mentorId, mentorId))).toBe(1);
  });

  it('is for mentors who are not blocked', async () => {
    const { id: userId } = await makeUser();
    const blocked = await makeMentor({ user: { blockedAt: monday } });
    const file = await jpeg();
    const refusal = { ok: false, reason: 'not_found' };
    expect(await keepPortrait({ userId, file, now })).toEqual(refusal);
    expect(await keepPortrait({ userId: blocked.mentorId, file, now })).toEqual(refusal);
    expect(await removePortrait({ userId, now })).toEqual(refusal);
  });

  it('is held to its weight by the database', async () => {
    const { mentorId } = await makeMentor();
    const insert = (small: Uint8Array, large: Uint8Array) =>
      db.insert(portraits).values({ id: uuidv7(), mentorId, small, large, createdAt: now });
    const one = Buffer.alloc(1);
    const attempts = [
      insert(one, Buffer.alloc(mostKeptBytes.large + 1)),
      insert(Buffer.alloc(mostKeptBytes.small + 1), one),
      insert(Buffer.alloc(0), one),
    ];
    for (const attempt of await Promise.allSettled(attempts)) {
      expect(attempt.status === 'rejected' && violatedConstraint(attempt.reason)).toBe(
        'portraits_are_small',
      );
    }
  });
});
