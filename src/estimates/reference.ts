import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { estimateInputs, type EstimateKind } from './inputs.js';

/** The same calculation again: its kind, the input with its date, and the version of the table it was made with. */
export type ReferenceContent = Readonly<{
  kind: EstimateKind;
  input: Readonly<Record<string, unknown>>;
  tableVersion: string;
}>;

export type OpenedReference =
  | Readonly<{
      status: 'ok';
      tableVersion: string;
      estimate: {
        [Kind in EstimateKind]: Readonly<{ kind: Kind; input: z.infer<(typeof estimateInputs)[Kind]> }>;
      }[EstimateKind];
    }>
  | Readonly<{ status: 'invalid' }>;

// Half of HMAC-SHA256, the shortest cut that RFC 2104 advises: 128 bits can't be guessed and keep the reference short.
const SIGNATURE_BYTES = 16;
const MAX_LENGTH = 8_192;

/** A compact id for URLs: the content in base64url, a dot, and its HMAC-SHA256 signature. Signed, not secret. */
export function signReference(
  { kind, input, tableVersion }: ReferenceContent,
  key: string | Uint8Array,
): string {
  // In the order of their names, so that the same calculation always has the same reference.
  const fields = Object.fromEntries(Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const payload = Buffer.from(JSON.stringify([kind, tableVersion, fields])).toString('base64url');
  return `${payload}.${signatureOf(payload, key).toString('base64url')}`;
}

/** Opens a reference; `invalid` for one that was changed, cut, signed with another key, or no longer fits the inputs. */
export function openReference(reference: string, key: string | Uint8Array): OpenedReference {
  if (reference.length > MAX_LENGTH) return { status: 'invalid' };
  const match = /^([\w-]+)\.([\w-]+)$/.exec(reference);
  const [, payload = '', signature = ''] = match ?? [];
  if (!matches(signature, signatureOf(payload, key))) return { status: 'invalid' };
  const parsed = payloadSchema.safeParse(readJson(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!parsed.success) return { status: 'invalid' };
  const { tableVersion, ...estimate } = parsed.data;
  return { status: 'ok', tableVersion, estimate };
}

const version = z.string();
const payloadSchema = z.union([
  z.tuple([z.literal('voluntary'), version, estimateInputs.voluntary]).transform(toContent),
  z.tuple([z.literal('household'), version, estimateInputs.household]).transform(toContent),
  z.tuple([z.literal('supported'), version, estimateInputs.supported]).transform(toContent),
  z.tuple([z.literal('pension'), version, estimateInputs.pension]).transform(toContent),
]);

function toContent<Kind, Input>([kind, tableVersion, input]: readonly [Kind, string, Input]) {
  return { kind, tableVersion, input };
}

function signatureOf(payload: string, key: string | Uint8Array): Buffer {
  return createHmac('sha256', key)
    .update('estimate-reference.')
    .update(payload)
    .digest()
    .subarray(0, SIGNATURE_BYTES);
}

/** Compared as text: base64url has spellings that decode alike, and only the one we wrote is ours. */
function matches(given: string, expected: Buffer): boolean {
  const wanted = Buffer.from(expected.toString('base64url'));
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
