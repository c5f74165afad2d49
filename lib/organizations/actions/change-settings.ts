'use server';

import { userAction } from '@/lib/action-kit/builders';
import { settingsPath } from '../constants';
import {
  appearanceForm,
  closedDayForm,
  limitsForm,
  limitsLists,
  newMentorsForm,
  openDayForm,
} from '../schema/settings';
import { changeSettings, closeDay, openDay } from '../service/change-settings';

/** Saves how an organization of the viewer's appears, and who becomes a mentor of it. */
export const saveAppearanceAction = userAction({
  schema: appearanceForm,
  flash: 'save-appearance',
  run: ({ input, viewer, now }) => {
    const { organization, hasAccent, accentColor, visibility, ...set } = input;
    return changeSettings({
      userId: viewer.id,
      organization,
      set: {
        ...set,
        accentColor: hasAccent ? accentColor : null,
        isPublic: visibility === 'public',
      },
      now,
    });
  },
  leadsTo: ({ input }) => `${settingsPath(input.organization)}?done=appearance`,
});

/** Saves what holds for those who book, and what mentors may offer from now on. */
export const saveLimitsAction = userAction({
  schema: limitsForm,
  lists: limitsLists,
  flash: 'save-limits',
  run: ({ input: { organization, ...set }, viewer, now }) =>
    changeSettings({ userId: viewer.id, organization, set, now }),
  leadsTo: ({ input }) => `${settingsPath(input.organization)}?done=limits`,
});

/** Saves by which rules new mentors are booked. */
export const saveNewMentorsAction = userAction({
  schema: newMentorsForm,
  flash: 'save-new-mentors',
  run: ({ input: { organization, ...set }, viewer, now }) =>
    changeSettings({ userId: viewer.id, organization, set, now }),
  leadsTo: ({ input }) => `${settingsPath(input.organization)}?done=newMentors`,
});

/** Closes a day for all mentors of an organization of the viewer's. */
export const closeDayAction = userAction({
  schema: closedDayForm,
  flash: 'close-day',
  run: ({ input, viewer, now }) => closeDay({ ...input, userId: viewer.id, now }),
  leadsTo: ({ input: { organization, closedOn }, value: { kept } }) =>
    `${settingsPath(organization)}?done=closed&day=${closedOn}&kept=${String(kept)}#closed-days`,
});

/** Opens it again. */
export const openDayAction = userAction({
  schema: openDayForm,
  flash: 'open-day',
  run: ({ input, viewer, now }) => openDay({ ...input, userId: viewer.id, now }),
  leadsTo: ({ input }) => `${settingsPath(input.organization)}?done=opened#closed-days`,
});
