'use server';

import { z } from 'zod';
import { oneLine } from '@/kernel/plain-text';
import type { ReadFailure } from '@/domain/external-calendars';
import { userAction } from '@/lib/action-kit/builders';
import { ok } from '@/kernel/result';
import { addCalendarForm, ownAddressesForm } from './schema';
import { calendarsPath } from '@/domain/external-calendars';
import { addCalendar, removeCalendar, saveOwnAddresses } from './service/keep-calendars';
import { refreshCalendar } from './service/refresh-calendars';

const oneCalendar = z.object({ id: oneLine(36) });

const arrivedAt = (done: string, now: { epochMilliseconds: number }) =>
  `${calendarsPath}?done=${done}&at=${String(now.epochMilliseconds)}`;

/** Adds a calendar of the viewer's, which is read before this answers. */
export const addCalendarAction = userAction({
  schema: addCalendarForm,
  flash: 'add-calendar',
  limitByPerson: 'calendar_by_person',
  run: async ({ input: { url, name }, viewer, now }) => {
    const result = await addCalendar({ userId: viewer.id, url, name, now });
    if (result.ok) return result;
    const failure: ReadFailure | null = 'failure' in result ? result.failure : null;
    return { ok: false, reason: result.reason, data: { failure } };
  },
  leadsTo: ({ now }) => arrivedAt('added', now),
});

/** Reads a calendar of the viewer's at once. How it went, its place in the list says. */
export const refreshCalendarAction = userAction({
  schema: oneCalendar,
  flash: 'refresh-calendar',
  limitByPerson: 'calendar_by_person',
  run: ({ input: { id }, viewer, now }) => refreshCalendar({ userId: viewer.id, id, now }),
  leadsTo: ({ value, now }) => arrivedAt(value.failure === null ? 'refreshed' : 'unreadable', now),
});

/** Says which addresses are the viewer's own in a calendar, which is then read again at once. */
export const ownAddressesAction = userAction({
  schema: ownAddressesForm,
  flash: 'own-addresses',
  limitByPerson: 'calendar_by_person',
  run: async ({ input: { id, addresses }, viewer, now }) => {
    const saved = await saveOwnAddresses({ userId: viewer.id, id, addresses, now });
    if (!saved.ok) return saved;
    // How that went, its place in the list says; the next run tries again.
    await refreshCalendar({ userId: viewer.id, id, now });
    return ok(undefined);
  },
  leadsTo: ({ now }) => arrivedAt('addresses', now),
});

/** Removes a calendar of the viewer's. */
export const removeCalendarAction = userAction({
  schema: oneCalendar,
  flash: 'remove-calendar',
  run: ({ input: { id }, viewer, now }) => removeCalendar({ userId: viewer.id, id, now }),
  leadsTo: ({ now }) => arrivedAt('removed', now),
});
