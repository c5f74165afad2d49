import { describe, expect, it } from 'vitest';
import { pictureKind, squareOf } from './rules';
import { portraitOfFile } from './schema';
import { portraitSrc } from '@/lib/portraits/constants';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('pictureKind', () => {
  it.each([
    ['\u00FF\u00D8\u00FF\u00E0', 'jpeg'],
    ['\u0089PNG\r\n\u001A\n', 'png'],
    ['RIFF....WEBPVP8 ', 'webp'],
    ['\0\0\0\u001Cftypavif\0\0\0\0', 'avif'],
    ['\0\0\0\u001Cftypmif1\0\0\0\0mif1avif', 'avif'],
    ['\0\0\0\u001Cftypheic\0\0\0\0', 'heic'],
    ['\0\0\0\u001Cftypmif1\0\0\0\0mif1heic', 'heic'],
    ['GIF89a', null],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', null],
    ['II*\0', null],
    ['%PDF-1.7', null],
    ['RIFF....WAVE', null],
    ['\0\0\0\u001Cftypisom', null],
    ['', null],
  ])('%j is %s', (text, kind) => {
    expect(pictureKind(bytes(text))).toBe(kind);
  });
});

it.each([
  [
    { width: 400, height: 400 },
    { left: 0, top: 0, width: 400, height: 400 },
  ],
  [
    { width: 600, height: 400 },
    { left: 100, top: 0, width: 400, height: 400 },
  ],
  [
    { width: 400, height: 600 },
    { left: 0, top: 50, width: 400, height: 400 },
  ],
])('of %o it keeps %o', (size, square) => {
  expect(squareOf(size)).toEqual(square);
});

describe('the address of a picture', () => {
  const id = '019aa2a0-0000-7000-8000-000000000001';

  it('says which picture in which size', () => {
    expect(portraitSrc(id, 'small')).toBe(`/portraits/${id}-144.webp`);
    expect(portraitSrc(null, 'small')).toBeNull();
    expect(portraitOfFile(`${id}-384.webp`)).toEqual({ id, size: 'large' });
  });

  it.each([
    `${id}.webp`,
    `${id}-100.webp`,
    `${id}-384.png`,
    `x-384.webp`,
    `${'a'.repeat(36)}-384.webp`,
  ])('is not %s', (file) => {
    expect(portraitOfFile(file)).toBeNull();
  });
});
