import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';

/**
 * A lowdb adapter that doesn't lose what it reported as written: a temporary file is flushed to the disk, renamed over the
 * old one, and the folder flushed too. Writes that come while one is under way share the next one.
 */
export class DurableFile<Data> implements Adapter<Data> {
  readonly #file: string;
  readonly #schema: z.ZodType<Data>;
  #pending: Data | undefined;
  #next: Promise<void> | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(file: string, schema: z.ZodType<Data>) {
    this.#file = file;
    this.#schema = schema;
  }

  /** Null when there is no file yet. @throws naming the file and the field when it is damaged: it is never taken for empty. */
  async read(): Promise<Data | null> {
    let text: string;
    try {
      text = await readFile(this.#file, 'utf8');
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
        return null;
      throw error;
    }
    const parsed = this.#schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw new Error(
      `${this.#file} is damaged: ${z.prettifyError(parsed.error)}\nPut back the last good copy from a backup.`,
    );
  }

  write(data: Data): Promise<void> {
    this.#pending = data;
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        const latest = this.#pending;
        this.#pending = undefined;
        this.#next = undefined;
        this.#running = this.#replace(JSON.stringify(latest));
        return this.#running;
      });
    return this.#next;
  }

  async #replace(text: string): Promise<void> {
    const temporary = `${this.#file}.${process.pid}.tmp`;
    const handle = await open(temporary, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, this.#file);
    const folder = await open(dirname(this.#file), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

/** Undefined for what isn't JSON: no schema takes that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
