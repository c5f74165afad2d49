/** How a file's letters are written where nothing says it, and where what is said is not so. */
const fallback = 'windows-1252';

/**
 * The text of an iCalendar file of any program's: its letters by the mark at its beginning, else as UTF-8,
 * else as the server says. A line may be folded inside a letter (RFC 5545, 3.1), so it is unfolded first.
 * @param charset what the server says of it; null: nothing
 */
export function decodeCalendar(bytes: Uint8Array, charset: string | null): string {
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes).replace(/(?:\r\n|\n|\r)[ \t]/g, '');
  const octets = Buffer.from(bytes).toString('latin1');
  const unfolded = Buffer.from(octets.replace(/(?:\r\n|\n|\r)[ \t]/g, ''), 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(unfolded);
  } catch {
    return decoderFor(charset).decode(unfolded);
  }
}

/** UTF-16, by its mark, or because its first letter is of ASCII. */
function wideEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if ((first === 0xff && second === 0xfe) || (first === 0x42 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x42)) return 'utf-16be';
  return null;
}

function decoderFor(charset: string | null): TextDecoder {
  try {
    return new TextDecoder(charset === null || /^utf-?8$/i.test(charset) ? fallback : charset);
  } catch {
    return new TextDecoder(fallback);
  }
}

/** A date that a program has written where the format asks for VALUE=DATE. */
const bareDates =
  /^((?:DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)(?:;(?!VALUE=)[^:;\r\n]*)*):(\d{8}(?:,\d{8})*)$/gim;

/**
 * The calendars of a text, each as its lines, without what stands before, between and after them and
 * without lines that are none: a text that was broken by hand has such. Empty when there is none, or one
 * that is not whole: what is missing would look like free time.
 */
export function calendarsIn(text: string): string[] {
  const lines = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(bareDates, '$1;VALUE=DATE:$2')
    .split('\n');
  const calendars: string[] = [];
  let current: string[] | null = null;
  for (const line of lines) {
    const word = line.trim().toUpperCase();
    if (word === 'BEGIN:VCALENDAR') {
      if (current) return [];
      current = [];
    }
    if (current && line.includes(':')) current.push(line);
    if (word === 'END:VCALENDAR' && current) {
      calendars.push(current.join('\r\n'));
      current = null;
    }
  }
  return current ? [] : calendars;
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
