import 'server-only';
import sharp from 'sharp';
import { db } from '@/db/client';
import { getPortraitBytes } from '@/db/queries/portraits';
import { portraitOfFile } from './schema';

/** The bytes behind an address of a picture; null: no such picture, or no more. */
export async function loadPortraitFile(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const asked = portraitOfFile(file);
  const bytes = asked && (await getPortraitBytes(db, asked));
  return bytes && new Uint8Array(bytes);
}

/** A picture as a data address, in JPEG: what draws the pictures of links reads no WebP. */
export async function loadPortraitForDrawing(id: string): Promise<string | null> {
  const bytes = await getPortraitBytes(db, { id, size: 'large' });
  if (!bytes) return null;
  const jpeg = await sharp(bytes).jpeg({ quality: 90 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}
