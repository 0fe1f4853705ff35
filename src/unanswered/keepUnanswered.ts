import type { Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Cipher } from '../privacy/index.js';
import type { Records, Schema } from '../records/index.js';
import type { KeptQuestion, UnansweredQuestion } from './Unanswered.js';

const MOST_MARKS = 40;
const stored = z.object({ text: z.string(), marks: z.array(z.string()) });

/** A new id; ordered by time, and by nothing that leads to whoever asked. */
export function newUnansweredId(): string {
  return uuidv7();
}

/** Keeps a question in the transaction of its turn. */
export async function insertUnanswered(
  transaction: Transaction<Schema>,
  cipher: Cipher,
  { id, question, at }: Readonly<{ id: string; question: UnansweredQuestion; at: number }>,
): Promise<void> {
  const { locale, outcome, text, marks } = question;
  const kept = JSON.stringify({ text, marks: marks.slice(0, MOST_MARKS) });
  await transaction
    .insertInto('unanswered_questions')
    .values({ id, at, locale, outcome, question: cipher.seal(kept, contextOf(id)) })
    .execute();
}

/** Forgets questions: they found their answer after all, or an administrator is done with them. @returns how many there were. */
export async function removeUnanswered(
  db: Transaction<Schema> | Records['db'],
  ids: readonly string[],
): Promise<number> {
  let removed = 0;
  for (let at = 0; at < ids.length; at += BATCH) {
    const { numDeletedRows } = await db
      .deleteFrom('unanswered_questions')
      .where('id', 'in', ids.slice(at, at + BATCH))
      .executeTakeFirst();
    removed += Number(numDeletedRows);
  }
  return removed;
}

/** SQLite takes so many parameters in any build. */
const BATCH = 500;

/** Forgets what was asked before a moment. @returns how many questions that were. */
export async function expireUnanswered({ db }: Records, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('unanswered_questions')
    .where('at', '<', before.getTime())
    .executeTakeFirst();
  return Number(numDeletedRows);
}

export type Period = Readonly<{ from?: number; before?: number }>;

/** The questions of a period, the oldest first, 20,000 at most: the newest of them. Times are milliseconds since 1970. */
export async function readUnanswered(
  { db }: Records,
  cipher: Cipher,
  { from, before }: Period = {},
): Promise<readonly KeptQuestion[]> {
  const rows = await db
    .selectFrom('unanswered_questions')
    .selectAll()
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? 0))
    .$if(before !== undefined, (query) => query.where('at', '<', before ?? 0))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_READ)
    .execute();
  return rows.toReversed().map(({ id, at, locale, outcome, question }) => {
    const { text, marks } = stored.parse(JSON.parse(cipher.open(question, contextOf(id))));
    return { id, at, locale, outcome, text, marks };
  });
}

const MOST_READ = 20_000;

function contextOf(id: string): string {
  return `unanswered_questions/${id}/question`;
}
