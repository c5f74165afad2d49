/*
 * The picture that a link shows in a chat. It is drawn outside the browser, by a renderer that knows
 * neither the style sheet nor its variables: these are the cloth colours and the paper and ink of
 * globals.css, and sizes in pixels of the picture.
 */
const colors = {
  paper: '#fbf7ef',
  ink: '#1b1a17',
  muted: '#5e584d',
  green: '#0b5d3b',
  gold: '#e5a50a',
  brick: '#b3261e',
};
export const pictureSize = { width: 1200, height: 630 };
/** In the order in which they are asked for a letter. */
export const pictureFonts = ['Latin', 'Latin extended', 'Other letters'];

const band = [
  [colors.green, 102],
  [colors.gold, 36],
  [colors.green, 18],
  [colors.ink, 18],
  [colors.brick, 60],
  [colors.ink, 18],
  [colors.gold, 36],
] as const;

const tree =
  'M13.2 30c.9-5 .4-8.4-2.3-11.3C8.6 16.2 5.4 15.6 3 16.3c2-2.9 5.2-3.4 7.6-2.4C9.4 10.6 6.8 8.9 4.6 8.8c3.5-1.9 7.3-.4 9.2 2.6.3-3.4-.8-6.6-2.9-8.7 3.8.8 6.3 3.6 6.8 7.4 1.9-3 5.8-4.4 9.2-2.5-2.5.4-4.8 2.1-6 5.2 2.7-1.2 6-.3 8.1 2.7-2.7-.7-5.8 0-7.8 2.4-2.4 2.8-2.8 6.9-1.9 12.1z';

/**
 * `title` large, `text` below it, a portrait beside both; the tree and the name of the site are always
 * there.
 */
export function SharePicture({
  title,
  text,
  portrait,
}: {
  title: string;
  text: string;
  /** A data address; null: none. */
  portrait: string | null;
}) {
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        backgroundColor: colors.paper,
        color: colors.ink,
        fontFamily: pictureFonts.join(', '),
      }}
    >
      <div style={{ display: 'flex', alignItems: 'center', padding: '64px 80px 0' }}>
        <svg width="72" height="72" viewBox="0 0 32 32">
          <path d={tree} fill={colors.green} />
        </svg>
        <div style={{ fontSize: 44, marginLeft: 20 }}>Baobab</div>
      </div>
      <div style={{ display: 'flex', alignItems: 'center', padding: '0 80px' }}>
        {portrait !== null && (
          <img
            src={portrait}
            alt=""
            width={260}
            height={260}
            style={{ borderRadius: 40, marginRight: 56 }}
          />
        )}
        <div style={{ display: 'flex', flexDirection: 'column', flex: 1 }}>
          <div style={{ fontSize: title.length > (portrait ? 20 : 34) ? 68 : 92, lineHeight: 1.1 }}>
            {title}
          </div>
          <div style={{ fontSize: 38, lineHeight: 1.35, color: colors.muted, marginTop: 24 }}>
            {text}
          </div>
        </div>
      </div>
      <div style={{ display: 'flex', height: 24 }}>
        {[...band, ...band, ...band, ...band, ...band].map(([color, width], index) => (
          <div key={index} style={{ width, height: 24, flexShrink: 0, backgroundColor: color }} />
        ))}
      </div>
    </div>
  );
}

/** Latin letters, those of African alphabets too, digits and punctuation: what the fonts have. */
const undrawable =
  /[^ -~\u00a0-\u0148\u014a-\u024f\u1e00-\u1e9b\u1e9e-\u1ef9ɓɔɖɗɛɣɩɯɲʉʋʒ–—‘’‚“”„•…‹›€]/gu;

/**
 * `text` without what cannot be drawn (other scripts, emoji): the renderer would look for a font on
 * the internet, and fail where there is none.
 */
export function drawable(text: string): string {
  return text.normalize('NFC').replaceAll(undrawable, '').replaceAll(/\s+/g, ' ').trim();
}
