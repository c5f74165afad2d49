'use server';

import { userAction } from '@/lib/action-kit/builders';
import { addQuestionForm, editQuestionForm, moveQuestionForm, questionIdForm } from '../schema';
import {
  addQuestion,
  archiveQuestion,
  editQuestion,
  moveQuestion,
} from '../service/edit-questions';

const pageOf = ({ serviceId }: { serviceId: string }, done: string) =>
  `/mentor/services/${serviceId}?done=${done}`;

export const addQuestionAction = userAction({
  schema: addQuestionForm,
  flash: 'add-question',
  run: ({ input: { serviceId, ...question }, viewer, now }) =>
    addQuestion({ userId: viewer.id, serviceId, question, now }),
  leadsTo: ({ input }) => pageOf(input, 'question_added'),
});

export const editQuestionAction = userAction({
  schema: editQuestionForm,
  flash: 'edit-question',
  run: ({ input: { serviceId, questionId, ...question }, viewer, now }) =>
    editQuestion({ userId: viewer.id, serviceId, questionId, question, now }),
  leadsTo: ({ input }) => pageOf(input, 'question_saved'),
});

export const moveQuestionAction = userAction({
  schema: moveQuestionForm,
  flash: 'move-question',
  run: ({ input, viewer, now }) => moveQuestion({ ...input, userId: viewer.id, now }),
  refreshes: true,
});

export const archiveQuestionAction = userAction({
  schema: questionIdForm,
  flash: 'archive-question',
  run: ({ input, viewer, now }) => archiveQuestion({ ...input, userId: viewer.id, now }),
  leadsTo: ({ input }) => pageOf(input, 'question_archived'),
});
