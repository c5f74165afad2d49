import { bookSlotAction } from '@/lib/orders/actions/book-slot';
import { orUnsent } from './or-unsent';

export const sendBooking = orUnsent(bookSlotAction, { alternatives: [], wrongAnswers: [] });
