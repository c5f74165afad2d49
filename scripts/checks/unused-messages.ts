import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where texts are shown from. Tests are none of it: a text that only they know, nobody reads. */
const FOLDERS = ['app', 'components', 'domain', 'i18n', 'kernel', 'lib'];

/** What of a source file can name a message. */
export interface Source {
  /** What stands between quotation marks. */
  texts: ReadonlySet<string>;
  /** Keys of which a part is known only as they run; what may stand there are groups. */
  patterns: readonly RegExp[];
  /** It asks for texts itself; others have a translator handed in, or none. */
  asks: boolean;
  /** Some key of it is a variable as a whole. */
  takesAny: boolean;
}

/**
 * The keys that nothing means. A key is meant by a file that names its namespace and the rest of it: as it is,
 * or with a `${…}` in it for which the sources have a text. Where such a file takes keys from a variable, any
 * text of a file that asks for none, such as a list of codes, may be one. That is generous: a common word is
 * missed, but what is said to be unused is.
 */
export function unusedKeys(keys: readonly string[], sources: readonly Source[]): string[] {
  const everything = new Set(sources.flatMap(({ texts }) => [...texts]));
  const codes = new Set(sources.filter(({ asks }) => !asks).flatMap(({ texts }) => [...texts]));
  const isText = (part: string) => part.split('.').every((word) => everything.has(word));
  const names = ({ texts, patterns }: Source, rest: string) =>
    texts.has(rest) || patterns.some((one) => one.exec(rest)?.slice(1).every(isText));

  return keys.filter((key) => {
    const parts = key.split('.');
    return !parts.some((_, depth) => {
      const namespace = parts.slice(0, depth).join('.');
      const rest = parts.slice(depth).join('.');
      const knowing = sources.filter(({ texts }) => depth === 0 || texts.has(namespace));
      const mayBeCode = depth > 0 && codes.has(rest);
      return knowing.some(
        (source) => names(source, rest) || (mayBeCode && source.asks && source.takesAny),
      );
    });
  });
}

/** A `${…}`, with one more template or object in it at most. */
const HOLE = /\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}/;
const TEMPLATE = new RegExp(`\`((?:[\\w.-]|${HOLE.source})+)\``, 'g');

export function sourceOf(file: string): Source {
  const code = file.replaceAll(/\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g, '');
  const texts = new Set([...code.matchAll(/(['"])([\w.-]+)\1/g)].map(([, , text = '']) => text));
  // The translator of mails is one of this namespace.
  const isOfMails = code.includes('MailTranslator');
  if (isOfMails) texts.add('email');
  const templates = [...code.matchAll(TEMPLATE)].map(([, template = '']) => template.split(HOLE));
  const translators = [...code.matchAll(/(\w+) =\s+(?:await )?(?:use|get)Translations\(/g)];
  const called = ['t', ...translators.map(([, name = '']) => name)].join('|');
  return {
    texts,
    patterns: templates
      .filter((fixed) => fixed.some((part) => /[a-z]/i.test(part)))
      .map((fixed) => new RegExp(`^${fixed.map(escaped).join('(.+)')}$`)),
    asks: isOfMails || /\b(?:use|get)Translations\b|Translator/.test(code),
    takesAny: new RegExp(`\\b(?:${called})(?:\\.rich|\\.has)?\\(\\s*[A-Za-z_]`).test(code),
  };
}

function escaped(part: string): string {
  return part.replaceAll('.', String.raw`\.`);
}

/** Everything that may show texts, as it stands in the working tree. */
export function readSources(): Source[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
      .map((path) => sourceOf(readFileSync(join(folder, path), 'utf8'))),
  );
}
