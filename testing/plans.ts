/** How PostgreSQL carries out what a piece of code asks, for tests of reads that must stay small. */
import { drizzle } from 'drizzle-orm/postgres-js';
import type postgres from 'postgres';
import { z } from 'zod';
import { db, type Executor } from '@/db/client';
import { type Send, watching } from '@/db/connection';
import { senderOf } from '@/db/prepared';
import { asViewer, type Viewing } from '@/db/viewer';

const node = z.looseObject({
  'Node Type': z.string(),
  'Actual Loops': z.number(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Shared Hit Blocks': z.number(),
  'Shared Read Blocks': z.number(),
  get Plans() {
    return z.array(node).default([]);
  },
});
type Node = z.infer<typeof node>;
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) })]);

export interface Plan {
  text: string;
  /** Pages of 8 KiB that were looked at, in memory or not; again and again counts each time. */
  pages: number;
  indexes: string[];
  /** Tables that were read from end to end. */
  wholeTables: string[];
}

interface Asked {
  text: string;
  values: unknown[];
}

/** The database, with a note in `asked` of each statement that is sent, built now or kept from before. */
export function listening(asked: Asked[]) {
  const unsafe: Send = (text, values = []) => {
    asked.push({ text, values: [...values] });
    return senderOf(db)(text, values);
  };
  const client = { options: { parsers: {}, serializers: {} }, unsafe };
  return drizzle(client as unknown as postgres.Sql, { casing: 'snake_case' });
}

/**
 * The plans of what `work` selects, in its order.
 * @param mode as PostgreSQL plans a statement for the values at hand, or once for all that may come, as
 *   it may decide to for a prepared one
 * @param viewer who reads, null for a visitor; without it the owner does, as a service
 */
export async function plansOf(
  work: (executor: Executor) => Promise<unknown>,
  mode: 'force_custom_plan' | 'force_generic_plan',
  viewer?: Viewing | null,
): Promise<Plan[]> {
  if (viewer !== undefined) {
    const asked = await askedAs(viewer, work);
    return asViewer(viewer, (tx) => explainAll(senderOf(tx), asked, mode));
  }
  const asked: Asked[] = [];
  await work(listening(asked));

  return db.transaction((tx) => explainAll(senderOf(tx), asked, mode));
}

/** What is sent while a viewer reads, between opening and closing. */
async function askedAs(viewer: Viewing | null, work: (executor: Executor) => Promise<unknown>) {
  const asked: Asked[] = [];
  watching.statement = (text, values) => asked.push({ text, values: [...values] });
  await asViewer(viewer, work);
  watching.statement = null;
  return asked.slice(1, -1);
}

async function explainAll(send: Send, asked: Asked[], mode: string): Promise<Plan[]> {
  await send(`set local plan_cache_mode = ${mode}`);
  const plans: Plan[] = [];
  for (const { text, values } of asked) {
    await send(`prepare asked as ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    const answer = await send(`explain (analyze, buffers, format json) execute asked${given}`);
    const [
      {
        'QUERY PLAN': [{ Plan: top }],
      },
    ] = explained.parse([...answer]);
    // What a policy asks of who is not seen otherwise is planned for everybody, and mostly never run.
    const nodes = allOf(top).filter((one) => one['Actual Loops'] > 0);
    plans.push({
      text,
      pages: top['Shared Hit Blocks'] + top['Shared Read Blocks'],
      indexes: nodes.flatMap((one) => one['Index Name'] ?? []),
      wholeTables: nodes
        .filter((one) => one['Node Type'] === 'Seq Scan')
        .flatMap((one) => one['Relation Name'] ?? []),
    });
    await send('deallocate asked');
  }
  return plans;
}

function allOf(top: Node): Node[] {
  return [top, ...top.Plans.flatMap(allOf)];
}

function literal(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return value === null ? 'null' : `'${text.replaceAll("'", "''")}'`;
}
