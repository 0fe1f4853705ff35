import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

/** Seals and opens single fields, and makes the look-up value of a phone number. */
export type Cipher = Readonly<{
  /** Encrypts `text`. `context` (table, row and column) is bound to it: a value moved elsewhere doesn't open. */
  seal: (text: string, context: string) => string;
  /** @throws when the value was changed, moved, or sealed under another key. */
  open: (sealed: string, context: string) => string;
  /** A keyed digest for equality look-ups of `value`; without the key it tells nothing. */
  blindIndex: (value: string) => string;
  /** A key of its own for another use (`purpose`), derived from the same master key. */
  deriveKey: (purpose: string) => Uint8Array<ArrayBuffer>;
  /** Tells two master keys apart without giving either away. */
  fingerprint: string;
}>;

const nonceLength = 12;
const tagLength = 16;
const format = 'a1';
const noncesAtOnce = 256;

/** AES-256-GCM with a random nonce per value; every use has its own key, derived by HKDF-SHA-256 from `masterKey` (32 bytes). */
export function createCipher(masterKey: Uint8Array): Cipher {
  const deriveKey = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', masterKey, '', `an-sinh:${purpose}`, 32));
  // Handed over as bytes, a key would be made anew for every field, which costs more than sealing it.
  const fieldKey = createSecretKey(deriveKey('field'));
  const indexKey = createSecretKey(deriveKey('blind-index'));

  return {
    seal(text, context) {
      const nonce = nextNonce();
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce).setAAD(Buffer.from(context));
      const body = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${format}.${body.toString('base64url')}`;
    },
    open(sealed, context) {
      if (!sealed.startsWith(`${format}.`))
        throw new Error(`The sealed value for ${context} has an unknown format.`);
      const body = Buffer.from(sealed.slice(format.length + 1), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, body.subarray(0, nonceLength), {
        authTagLength: tagLength,
      })
        .setAAD(Buffer.from(context))
        .setAuthTag(body.subarray(-tagLength));
      return (
        decipher.update(body.subarray(nonceLength, -tagLength), undefined, 'utf8') + decipher.final('utf8')
      );
    },
    blindIndex: (value) => createHmac('sha256', indexKey).update(value).digest('base64url'),
    deriveKey,
    fingerprint: Buffer.from(deriveKey('fingerprint')).toString('base64url').slice(0, 16),
  };
}

let nonces = Buffer.alloc(0);

/** Asking for randomness costs as much as sealing a short text: it is asked for many nonces at once. Each is given out once. */
function nextNonce(): Buffer {
  if (nonces.length < nonceLength) nonces = randomBytes(nonceLength * noncesAtOnce);
  const nonce = nonces.subarray(0, nonceLength);
  nonces = nonces.subarray(nonceLength);
  return nonce;
}
