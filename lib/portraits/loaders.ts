import 'server-only';
import { connection } from 'next/server';
import sharp from 'sharp';
import { asViewer } from '@/db/viewer';
import { getPortraitBytes } from '@/db/queries/portraits';
import { getViewer } from '@/lib/auth/session';
import { portraitOfFile } from './schema';

interface Picture {
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether everybody may see it, or the viewer as who they are. */
  isForAll: boolean;
}

/** What is behind an address of a picture; null: no such picture, no more, or not for the viewer. */
export async function loadPortraitFile(file: string): Promise<Picture | null> {
  const asked = portraitOfFile(file);
  return asked && readPortrait(asked);
}

/** A picture as a data address, in JPEG: what draws the pictures of links reads no WebP. */
export async function loadPortraitForDrawing(id: string): Promise<string | null> {
  const picture = await readPortrait({ id, size: 'large' });
  if (!picture) return null;
  const jpeg = await sharp(picture.bytes).jpeg({ quality: 90 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

async function readPortrait(
  asked: Parameters<typeof getPortraitBytes>[1],
): Promise<Picture | null> {
  await connection();
  const open = await asViewer(null, (tx) => getPortraitBytes(tx, asked));
  if (open) return { bytes: new Uint8Array(open), isForAll: true };
  const viewer = await getViewer();
  const own = viewer && (await asViewer(viewer, (tx) => getPortraitBytes(tx, asked)));
  return own && { bytes: new Uint8Array(own), isForAll: false };
}
