import { unstable_rethrow } from 'next/navigation';
import { bookSlotAction } from '@/lib/bookings/actions/book-slot';
import type { BookSlotState } from '@/lib/bookings/schema/booking';

/**
 * The booking action as the form takes it. In the server's HTML it is the action itself, which a
 * browser without script posts to. In the browser, what is thrown on the way (no network, an outage)
 * becomes a refusal: an error page in place of the form would lose what was typed. The form's request
 * id makes it safe to send it again, whether or not it had arrived.
 */
export const sendBooking = typeof window === 'undefined' ? bookSlotAction : sendFromBrowser;

async function sendFromBrowser(state: BookSlotState, form: FormData): Promise<BookSlotState> {
  try {
    return await bookSlotAction(state, form);
  } catch (error) {
    // Next.js throws to navigate: that is not ours to catch.
    unstable_rethrow(error);
    return {
      status: 'refused',
      reason: 'unsent',
      data: { alternatives: [], wrongAnswers: [] },
      values: textsOf(form),
    };
  }
}

function textsOf(form: FormData): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [field, value] of form) {
    if (typeof value === 'string') (values[field] ??= []).push(value);
  }
  return values;
}
