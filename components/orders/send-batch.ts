import { orUnsent } from './or-unsent';
import { bookBatchAction } from '@/lib/orders/actions/book-batch';

export const sendBatch = orUnsent(bookBatchAction, { failures: [], wrongAnswers: [] });
