import type { MutantGroup } from '../mutant';
import { boundaries } from './boundaries';
import { calendars } from './calendars';
import { guards } from './guards';
import { messages } from './messages';
import { whoMay } from './who-may';

/** Mistakes by family. One that a guard behind it makes harmless is not in the list. */
export const groups: MutantGroup[] = [whoMay, guards, boundaries, messages, calendars];
