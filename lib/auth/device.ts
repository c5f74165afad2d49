import Bowser from 'bowser';

/**
 * The browser and the system that a `User-Agent` header names, as "Firefox, Android": enough to tell
 * one's phone from another device, and nothing by which a device could be known again. Empty where the
 * header names neither.
 */
export function deviceOf(userAgent: string | null): string {
  if (userAgent === null || userAgent === '') return '';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  return [browser.name, os.name].flatMap((name) => (name ? [name.slice(0, 40)] : [])).join(', ');
}
