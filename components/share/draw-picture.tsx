import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { drawable, pictureFonts, pictureSize, SharePicture } from './share-picture';

/**
 * The renderer reads no woff2, which is all that the variable fonts of the pages come in. Fraunces
 * lacks letters of Hausa, Fula and Ewe names, such as ƙ and ɛ: those are Inter's.
 */
const files = [
  'fraunces/files/fraunces-latin-600-normal.woff',
  'fraunces/files/fraunces-latin-ext-600-normal.woff',
  'fraunces/files/fraunces-vietnamese-600-normal.woff',
  'inter/files/inter-latin-ext-600-normal.woff',
];

/** Draws a link's picture as PNG. Everything it needs is on this machine. */
export async function drawPicture({
  portrait = null,
  ...texts
}: {
  title: string;
  text: string;
  /** A data address; null: none. */
  portrait?: string | null;
}): Promise<ImageResponse> {
  const fonts = await Promise.all(
    files.map((file) => readFile(join(process.cwd(), 'node_modules/@fontsource', file))),
  );
  return new ImageResponse(
    <SharePicture title={drawable(texts.title)} text={drawable(texts.text)} portrait={portrait} />,
    {
      ...pictureSize,
      fonts: fonts.map((data, index) => ({
        name: pictureFonts[index] ?? '',
        data,
        weight: 600 as const,
      })),
      // A day and not the renderer's year: people change their headline.
      headers: { 'cache-control': 'public, max-age=86400' },
    },
  );
}
