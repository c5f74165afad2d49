import { decodeAs, decodeWindows } from '@/kernel/decode';

/** Two octets a letter, so that a fold in it is of four to six. */
const wide = ['utf-16le', 'utf-16be'];
const folds = /(?:\r\n|\n|\r)[ \t]/g;

/**
 * The text of an iCalendar file of any program's. Its letters are written as the mark at its beginning
 * says; else as UTF-8, where they can be, which many servers do not say; else as the server says, or the
 * file itself does, in a parameter of older programs'; and where nothing of that is so, as Windows does. A
 * line may be folded inside a letter (RFC 5545, 3.1), so it is unfolded first.
 * @param charset what the server says of it; null: nothing
 */
export function decodeCalendar(bytes: Uint8Array, charset: string | null): string {
  const octets = Buffer.from(bytes).toString('latin1');
  const unfolded = Buffer.from(octets.replace(folds, ''), 'latin1');
  const said = [charset, charsetIn(octets)].flatMap((label) => encodingOf(label) ?? []);
  // Its escapes are of ASCII, and so it would be good UTF-8.
  const escaped = said.filter((encoding) => encoding === 'iso-2022-jp');
  for (const encoding of [...marked(bytes), ...escaped, 'utf-8', ...said, ...wide]) {
    const isWide = wide.includes(encoding);
    const text = decodeAs(isWide ? bytes : unfolded, encoding);
    // Letters of two octets that are taken for others are no calendar's.
    if (text !== null && /BEGIN:VCALENDAR/i.test(text))
      return isWide ? text.replace(folds, '') : text;
  }
  return decodeWindows(unfolded);
}

/** By the mark of UTF-16; that of UTF-8 is left out where it is read as such. */
function marked([first, second]: Uint8Array): string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  return first === 0xfe && second === 0xff ? ['utf-16be'] : [];
}

/** What the file says of its letters: vCalendar 1.0, and who has learned it there, at each text. */
function charsetIn(octets: string): string | null {
  return /^[A-Z-]{1,40}(?:;[^:\r\n]{0,200})?;CHARSET="?([\w.-]{1,40})/im.exec(octets)?.[1] ?? null;
}

/** An encoding by any of its names; null for a name of none. */
function encodingOf(label: string | null): string | null {
  try {
    return label === null ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

/** A date that a program has written where the format asks for VALUE=DATE. */
const bareDates =
  /^((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(?:;(?!VALUE=)[^:;\r\n]*)*):(\d{8}(?:,\d{8})*)$/gim;

/**
 * The calendars of a text, each as its lines, without what stands before, between and after them and
 * without lines that are none: a text that was broken by hand has such, and `droppedLines` counts them.
 * Empty when there is none, or one that is not whole: what is missing would look like free time.
 */
export function calendarsIn(text: string): { calendars: string[]; droppedLines: number } {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(bareDates, '$1;VALUE=DATE:$2')
    .split('\n');
  const calendars: string[] = [];
  let current: string[] | null = null;
  let droppedLines = 0;
  for (const line of lines) {
    const word = line.trim().toUpperCase();
    if (word === 'BEGIN:VCALENDAR') {
      if (current) return { calendars: [], droppedLines };
      current = [];
    }
    if (current && line.includes(':')) current.push(line);
    else if (word !== '') droppedLines += 1;
    if (word === 'END:VCALENDAR' && current) {
      calendars.push(current.join('\r\n'));
      current = null;
    }
  }
  return { calendars: current ? [] : calendars, droppedLines };
}

/** The same calendar's parts, each in a calendar of its own, for one of which a part cannot be read. */
export function partsOf(calendar: string): { zones: string; parts: string[] } {
  const parts: string[] = [];
  const zones: string[] = [];
  let part: string[] = [];
  let depth = 0;
  for (const line of calendar.split('\r\n')) {
    const [verb] = line.toUpperCase().split(':', 1);
    if (verb === 'BEGIN') depth += 1;
    if (depth > 1) part.push(line);
    if (verb === 'END') depth -= 1;
    if (verb === 'END' && depth === 1) {
      const isZone = part[0]?.toUpperCase().startsWith('BEGIN:VTIMEZONE') ?? false;
      (isZone ? zones : parts).push(part.join('\r\n'));
      part = [];
    }
  }
  return { zones: zones.join('\r\n'), parts };
}
