import { mailTranslator } from '@/i18n/outgoing';
import { env } from '@/kernel/env';
import type { CalendarPerson } from '../schema';

/** Who asks people to a session, as calendars have it: the mentor by name, over our own address. */
export function organizerOf(mentorName: string | null, locale: 'en' | 'fr'): CalendarPerson {
  return {
    name: mentorName ?? mailTranslator(locale)('nameless'),
    email: senderAddress(env.EMAIL_FROM),
  };
}

/** The address in "Baobab <hello@example.org>", or all of it where it is one alone. */
function senderAddress(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim();
}
