import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's floor for argon2id (the library's default kind): 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const minPasswordLength = 12;
const maxPasswordLength = 200;

/** What is wrong with a new password; undefined when it will do. */
export type PasswordFault = 'too_short' | 'too_long' | 'too_common';

export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Compares with a stored hash. Without one (unknown user) it takes as long, and is false. */
export async function verifyPassword(stored: string | undefined, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await decoyHash()), password);
  return stored !== undefined && matches;
}

/** Checks a new password: long enough, and not made of what everybody tries first. */
export function findPasswordFault(password: string, username: string): PasswordFault | undefined {
  const length = [...password].length;
  if (length < minPasswordLength) return 'too_short';
  if (length > maxPasswordLength) return 'too_long';
  return isCommon(password.toLowerCase(), username.toLowerCase()) ? 'too_common' : undefined;
}

const oneTimeAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be read out or copied once and changed at the first log-in: `k7mw-3xfq-p2ha-9tbd`. */
export function newOneTimePassword(): string {
  const group = () =>
    Array.from({ length: 4 }, () => oneTimeAlphabet[randomInt(oneTimeAlphabet.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}

let decoy: Promise<string> | undefined;

function decoyHash(): Promise<string> {
  decoy ??= hash('no such account', cost);
  return decoy;
}

const commonParts = [
  'password',
  'matkhau',
  'baohiem',
  'xahoi',
  'yte',
  'bhxh',
  'bhyt',
  'ansinh',
  'an-sinh',
  'vietnam',
  'qwerty',
  'iloveyou',
  'admin',
  'abc',
  'asdf',
  'zxcv',
];

/** True when little is left after taking out common words, the user's name, digits in order and repeated letters. */
function isCommon(password: string, username: string): boolean {
  let rest = password;
  for (const part of [username, ...commonParts].filter((part) => part.length > 2))
    rest = rest.replaceAll(part, '');
  rest = rest.replace(/(.)\1+/g, '$1').replace(/0?123456?7?8?9?0?|987654?3?2?1?0?|(19|20)\d\d/g, '');
  return new Set(rest).size < 5;
}
