import { bookSlotAction } from '@/lib/bookings/actions/book-slot';
import { orUnsent } from './or-unsent';

export const sendBooking = orUnsent(bookSlotAction, { alternatives: [], wrongAnswers: [] });
