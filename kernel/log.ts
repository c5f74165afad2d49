import { pino } from 'pino';
import { env } from './env';

/** One JSON line an event. Never log a token, a whole e-mail address or what somebody wrote. */
export const log = pino({ level: env.LOG_LEVEL });
