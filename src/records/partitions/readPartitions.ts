import { sql, type QueryExecutorProvider } from 'kysely';
import type { Instant } from '../schema.js';
import type { GrowingTable } from './growingTables.js';

/** A partition and the times it takes: from the first to before the second. The default partition takes what no other one does. */
export type Partition = Readonly<{ name: string }> &
  (Readonly<{ isDefault: true }> | Readonly<{ isDefault: false; from: Instant; to: Instant }>);

/** The partitions of a table on PostgreSQL; none where it is a plain table. */
export async function readPartitions(
  db: QueryExecutorProvider,
  { name }: Pick<GrowingTable, 'name'>,
): Promise<readonly Partition[]> {
  const { rows } = await sql<{ name: string; bound: string }>`
    select child.relname as name, pg_get_expr(child.relpartbound, child.oid) as bound
    from pg_inherits join pg_class as child on child.oid = inhrelid
    where inhparent = ${name}::regclass order by child.relname`.execute(db);
  return rows.map(({ name: partition, bound }) => {
    const range = /^FOR VALUES FROM \((\S+)\) TO \((\S+)\)$/.exec(bound);
    return range === null
      ? { name: partition, isDefault: true }
      : { name: partition, isDefault: false, from: instantOf(range[1]), to: instantOf(range[2]) };
  });
}

/** Whether every moment from the first to before the second has a partition of its own, the default one apart. */
export function isCovered(partitions: readonly Partition[], from: Instant, to: Instant): boolean {
  return partitions.some((one) => !one.isDefault && one.from <= from && one.to >= to);
}

function instantOf(bound: string | undefined): Instant {
  if (bound === 'MINVALUE') return Number.NEGATIVE_INFINITY;
  if (bound === 'MAXVALUE') return Number.POSITIVE_INFINITY;
  return Number(bound?.replaceAll("'", ''));
}
