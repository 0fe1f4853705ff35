import { sql } from 'kysely';
import type { Records } from '../records/index.js';

/** How much waits in the store, for all instances together. Ages in seconds, 0 where nothing waits. */
export type StoreFigures = Readonly<{
  waiting: number;
  inboxAgeS: number;
  /** Since when the reply that is longest due could have been sent. */
  outboxAgeS: number;
  outbox: readonly Readonly<{ channel: string; kind: OutboxKind; count: number }>[];
}>;

/** `due`: would be sent now. `later`: put off after a failed try. `failed`: given up, and nobody has looked at it. */
export type OutboxKind = 'due' | 'later' | 'failed';

/** Counts what waits; the partial indexes of waiting rows answer it, however much is stored. @throws when the store doesn't answer. */
export async function readStoreFigures({ db }: Records, now: Date): Promise<StoreFigures> {
  const at = now.getTime();
  const age = (since: number | null | undefined): number =>
    since === null || since === undefined ? 0 : Math.max(0, (at - since) / 1000);
  const inbox = await db
    .selectFrom('inbox')
    .select((column) => [
      column.fn.countAll<number>().as('waiting'),
      column.fn.min('received_at').as('oldest'),
    ])
    .where('processed_at', 'is', null)
    .executeTakeFirstOrThrow();
  const outbox = await db
    .selectFrom('outbox')
    .select((column) => [
      'channel',
      sql<OutboxKind>`case when state = 'failed' then 'failed' when next_attempt_at <= ${at} then 'due' else 'later' end`.as(
        'kind',
      ),
      column.fn.countAll<number>().as('count'),
      column.fn.min('next_attempt_at').as('oldest'),
    ])
    .where('state', 'in', ['queued', 'failed'])
    .groupBy(['channel', 'kind'])
    .execute();
  const due = outbox.filter(({ kind }) => kind === 'due');
  return {
    waiting: Number(inbox.waiting),
    inboxAgeS: age(inbox.oldest),
    outboxAgeS: Math.max(0, ...due.map(({ oldest }) => age(oldest))),
    outbox: outbox.map(({ channel, kind, count }) => ({ channel, kind, count: Number(count) })),
  };
}
