import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';

/** An action as a test has it that replaces the builders by what they are given. */
export interface BuiltAction {
  schema: z.ZodType;
  run: (context: {
    input: unknown;
    viewer: unknown;
    locale: 'en';
    network: string;
    now: Temporal.Instant;
  }) => Promise<{ ok: boolean; reason?: string }>;
}

/** The actions that the code has below a folder of lib, by name, with the file of each. */
export function actionFiles(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, entry);
    if (!/\/actions(\/[\w-]+)?\.ts$/.test(path) || path.endsWith('.test.ts')) continue;
    const exported = readFileSync(path, 'utf8').matchAll(
      /^export (?:const|async function) (\w+)/gm,
    );
    for (const [, name = ''] of exported) found.set(name, path);
  }
  return found;
}

/**
 * Posts to an action as `who`, for whom the builders have seen to it that they are signed in. What the
 * schema turns away throws: it would prove nothing.
 */
export async function postAction(
  file: string,
  name: string,
  {
    posted,
    who,
    now,
  }: { posted: object; who: { id: string; email?: string }; now: Temporal.Instant },
) {
  const exported = (await import(join(process.cwd(), file))) as Record<string, BuiltAction>;
  const action = exported[name];
  if (!action) throw new Error(`${file} has no ${name}`);
  const input = action.schema.parse(posted);
  const viewer = { email: 's@example.test', name: 'S', locale: 'en', ...who };
  return action.run({ input, viewer, locale: 'en', network: '203.0.113.1', now });
}
