import localFont from 'next/font/local';

/*
 * Self-hosted from npm, one variable file a family: 84 KB for both, preloaded. The latin files
 * hold all of French (œ included) and English. Letters of Wolof or Polish names are in the
 * "latin-ext" files, the dotted ones of Yoruba and Igbo in those that npm calls "vietnamese";
 * a browser fetches these only when a page has one of their letters. (The ranges are
 * written twice because the font loader takes literals only.)
 */

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter',
  adjustFontFallback: 'Arial',
});

const interExtended = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  preload: false,
  adjustFontFallback: false,
});

const fraunces = localFont({
  src: '../node_modules/@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-fraunces',
  adjustFontFallback: 'Times New Roman',
});

const frauncesExtended = localFont({
  src: '../node_modules/@fontsource-variable/fraunces/files/fraunces-latin-ext-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-fraunces-ext',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF',
    },
  ],
  preload: false,
  adjustFontFallback: false,
});

const interDotted = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-vietnamese-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-inter-dotted',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0300-0301, U+0303, U+0309, U+0323, U+1EA0-1EF1, U+20AB',
    },
  ],
  preload: false,
  adjustFontFallback: false,
});

const frauncesDotted = localFont({
  src: '../node_modules/@fontsource-variable/fraunces/files/fraunces-vietnamese-wght-normal.woff2',
  weight: '100 900',
  variable: '--font-fraunces-dotted',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0300-0301, U+0303, U+0309, U+0323, U+1EA0-1EF1, U+20AB',
    },
  ],
  preload: false,
  adjustFontFallback: false,
});

/** The classes that define the fonts' variables, for the root element. */
export const fontVariables = [
  inter,
  interExtended,
  interDotted,
  fraunces,
  frauncesExtended,
  frauncesDotted,
]
  .map((font) => font.variable)
  .join(' ');
