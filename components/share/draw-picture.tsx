import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ImageResponse } from 'next/og';
import { drawable, pictureFont, pictureSize, SharePicture } from './share-picture';

/** The renderer reads no woff2, which is all that the variable fonts of the pages come in. */
const files = ['fraunces-latin-600-normal.woff', 'fraunces-latin-ext-600-normal.woff'];

/** Draws a link's picture as PNG. Everything it needs is on this machine. */
export async function drawPicture(texts: { title: string; text: string }): Promise<ImageResponse> {
  const fonts = await Promise.all(
    files.map((file) =>
      readFile(join(process.cwd(), 'node_modules/@fontsource/fraunces/files', file)),
    ),
  );
  return new ImageResponse(
    <SharePicture title={drawable(texts.title)} text={drawable(texts.text)} />,
    {
      ...pictureSize,
      fonts: fonts.map((data) => ({ name: pictureFont, data, weight: 600 as const })),
    },
  );
}
