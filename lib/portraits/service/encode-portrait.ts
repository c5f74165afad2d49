import sharp, { type Sharp } from 'sharp';
import { mostKeptBytes, portraitSides, type PortraitSize } from '@/domain/mentors';
import { mostUploadBytes } from '@/domain/posts';
import { ok, refused, type Result } from '@/kernel/result';
import { pictureKind, squareOf } from '../rules';
import { leastSide, mostPixels, type PortraitRefusal } from '../schema';

export type EncodedPortrait = Record<PortraitSize, Buffer>;

/** From good to barely: what is noisy all over goes down until it fits. */
const qualities = [82, 70, 55, 40, 25, 10] as const;
/** sharp's own names of what `pictureKind` tells apart; AVIF is a HEIF to it. */
const formats = { jpeg: 'jpeg', png: 'png', webp: 'webp', avif: 'heif' } as const;

/**
 * A stranger's file as two small squares in WebP, turned upright, in sRGB, with nothing of what a
 * camera writes beside the picture (place, device, time).
 */
export async function encodePortrait(
  file: Uint8Array,
): Promise<Result<EncodedPortrait, Exclude<PortraitRefusal, 'not_found'>>> {
  if (file.byteLength === 0) return refused('missing');
  if (file.byteLength > mostUploadBytes) return refused('too_large');
  const kind = pictureKind(file);
  if (kind === null) return refused('not_a_picture');
  // The patented codec of iPhones' own files is not in the decoder that comes with sharp.
  if (kind === 'heic') return refused('heic');

  // Its header says how large it unpacks; that is asked first, and the limit holds while decoding too.
  const picture = sharp(file, { limitInputPixels: mostPixels, failOn: 'error' });
  const header = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (header?.format !== formats[kind]) return refused('not_a_picture');
  if (header.width * header.height > mostPixels) return refused('too_many_pixels');
  if (Math.min(header.width, header.height) < leastSide) return refused('too_small');

  const side = Math.min(portraitSides.large, header.width, header.height);
  const shrunk = await picture
    .autoOrient()
    .resize(side, side, { fit: 'outside' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .timeout({ seconds: 20 })
    .raw()
    .toBuffer({ resolveWithObject: true })
    // Cut off in the middle, or broken: sharp throws, and whatever it says is about this file.
    .catch(() => null);
  if (shrunk === null) return refused('not_a_picture');

  const { data, info } = shrunk;
  const square = sharp(data, { raw: info }).extract(squareOf(info));
  const [small, large] = await Promise.all([
    fit(square.clone().resize(portraitSides.small), mostKeptBytes.small),
    fit(square.clone(), mostKeptBytes.large),
  ]);
  return ok({ small, large });
}

async function fit(picture: Sharp, mostBytes: number): Promise<Buffer> {
  for (const quality of qualities) {
    // Each try needs the whole picture; the next one is asked for only when this one is too heavy.
    const encoded = await picture.clone().webp({ quality, smartSubsample: true }).toBuffer();
    if (encoded.byteLength <= mostBytes) return encoded;
  }
  throw new RangeError(`a portrait does not fit in ${mostBytes} bytes at any quality`);
}
