/** What schemas keep of texts that forms may post: for every test that walks over schemas. */
import { z } from 'zod';

/** What may have line breaks; everything else that a form posts is on one line. */
const paragraphFields = /(^|\.)(awayMessage|bio|body|description|notes?|options|reason|text|word)$/;
const typed = [
  'Awa\u0000\u0007\u001B\u0085Diop',
  'Awa\r\nDiop\u2028\u2029',
  '\u202EpoiD awA\u202D',
  'Awa \uD800 Diop',
  'https://awa.example/\u0007\u0000\u202E',
];
const embedded = /[\u202A-\u202E\u2066-\u2069]/;

/** Every part of a schema that takes a text, with what it is called. */
export function partsOf(schema: unknown, path: string): [string, z.ZodType][] {
  if (!(schema instanceof z.ZodType)) return [];
  const below = (...parts: unknown[]) => parts.flatMap((part) => partsOf(part, path));
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, part]) => partsOf(part, `${path}.${name}`));
  }
  if (schema instanceof z.ZodIntersection) return below(schema.def.left, schema.def.right);
  if (schema instanceof z.ZodUnion) return below(...schema.options);
  if (schema instanceof z.ZodArray) return below(schema.element);
  if (schema instanceof z.ZodPipe) {
    let first = schema.def.in;
    while (first instanceof z.ZodPipe) first = first.def.in;
    const isForm = first instanceof z.ZodObject || first instanceof z.ZodIntersection;
    return [[path, schema], ...(isForm ? below(first) : [])];
  }
  return [[path, schema]];
}

/** The parts that keep what no text of theirs may have. */
export function uncleanParts(parts: [string, z.ZodType][]): string[] {
  const wrong = parts.flatMap(([path, schema]) =>
    typed.flatMap((text) => {
      const { data } = schema.safeParse(text) as { data?: unknown };
      const isLong = paragraphFields.test(path);
      return textsIn(data).some((kept) => isUnclean(kept, isLong)) ? [path] : [];
    }),
  );
  return [...new Set(wrong)];
}

function isUnclean(text: string, isLong: boolean): boolean {
  if (/[\u202D\u202E]|(?![\n\t])[\p{Cc}\p{Cs}]/u.test(text)) return true;
  return !isLong && (/[\n\t\u2028\u2029]/.test(text) || embedded.test(text));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
