import { orderSlotsAction } from '@/lib/orders/actions/order-slots';
import { orUnsent } from './or-unsent';

export const sendOrder = orUnsent(orderSlotsAction, { failures: [], wrongAnswers: [] });
