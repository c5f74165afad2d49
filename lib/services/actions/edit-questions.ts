'use server';

import { userAction } from '@/lib/action-kit/builders';
import {
  addQuestionForm,
  editQuestionForm,
  moveQuestionForm,
  questionIdForm,
  type ServiceRefusal,
} from '../schema';
import {
  addQuestion,
  archiveQuestion,
  editQuestion,
  moveQuestion,
} from '../service/edit-questions';

const limitByPerson = {
  name: 'change_by_person',
  subject: ({ viewer }: { viewer: { id: string } }) => viewer.id,
} as const;

const pageOf = ({ serviceId }: { serviceId: string }, done: string) =>
  `/mentor/services/${serviceId}?done=${done}`;

export const addQuestionAction = userAction<typeof addQuestionForm, null, ServiceRefusal, null>({
  schema: addQuestionForm,
  flash: 'add-question',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const { serviceId, ...question } = input;
    const result = await addQuestion({ userId: viewer.id, serviceId, question, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: pageOf(input, 'question_added') };
  },
});

export const editQuestionAction = userAction<typeof editQuestionForm, null, ServiceRefusal, null>({
  schema: editQuestionForm,
  flash: 'edit-question',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const { serviceId, questionId, ...question } = input;
    const result = await editQuestion({ userId: viewer.id, serviceId, questionId, question, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: pageOf(input, 'question_saved') };
  },
});

export const moveQuestionAction = userAction<typeof moveQuestionForm, null, ServiceRefusal, null>({
  schema: moveQuestionForm,
  flash: 'move-question',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const result = await moveQuestion({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, refreshes: true };
  },
});

export const archiveQuestionAction = userAction<typeof questionIdForm, null, ServiceRefusal, null>({
  schema: questionIdForm,
  flash: 'archive-question',
  limitByPerson,
  run: async ({ input, viewer, now }) => {
    const result = await archiveQuestion({ ...input, userId: viewer.id, now });
    if (!result.ok) return { ok: false, reason: result.reason, data: null };
    return { ok: true, value: null, redirectTo: pageOf(input, 'question_archived') };
  },
});
