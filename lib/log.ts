import { pino } from 'pino';
import { env } from './env';

/** One JSON line an event. Never log a token, a whole e-mail address or what somebody wrote. */
export const log = pino({ level: env.NODE_ENV === 'test' ? 'silent' : env.LOG_LEVEL });
