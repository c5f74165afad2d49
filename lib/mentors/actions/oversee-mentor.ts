'use server';

import { userAction } from '@/lib/action-kit/builders';
import { overseenPath } from '../constants';
import { appointForm, overseenForm, sendBackForm } from '../schema/overseen';
import { appointMentor } from '../service/appoint-mentor';
import { approveMentor, pauseMentor, sendMentorBack } from '../service/review-mentor';

interface Judged {
  organization: string;
  slug: string;
}

const leadsBack =
  (done: string) =>
  ({ value: { organization, slug } }: { value: Judged }) =>
    `${overseenPath(organization, slug)}?done=${done}`;

/** Lets a mentor of an organization that the viewer looks after be seen. */
export const approveMentorAction = userAction({
  schema: overseenForm,
  flash: 'approve-mentor',
  run: ({ input, viewer, now }) => approveMentor({ ...input, userId: viewer.id, now }),
  leadsTo: leadsBack('approved'),
});

/** Hides one, with words about what is to change. */
export const sendMentorBackAction = userAction({
  schema: sendBackForm,
  flash: 'send-mentor-back',
  run: ({ input, viewer, now }) => sendMentorBack({ ...input, userId: viewer.id, now }),
  leadsTo: leadsBack('sentBack'),
});

/** Closes one's calendar for new bookings. */
export const pauseMentorAction = userAction({
  schema: overseenForm,
  flash: 'pause-mentor',
  run: ({ input, viewer, now }) =>
    pauseMentor({ ...input, isPaused: true, userId: viewer.id, now }),
  leadsTo: leadsBack('paused'),
});

/** Opens it again. */
export const resumeMentorAction = userAction({
  schema: overseenForm,
  flash: 'resume-mentor',
  run: ({ input, viewer, now }) =>
    pauseMentor({ ...input, isPaused: false, userId: viewer.id, now }),
  leadsTo: leadsBack('resumed'),
});

/** Makes a member of an organization that the viewer looks after a mentor. */
export const appointMentorAction = userAction({
  schema: appointForm,
  flash: 'appoint-mentor',
  run: ({ input: { organization, ...appointed }, viewer, now }) =>
    appointMentor({ userId: viewer.id, organization, appointed, now }),
  leadsTo: ({ input: { organization }, value: { slug } }) =>
    `${overseenPath(organization, slug)}?done=appointed`,
});
