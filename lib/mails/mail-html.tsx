import { render } from 'react-email';
import { type MailContent, MailLayout } from './templates/mail-layout';

/** What a mail shows: its subject stands elsewhere. */
type Shown = Omit<MailContent, 'subject'> & { tagline: string; linkHint: string };

/**
 * A mail around its texts: HTML, and in turn the place of the text that follows. Rendering a mail
 * takes React a millisecond, filling one in a hundredth of that.
 */
type Shell = readonly string[];

const shells = new Map<string, Promise<Shell>>();
/** Mails differ in how many facts, links and sessions they have: hundreds of ways at the most. */
const mostShells = 500;

/** Stands around the place of a text in a shell; no text of ours has it, and one of others may. */
const mark = '\uE000';

/** As much of a preheader as the component for it shows. */
export const longestPreheader = 200;
/** What it fills the rest up with, so that mail programs show nothing of the mail after it. */
const blank = '\u00a0\u200c\u200b\u200d\ufeff';

/**
 * The HTML of a mail, byte for byte what React makes of it: each mail of one shape is rendered once,
 * with marks in place of its texts.
 */
export async function mailHtml(
  { preheader: whole, ...content }: Shown,
  locale: 'en' | 'fr',
): Promise<string> {
  const preheader = whole.slice(0, longestPreheader);
  const texts: string[] = [];
  const shape = JSON.stringify({ ...content, preheader }, (name, value: unknown) =>
    // The layout goes by the language of a text, which is one of few.
    typeof value === 'string' && value !== '' && name !== 'language'
      ? `${mark}${texts.push(value) - 1}${mark}`
      : value,
  );
  const key = `${locale} ${shape}`;
  let shell = shells.get(key);
  if (!shell) {
    if (shells.size >= mostShells) shells.clear();
    shell = renderShell(JSON.parse(shape) as Shown, locale);
    shells.set(key, shell);
  }
  const parts = await shell;
  return parts
    .map((part, place) => {
      if (place % 2 === 0) return part;
      return part === 'blanks' ? blanksAfter(preheader) : escaped(texts[Number(part)] ?? '');
    })
    .join('');
}

async function renderShell(marked: Shown, locale: 'en' | 'fr'): Promise<Shell> {
  const { tagline, linkHint, ...content } = marked;
  const html = await render(
    <MailLayout locale={locale} tagline={tagline} linkHint={linkHint} content={content} />,
  );
  return html
    .replace(blanksAfter(marked.preheader), `${mark}blanks${mark}`)
    .split(new RegExp(`${mark}(\\d+|blanks)${mark}`));
}

/** As the component for the preheader writes them. */
function blanksAfter({ length }: string): string {
  return length < longestPreheader ? `<div>${blank.repeat(longestPreheader - length)}</div>` : '';
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** As React writes texts and attributes. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
