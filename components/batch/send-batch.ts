import { orUnsent } from '@/components/booking/or-unsent';
import { bookBatchAction } from '@/lib/bookings/actions/book-batch';

export const sendBatch = orUnsent(bookBatchAction, { failures: [], wrongAnswers: [] });
