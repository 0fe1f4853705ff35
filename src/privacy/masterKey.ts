import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

const keyLength = 32;

/**
 * The key that guards personal data: `DATA_KEY` where it is set, else the file `master.key` under the data folder,
 * made on the first start (readable by the owner only).
 * @throws when the file exists and doesn't hold 32 bytes in base64: a new key would make the stored data unreadable.
 */
export function loadMasterKey(dataDir: string, configured: string | undefined): Buffer {
  if (configured !== undefined) return Buffer.from(configured, 'base64');
  const file = join(dataDir, 'master.key');
  mkdirSync(dataDir, { recursive: true });
  createOnce(file);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== keyLength) {
    throw new Error(
      `${file} doesn't hold a key of ${keyLength} bytes in base64. Restore it from the backup; without it the stored data can't be read.`,
    );
  }
  return key;
}

/** Complete or not there at all: another process starting now, or this one killed here, must not meet half a key. */
function createOnce(file: string): void {
  if (existsSync(file)) return;
  const draft = `${file}.${process.pid}`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, `${randomBytes(keyLength).toString('base64')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST'))
      throw error;
  } finally {
    rmSync(draft);
  }
}
