import { withoutAlias } from './zone-aliases';
import { isTimeZone } from './zone-names';

/**
 * The canonical name of the zone that `value` names, alias or not and in any letter case, the same in
 * every engine; null where it names none. What is kept of a zone goes through here, so that names can be
 * compared as strings. For the server: browsers need not carry the table of aliases.
 */
export function knownTimeZone(value: unknown): string | null {
  if (!isTimeZone(value)) return null;
  return withoutAlias(
    new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone,
  );
}
