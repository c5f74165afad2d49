import { z } from 'zod';
import { oneLine, plainLine } from '@/kernel/plain-text';
import type { Interval } from '@/domain/schedules';
import { mostOwnAddresses, type ReadFailure, type UnknownZone } from '@/domain/external-calendars';
import { emailAddress } from '@/lib/auth/schema';
import { mostNameLetters } from '@/lib/external-calendars/constants';

/** Calendars that one mentor may have read: more than anybody keeps. */
export const mostCalendars = 10;

/** What of a calendar's event takes the mentor's time. Instants are epoch milliseconds. */
export interface BusyEvent extends Interval {
  /** For the mentor's eyes only. */
  summary: string;
}

/** What a calendar's address answered with. */
export type FetchAnswer =
  | {
      kind: 'body';
      bytes: Uint8Array;
      /** How the server says that its letters are written; null: it does not. */
      charset: string | null;
      etag: string | null;
      lastModified: string | null;
    }
  /** It is as it was when the validators that were sent were given. */
  | { kind: 'unchanged' }
  | { kind: 'failed'; failure: ReadFailure };

/** What a server said of the version that was read last; both null to ask for all of it. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** Ports on which calendars are served; below 1024 other protocols listen. */
function isWebPort(port: string): boolean {
  return port === '' || port === '80' || port === '443' || Number(port) >= 1024;
}

/**
 * The address of a calendar as it is fetched: `webcal:` is `https:` by another name. Null when it is
 * none, has a password in it, or a port on which no web server listens.
 */
export function calendarUrl(text: string): URL | null {
  const trimmed = text.trim().replace(/^webcals?:/i, 'https:');
  if (!URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  if (url.href.length > 2000) return null;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.username !== '' || url.password !== '' || !isWebPort(url.port)) return null;
  url.hash = '';
  return url;
}

/** As much of a text as one line of that length takes. */
export function shortLine(text: string, most: number): string {
  return plainLine(text).replaceAll(/\s+/gu, ' ').slice(0, most);
}

export const addCalendarForm = z.object({
  url: z
    .string()
    .transform((text) => calendarUrl(text)?.href ?? '')
    .refine((href) => href !== '', 'not_an_address'),
  /** Empty: what the calendar calls itself. */
  name: z
    .string()
    .default('')
    .transform((text) => shortLine(text, mostNameLetters)),
});

/**
 * The addresses that are its owner's in a calendar, as they were typed: apart by spaces, commas,
 * semicolons or lines; as they are compared, each once.
 */
export const ownAddressesForm = z.object({
  id: oneLine(36),
  addresses: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(/[\s,;]+/)
        .map((address) => address.replace(/^mailto:/i, ''))
        .filter((address) => address !== ''),
    )
    .refine((typed) => typed.every((one) => emailAddress.safeParse(one).success), 'not_addresses')
    .transform((typed) => [...new Set(typed.map((one) => one.toLowerCase()))])
    .refine((addresses) => addresses.length <= mostOwnAddresses, 'too_many'),
});

/** How a calendar is doing, as its owner is shown it. Instants are epoch milliseconds. */
export interface CalendarView {
  id: string;
  name: string;
  /** Its server; the whole address is a secret that its owner need not see again. */
  host: string;
  /** The last time that it was read, whether or not anything had changed. */
  readAt: number;
  attemptedAt: number;
  /** Null when the last attempt succeeded. */
  failure: ReadFailure | null;
  /** Since when it cannot be read: the first attempt that failed. */
  failingSince: number | null;
  /** Events to come that take time. */
  busyEvents: number;
  /** Events of it that make no sense, and so take no time. */
  skippedEvents: number;
  /** Lines of its file that are none of a calendar's. */
  skippedLines: number;
  /** Its owner's addresses in it, beside the one they sign in with. */
  ownAddresses: string[];
  unknownZones: UnknownZone[];
}
