import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Executor } from '../client';
import { prepared } from '../prepared';
import { isAnyOf } from '../conditions';
import { questions, services, variants } from '../schema/services';

/*
 * What services ask. Those that are asked no more stay archived; whoever edits is named, so that nobody
 * reaches the questions of another's service.
 */

const columns = {
  id: questions.id,
  text: questions.text,
  kind: questions.kind,
  options: questions.options,
  isRequired: questions.isRequired,
};

const findAsked = prepared((db) =>
  db
    .select(columns)
    .from(questions)
    .innerJoin(variants, eq(variants.serviceId, questions.serviceId))
    .where(and(eq(variants.id, sql.placeholder('variantId')), isNull(questions.archivedAt)))
    .orderBy(asc(questions.position)),
);

/** What whoever books this variant is asked, in order; at most ten. */
export function listAskedQuestions(executor: Executor, { variantId }: { variantId: string }) {
  return findAsked(executor, { variantId });
}

type OfService = { mentorId: string; serviceId: string };

/** What a mentor's service asks, in order. */
export async function listOwnQuestions(executor: Executor, { mentorId, serviceId }: OfService) {
  return executor
    .select(columns)
    .from(questions)
    .innerJoin(services, eq(services.id, questions.serviceId))
    .where(
      and(
        eq(questions.serviceId, serviceId),
        eq(services.mentorId, mentorId),
        isNull(questions.archivedAt),
      ),
    )
    .orderBy(asc(questions.position));
}

export async function insertQuestion(executor: Executor, values: typeof questions.$inferInsert) {
  await executor.insert(questions).values(values);
}

/** Changes a question that is asked. False: it is not, or not by a service of the mentor's. */
export async function updateQuestion(
  executor: Executor,
  {
    mentorId,
    serviceId,
    questionId,
    set,
  }: OfService & {
    questionId: string;
    set: Partial<
      Pick<typeof questions.$inferInsert, 'text' | 'kind' | 'options' | 'isRequired'>
    > & { archivedAt?: Temporal.Instant };
  },
): Promise<boolean> {
  const rows = await executor
    .update(questions)
    .set(set)
    .from(services)
    .where(
      and(
        eq(questions.id, questionId),
        eq(questions.serviceId, serviceId),
        isNull(questions.archivedAt),
        eq(services.id, questions.serviceId),
        eq(services.mentorId, mentorId),
      ),
    )
    .returning({ id: questions.id });
  return rows.length > 0;
}

/** Puts the questions that a mentor's service asks into this order. */
export async function orderQuestions(
  executor: Executor,
  { mentorId, serviceId, ids }: OfService & { ids: string[] },
): Promise<void> {
  if (ids.length === 0) return;
  const places = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  // One statement: the constraint on places looks when it is done, not at each row.
  await executor
    .update(questions)
    .set({ position: sql`array_position(array[${places}], ${questions.id}) - 1` })
    .from(services)
    .where(
      and(
        isAnyOf(questions.id, ids),
        eq(questions.serviceId, serviceId),
        isNull(questions.archivedAt),
        eq(services.id, questions.serviceId),
        eq(services.mentorId, mentorId),
      ),
    );
}
