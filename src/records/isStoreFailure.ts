import { types } from 'node:util';
import { poolSays } from './poolSays.js';

/** SQLite's primary result codes: busy, locked, read-only, I/O error, corrupt, full, can't open. */
const sqliteFailures = new Set([5, 6, 8, 10, 11, 13, 14]);
/** PostgreSQL's classes: connection, resources, operator intervention, system error; then single states of other classes. */
const postgresClasses = /^(?:08|53|57|58)/;
const postgresStates = new Set(['25006', '55P03', 'XX001', 'XX002']);
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
/**
 * Whether an error says that the store can't do its work just now (full, away, read-only, too slow) and not that it was asked for
 * something wrong. Trying again later may help; nothing was committed.
 */
export function isStoreFailure(error: unknown): boolean {
  // Node's own errors are none of the `Error` of a test's realm.
  if (!types.isNativeError(error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ERR_SQLITE_ERROR')
    return (
      'errcode' in error && typeof error.errcode === 'number' && sqliteFailures.has(error.errcode & 0xff)
    );
  return (
    postgresClasses.test(code) ||
    postgresStates.has(code) ||
    networkCodes.has(code) ||
    (code === '' && poolSays.test(error.message))
  );
}
