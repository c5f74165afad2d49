import { pino } from 'pino';
import { env } from './env';
import { unnamedThrough } from './unnamed';

/**
 * One JSON line an event. Never log a token, an e-mail address or what somebody wrote; of texts that others
 * made, such as an error of a mail server's, addresses and what a URL has beside its host are taken out.
 */
export const log = pino({
  level: env.LOG_LEVEL,
  formatters: {
    // Under whatever name: as JSON an error is `{}`.
    log: (fields) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          unnamedThrough(value instanceof Error ? pino.stdSerializers.err(value) : value),
        ]),
      ),
  },
});
