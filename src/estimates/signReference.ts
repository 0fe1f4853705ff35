import { createHmac } from 'node:crypto';

/** The same calculation again: its kind, the input with its date, and the version of the table it was made with. */
export type ReferenceContent = Readonly<{
  kind: string;
  input: Readonly<Record<string, unknown>>;
  tableVersion: string;
}>;

// Half of HMAC-SHA256, the shortest cut that RFC 2104 advises: 128 bits can't be guessed and keep the reference short.
const SIGNATURE_BYTES = 16;

/** A compact id for URLs: the content in base64url, a dot, and its HMAC-SHA256 signature. Signed, not secret. */
export function signReference(
  { kind, input, tableVersion }: ReferenceContent,
  key: string | Uint8Array,
): string {
  // In the order of their names, so that the same calculation always has the same reference.
  const fields = Object.fromEntries(Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const payload = Buffer.from(JSON.stringify([kind, tableVersion, fields])).toString('base64url');
  return `${payload}.${referenceSignature(payload, key)}`;
}

/** The signature that belongs to a payload, in base64url. */
export function referenceSignature(payload: string, key: string | Uint8Array): string {
  return createHmac('sha256', key)
    .update('estimate-reference.')
    .update(payload)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
    .toString('base64url');
}
