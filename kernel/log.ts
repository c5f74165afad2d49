import { pino } from 'pino';
import { env } from './env';

/** One JSON line an event. Never log a token, a whole e-mail address or what somebody wrote. */
export const log = pino({
  level: env.LOG_LEVEL,
  formatters: {
    // Under whatever name: as JSON an error is `{}`.
    log: (fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          value instanceof Error ? pino.stdSerializers.err(value) : value,
        ]),
      ),
  },
});
