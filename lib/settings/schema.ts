import { z } from 'zod';
import { type ReminderKind, reminderKinds } from '@/domain/reminders';
import { namedTimeZone } from '@/kernel/time/zone-schema';

/** A time of day as a field has it, "22:00"; empty: none. */
const timeOfDay = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d(?::00)?$|^$/, 'not_a_time')
  .transform((value) => value.slice(0, 5))
  .default('');
const kinds = z.array(z.enum(reminderKinds));

/** The page of settings. A field `locale` says in which language the page itself stands. */
export const settingsForm = z
  .object({
    language: z.enum(['en', 'fr']),
    timeZone: namedTimeZone,
    email: kinds,
    inApp: kinds,
    allowsReplies: z.literal('on').optional(),
    quietFrom: timeOfDay,
    quietUntil: timeOfDay,
  })
  .superRefine(({ quietFrom, quietUntil }, context) => {
    if ((quietFrom === '') === (quietUntil === '')) return;
    const path = [quietFrom === '' ? 'quietFrom' : 'quietUntil'];
    context.addIssue({ code: 'custom', path, message: 'required' });
  });

/** The zone in which somebody wants to read times from now on. */
export const timeZoneChoice = z.object({ timeZone: namedTimeZone });

/** What the page of settings shows. Times are "22:00", or empty. */
export interface SettingsView {
  language: 'en' | 'fr';
  timeZone: string;
  email: readonly ReminderKind[];
  inApp: readonly ReminderKind[];
  allowsReplies: boolean;
  quietFrom: string;
  quietUntil: string;
}
