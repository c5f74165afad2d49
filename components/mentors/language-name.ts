const names = new Map<string, string>();

/** "French", « français »: a language by its ISO 639 code; the code itself where nobody knows it. */
export function languageName(code: string, locale: string): string {
  const key = `${locale} ${code}`;
  const name =
    names.get(key) ?? new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code;
  names.set(key, name);
  return name;
}

/** "French, Wolof", « Français, wolof »: a list that stands alone, so it begins with a capital. */
export function languageNames(codes: string[], locale: string): string {
  const text = codes.map((code) => languageName(code, locale)).join(', ');
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
