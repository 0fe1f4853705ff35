/** A table that grows with every message, the column by which PostgreSQL keeps it in months, and what is unique in each month. */
export type GrowingTable = Readonly<{
  name: 'inbox' | 'outbox';
  time: 'received_at' | 'created_at';
  primaryKey: readonly string[];
  unique: readonly string[];
}>;

/*
 * PostgreSQL can hold something unique over all partitions only together with the time, which would hold nothing at all: the same
 * number a millisecond later would pass. So each partition has the keys by itself, and over partitions they hold as follows.
 *
 * A conversation's numbers come from its own row: `last_seq` is raised by an update that locks the row until the commit.
 * A delivery's key belongs to one conversation (every channel makes it of what names the message), and whoever stores a message has that
 * row locked before looking for the key in all months in which the conversation lives (`acceptMessage`, also of earlier versions): of two
 * who take the same delivery at once the second one waits, and then sees the row of the first, on whichever side of a border it lies.
 */
export const growingTables: readonly GrowingTable[] = [
  { name: 'inbox', time: 'received_at', primaryKey: ['conversation_id', 'seq'], unique: ['key'] },
  { name: 'outbox', time: 'created_at', primaryKey: ['conversation_id', 'seq'], unique: [] },
];

/** The partition that holds all that was there before the first month. */
export function nameOfBefore({ name }: Pick<GrowingTable, 'name'>): string {
  return `${name}_before`;
}

/** The partition for times that no other one takes: a clock that is far off must not cost a message. */
export function nameOfDefault({ name }: Pick<GrowingTable, 'name'>): string {
  return `${name}_default`;
}
