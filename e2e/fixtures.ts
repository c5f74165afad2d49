/** Playwright's test with what ours share: signing in, more browsers, and no error unnoticed. */
import { randomBytes } from 'node:crypto';
import {
  test as base,
  expect,
  type BrowserContext,
  type BrowserContextOptions,
  type ConsoleMessage,
  type WebError,
} from '@playwright/test';
import { db, pool } from '@/db/client';
import { insertAuthSession } from '@/db/queries/auth-sessions';
import { hashToken } from '@/lib/auth/tokens';

interface Options {
  /** What the browser may complain of in a test that provokes it, such as a 404; null: of nothing. */
  expectedErrors: RegExp | null;
}

interface Fixtures {
  /** A browser of somebody else; its options come on top of the test's. */
  openBrowser: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Signs a user in by the row and the cookie that a real sign-in leaves. */
  signIn: (context: BrowserContext, user: { id: string }) => Promise<void>;
  complaints: Complaints;
}

export const test = base.extend<Options & Fixtures, { database: void }>({
  expectedErrors: [null, { option: true }],

  complaints: async ({ expectedErrors }, use) => {
    const complaints = new Complaints();
    await use(complaints);
    expect(complaints.except(expectedErrors), 'what the browser complained of').toEqual([]);
  },

  context: async ({ context, complaints }, use) => {
    complaints.listenTo(context);
    await use(context);
  },

  openBrowser: async ({ browser, complaints }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      complaints.listenTo(context);
      opened.push(context);
      return context;
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  signIn: async ({ baseURL }, use) => {
    await use(async (context, { id }) => {
      const sessionToken = randomBytes(32).toString('base64url');
      const expires = new Date(Date.now() + 3_600_000);
      await insertAuthSession(db, { tokenHash: hashToken(sessionToken), userId: id, expires });
      await context.addCookies([
        {
          name: 'authjs.session-token',
          value: sessionToken,
          url: baseURL,
          httpOnly: true,
          sameSite: 'Lax',
        },
      ]);
    });
  },

  database: [
    async ({}, use) => {
      await use();
      await pool.end();
    },
    { scope: 'worker', auto: true },
  ],
});

export { expect };

/** The test tool's own scripts may not run in the frame of a mail, as no script may. */
const ofTheTool = /^Blocked script execution in 'about:srcdoc'/;

/**
 * Errors in the console and uncaught ones, hydration mismatches among them, of every page of the
 * browsers that it listens to.
 */
class Complaints {
  readonly #found: string[] = [];

  /** @returns what ends the listening */
  listenTo(context: BrowserContext): () => void {
    const onConsole = (message: ConsoleMessage) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      this.#found.push(`${message.text()} (${url}, on ${message.page()?.url() ?? 'no page'})`);
    };
    const onError = (error: WebError) => {
      this.#found.push(`${error.error().message} (on ${error.page()?.url() ?? 'no page'})`);
    };
    context.on('console', onConsole).on('weberror', onError);
    return () => {
      context.off('console', onConsole).off('weberror', onError);
    };
  }

  except(expected: RegExp | null): string[] {
    return this.#found.filter((text) => !ofTheTool.test(text) && expected?.test(text) !== true);
  }
}
