export type PictureKind = 'jpeg' | 'png' | 'webp' | 'avif' | 'heic';

/** Brands of the ISO base media format (ISO 14496-12), whose box follows the first eight bytes. */
const avifBrands = ['avif', 'avis'];
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/**
 * What a file is by its first bytes, whatever it calls itself; null: none that we take. Asked before any
 * decoder sees the file, so that only these few formats' decoders ever meet a stranger's bytes.
 */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const text = (from: number, to: number) => String.fromCodePoint(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(0, 8) === '\u0089PNG\r\n\u001A\n') return 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) !== 'ftyp') return null;
  const brand = text(8, 12);
  // `mif1` is what both are: the brands that follow it say which one.
  if (avifBrands.includes(brand) || (brand === 'mif1' && text(16, 40).includes('avif'))) {
    return 'avif';
  }
  return heicBrands.includes(brand) ? 'heic' : null;
}

/**
 * The square of a picture that is kept. Of a tall one the upper part, since faces are above the
 * middle; of a wide one the middle.
 */
export function squareOf({ width, height }: { width: number; height: number }) {
  const side = Math.min(width, height);
  return {
    left: Math.floor((width - side) / 2),
    top: Math.floor((height - side) / 4),
    width: side,
    height: side,
  };
}
