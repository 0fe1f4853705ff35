import { Socket } from 'node:net';
import pg from 'pg';

const poolSize = 16;
const connectTimeoutMs = 3_000;
/** The server gives up on a statement after this: nothing that a citizen or officer waits for may take longer. */
const statementTimeoutMs = 4_000;
/** Whoever stopped in the middle of a transaction lets go of its rows before those who wait for them give up. */
const idleInTransactionMs = 3_000;
/** Unused connections are closed before they count as silent. */
const idleTimeoutMs = 4_000;
/** A server that is there has answered by now, be it with an error: a longer silence means that the line is dead. */
const silenceMs = statementTimeoutMs + 500;
/** Where a statement may take long: only a line that was dead for so long is given up. */
const patientSilenceMs = 15 * 60_000;
/** The last resort where bytes drip and never end. */
const queryTimeoutMs = 12_000;
const int8 = 20;

/**
 * Connections to PostgreSQL that don't hang: a line on which nothing comes any more is dropped, whether somebody waits on it or not, so
 * that all that died together are gone together. `patient`: for migrations and copies of a whole office, which may take their time.
 */
export function openPool(connectionString: string, patient: boolean): pg.Pool {
  const types = new pg.TypeOverrides();
  // Every bigint of ours (milliseconds, counters) is a safe integer.
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    keepAlive: true,
    types,
    stream: () => openWatchedSocket(patient ? patientSilenceMs : silenceMs),
    ...(patient
      ? {}
      : {
          statement_timeout: statementTimeoutMs,
          idle_in_transaction_session_timeout: idleInTransactionMs,
          query_timeout: queryTimeoutMs,
        }),
  });
  // A connection that breaks is replaced by the pool, and whoever waits on it is told; without a listener it would end the
  // process: on the pool for idle ones, on the connection while it is in use.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function openWatchedSocket(longestSilenceMs: number): Socket {
  const socket = new Socket();
  socket.setTimeout(longestSilenceMs);
  socket.on('timeout', () => {
    // After a busy or stopped moment of ours the answer may lie there, not yet read.
    const { bytesRead } = socket;
    setImmediate(() => {
      if (socket.bytesRead === bytesRead) socket.destroy(new Error('The database fell silent.'));
    });
  });
  return socket;
}
