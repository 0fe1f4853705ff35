import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { referenceDictionary } from './referenceDictionary.js';

const VERSION = 1;
const SIGNATURE_BYTES = 16;
const HEAD_BYTES = 1 + SIGNATURE_BYTES;
const MOST_BYTES = 8_192;
const dictionary = Buffer.from(referenceDictionary);

/**
 * The same reference in fewer characters, for codes that a telephone reads from paper and for addresses: a version, the
 * signature and the content packed, in base64url without a dot. What is signed stays what it was.
 * @param reference one of ours, long or short
 */
export function shortReference(reference: string): string {
  const [payload = '', signature = ''] = (longReference(reference) ?? '').split('.');
  const content = deflateRawSync(Buffer.from(payload, 'base64url'), { dictionary, level: 9, memLevel: 9 });
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(signature, 'base64url'), content]).toString(
    'base64url',
  );
}

/**
 * The reference as it was signed, from either spelling; undefined for what can be neither. Packing has several spellings
 * that unpack alike; whether the signature is ours, only opening tells.
 */
export function longReference(reference: string): string | undefined {
  if (reference.includes('.')) return reference;
  if (!/^[\w-]+$/.test(reference)) return undefined;
  const bytes = Buffer.from(reference, 'base64url');
  if (bytes[0] !== VERSION || bytes.toString('base64url') !== reference) return undefined;
  const content = unpack(bytes.subarray(HEAD_BYTES));
  if (content === undefined) return undefined;
  return `${content.toString('base64url')}.${bytes.subarray(1, HEAD_BYTES).toString('base64url')}`;
}

function unpack(packed: Buffer): Buffer | undefined {
  try {
    return inflateRawSync(packed, { dictionary, maxOutputLength: MOST_BYTES });
  } catch {
    return undefined;
  }
}
