import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import nextConfig from '@/next.config';

/**
 * What Turbopack puts in place of the parser of texts, for Node. Only packages in their form for
 * developing complain of what is then missing, so that a build and its tests see nothing of it.
 */
function replacements(): string {
  const aliases = JSON.stringify(nextConfig.turbopack?.resolveAlias);
  const hooks = `const aliases = ${aliases};
    export const resolve = (name, context, next) =>
      next(name.startsWith('use-intl/') ? (aliases[name] ?? name) : name, context);`;
  return dataUrl(
    `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hooks))});`,
  );
}

const dataUrl = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

it('mails are written by a server under development too', async () => {
  const program = ['--conditions=development', '--import', 'tsx', '--import', replacements()];
  const run = promisify(execFile)(process.execPath, [...program, 'testing/write-every-mail.ts'], {
    env: { ...process.env, NODE_ENV: 'development' },
  });
  await expect(run).resolves.toBeDefined();
});
