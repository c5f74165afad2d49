import { z } from 'zod';
import { knownDay } from './calendar';

/** A day as forms and addresses write it, between the years 1970 and 2200. */
export const writtenDay = z.iso.date().refine((value) => knownDay(value) !== null);
