import { randomInt } from 'node:crypto';

/** Without 0/O, 1/I/L and U, so that a code can be read out on the phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for a lead that a person can read out: `AS-7K3-M9QX`. Uniqueness is guarded by the table. */
export function newReference(): string {
  const letters = Array.from({ length: 7 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `AS-${letters.slice(0, 3)}-${letters.slice(3)}`;
}
