import { localPath } from '@/kernel/local-path';
import { localizedPath, unlocalizedPath, type Locale } from './routing';

/**
 * Where somebody is led who asked for it themselves (`next`, `from`, a referer): the page in `locale`, or
 * the front page when the value is no path of ours. The last look is at the path as it is sent, since a
 * language that is taken away or put in front can make another one of it.
 * @param value a path with or without its language, from whomever
 */
export function onwardPath(value: unknown, locale: Locale): string {
  const path = localizedPath(unlocalizedPath(localPath(value)), locale);
  return localPath(path) === path ? path : localizedPath('/', locale);
}
