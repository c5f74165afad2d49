import { z } from 'zod';

/** Answers as a booking keeps them, with the words of the questions as they were. */
export const bookingAnswers = z
  .array(
    z.strictObject({
      questionId: z.uuid(),
      question: z.string().min(1),
      answer: z.string().min(1),
    }),
  )
  .max(10);
export type BookingAnswer = z.output<typeof bookingAnswers>[number];
