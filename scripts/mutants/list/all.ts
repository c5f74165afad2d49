import type { MutantGroup } from '../mutant';
import { calendars } from './calendars';
import { guards } from './guards';
import { whoMay } from './who-may';

/** Mistakes by family. One that a guard behind it makes harmless is not in the list. */
export const groups: MutantGroup[] = [whoMay, guards, calendars];
