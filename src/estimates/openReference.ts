import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { PreparedEstimate } from './estimator.js';
import { estimatorOf } from './estimators.js';
import { longReference } from './shortReference.js';
import { referenceSignature } from './signReference.js';

export type OpenedReference =
  | Readonly<{ status: 'ok'; tableVersion: string; estimate: PreparedEstimate }>
  | Readonly<{ status: 'invalid' }>;

const MAX_LENGTH = 8_192;
const payloadSchema = z.tuple([z.string(), z.string(), z.record(z.string(), z.unknown())]);

/**
 * Opens a reference, long or short; `invalid` for one that was changed, cut, signed with another key, or no longer fits
 * the inputs. Run with the table of its `tableVersion`, the estimate is what it was, reference included.
 */
export function openReference(reference: string, key: string | Uint8Array): OpenedReference {
  if (reference.length > MAX_LENGTH) return { status: 'invalid' };
  const signed = longReference(reference) ?? '';
  if (signed.length > MAX_LENGTH) return { status: 'invalid' };
  const [, payload = '', signature = ''] = /^([\w-]+)\.([\w-]+)$/.exec(signed) ?? [];
  if (!matches(signature, referenceSignature(payload, key))) return { status: 'invalid' };
  const content = payloadSchema.safeParse(readJson(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!content.success) return { status: 'invalid' };
  const [kind, tableVersion, input] = content.data;
  const estimator = estimatorOf(kind);
  if (estimator === undefined || !estimator.input.safeParse(input).success) return { status: 'invalid' };
  return { status: 'ok', tableVersion, estimate: estimator.prepare((schema) => schema.parse(input)) };
}

/** Compared as text: base64url has spellings that decode alike, and only the one we wrote is ours. */
function matches(given: string, expected: string): boolean {
  const wanted = Buffer.from(expected);
  const written = Buffer.from(given);
  return written.length === wanted.length && timingSafeEqual(written, wanted);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
