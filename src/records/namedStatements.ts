import { createHash } from 'node:crypto';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** A statement that came so often is worth being kept ready by the server. */
const worthAName = 8;
/** As many are kept ready on each connection at most. */
const mostNames = 64;
/** As many different statements are counted at most; those that come after them are never named. */
const mostCounted = 1_000;

/**
 * The pool for Kysely, with a name for each statement that comes again and again: a connection's server then reads and plans it a few
 * times and not each time, which costs more than running it. Connections have to be direct ones: behind a pooler the next statement may
 * reach a server that never heard the name. Where one turns out not to be, names are given up.
 */
export function withNamedStatements(pool: Pool): PostgresPool {
  const names = createNames();
  const clients = new WeakMap<PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const known = clients.get(client) ?? withNames(client, names);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

type Names = Readonly<{ nameOf: (text: string) => string | undefined; giveUp: () => void }>;

function withNames(client: PoolClient, names: Names): PostgresPoolClient {
  const run = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    const name = names.nameOf(text);
    if (name === undefined) return client.query(text, [...values]);
    try {
      return await client.query({ name, text, values: [...values] });
    } catch (error) {
      if (!isUnknownName(error)) throw error;
      // It did not run. In a transaction this fails, too, and with it the transaction.
      names.giveUp();
      return client.query(text, [...values]);
    }
  };
  function query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('Nothing is read by cursors.');
    return run(text, values);
  }
  return { query, release: (destroy) => client.release(destroy) };
}

function createNames(): Names {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  let isGivenUp = false;
  const nameOf = (text: string): string | undefined => {
    if (isGivenUp) return undefined;
    const named = names.get(text);
    if (named !== undefined) return named;
    const count = counts.get(text) ?? 0;
    if (names.size >= mostNames || !mayBeNamed(text) || (count === 0 && counts.size >= mostCounted))
      return undefined;
    counts.set(text, count + 1);
    if (count + 1 < worthAName) return undefined;
    // By its text: whatever instance gave a name, under it runs nothing else.
    const name = `s_${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
    names.set(text, name);
    return name;
  };
  return {
    nameOf,
    giveUp: () => {
      isGivenUp = true;
    },
  };
}

/** "Invalid SQL statement name" and "duplicate prepared statement". */
function isUnknownName(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '26000' || error.code === '42P05');
}

/**
 * A newer version may add a column to a table while this one runs; a plan that gives out every column of it would then be refused. What
 * begins with `with` names the columns in its parts.
 */
function mayBeNamed(text: string): boolean {
  return /^(?:select|insert|update|delete)\b(?!.*\*)|^with\b/s.test(text);
}
