import { HttpError } from 'react-admin';
import { isRecord } from '../common/isRecord.js';

/** What is known of a request that failed. `status` is 0 where no answer came. */
export interface ApiFailure {
  readonly status: number;
  /** The server's error code, or `network`, `timeout`, `format`, `unknown`. */
  readonly code: string;
  /** Words for people, or a key of the console's words. */
  readonly message: string;
  /** Seconds to wait, when the server asked for it. */
  readonly retryAfter: number | undefined;
  readonly fields: readonly FieldError[];
}

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** The error react-admin understands: `body.errors` puts each message beside its field. */
export function toHttpError(failure: ApiFailure): HttpError {
  return new HttpError(failure.message, failure.status, {
    failure,
    ...(failure.fields.length > 0 ? { errors: nestFields(failure.fields) } : {}),
  });
}

/** The failure behind an error of any kind, so that a screen can tell a conflict from a broken network. */
export function toFailure(error: unknown): ApiFailure {
  if (isRecord(error) && isRecord(error['body']) && isFailure(error['body']['failure']))
    return error['body']['failure'];
  const message = error instanceof Error ? error.message : 'console.errors.server';
  return { status: 0, code: 'unknown', message, retryAfter: undefined, fields: [] };
}

function isFailure(value: unknown): value is ApiFailure {
  return isRecord(value) && typeof value['code'] === 'string' && typeof value['status'] === 'number';
}

interface NestedErrors {
  [key: string]: string | NestedErrors;
}

/** `answer.vi` becomes `{ answer: { vi: … } }`; a field named both as leaf and as branch keeps the leaf. */
function nestFields(fields: readonly FieldError[]): NestedErrors {
  const root: NestedErrors = {};
  for (const { field, message } of fields) {
    const path = field.split('.');
    const last = path.pop();
    if (last === undefined || last === '') continue;
    const branch = path.reduce<NestedErrors | undefined>((node, key) => descend(node, key), root);
    if (branch !== undefined && branch[last] === undefined) branch[last] = message;
  }
  return root;
}

function descend(node: NestedErrors | undefined, key: string): NestedErrors | undefined {
  if (node === undefined) return undefined;
  const next = (node[key] ??= {});
  return typeof next === 'string' ? undefined : next;
}
