import type { Adapter } from 'next-auth/adapters';
import { hashToken } from './tokens';

/**
 * The adapter, which keeps the hash of a login session's token and not the token. The library puts what
 * it gets back into the cookie: from here it is always the token that the browser has. Of an account
 * elsewhere it keeps whose it is; the keys to it that come along are of no use to us.
 */
export function hashingTokens(adapter: Adapter): Adapter {
  return {
    ...adapter,
    async createSession(session) {
      const { sessionToken } = session;
      await adapter.createSession?.({ ...session, sessionToken: hashToken(sessionToken) });
      return session;
    },
    async getSessionAndUser(sessionToken) {
      const found = await adapter.getSessionAndUser?.(hashToken(sessionToken));
      return found ? { ...found, session: { ...found.session, sessionToken } } : null;
    },
    async updateSession(session) {
      const { sessionToken } = session;
      const kept = await adapter.updateSession?.({
        ...session,
        sessionToken: hashToken(sessionToken),
      });
      return kept ? { ...kept, sessionToken } : null;
    },
    async linkAccount({ userId, type, provider, providerAccountId }) {
      await adapter.linkAccount?.({ userId, type, provider, providerAccountId });
    },
    async deleteSession(sessionToken) {
      await adapter.deleteSession?.(hashToken(sessionToken));
    },
  };
}
