import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Low } from 'lowdb';
import { z } from 'zod';
import { DurableFile } from '../../src/content/DurableFile.js';

const schema = z.object({ count: z.number(), words: z.array(z.string()) });
type Data = z.infer<typeof schema>;
const data = (count: number): Data => ({ count, words: ['quê', 'hương', 'x'.repeat(count % 50)] });

describe('a document in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'an-sinh-file-'));
    mkdirSync(join(folder, 'content'));
    file = join(folder, 'content', 'faq.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const filesLeft = () => readdirSync(join(folder, 'content'));

  test('is nothing before the first write and comes back as it was written', async () => {
    expect(await new DurableFile(file, schema).read()).toBeNull();
    await new DurableFile(file, schema).write(data(3));
    expect(await new DurableFile(file, schema).read()).toEqual(data(3));
  });

  test('after 50 writes at once the last one is on the disk and nothing else is left', async () => {
    const document = new DurableFile(file, schema);
    const written = Array.from({ length: 50 }, async (_, index) => {
      await document.write(data(index + 1));
      // Whoever was told "written" finds his own state there or a later one.
      expect(schema.parse(JSON.parse(readFileSync(file, 'utf8'))).count).toBeGreaterThan(index);
    });
    await Promise.all(written);
    expect(await new DurableFile(file, schema).read()).toEqual(data(50));
    expect(filesLeft()).toEqual(['faq.json']);
  });

  test('writes that come while one is under way are not lost', async () => {
    const document = new DurableFile(file, schema);
    for (let round = 0; round < 20; round += 1) {
      const first = document.write(data(round));
      await new Promise((resolve) => setTimeout(resolve, round % 4));
      await Promise.all([first, document.write(data(round + 1000))]);
      expect(await document.read()).toEqual(data(round + 1000));
    }
  });

  test('a reader never sees half of a write', async () => {
    const document = new DurableFile(file, schema);
    await document.write(data(0));
    let writing = true;
    const write = async () => {
      for (let count = 0; count < 60; count += 1) await document.write(data(count));
      writing = false;
    };
    const read = async () => {
      while (writing) expect(await new DurableFile(file, schema).read()).not.toBeNull();
    };
    await Promise.all([write(), read()]);
  });

  test('cut off at any place it is refused by name, and stays there for whoever mends it', async () => {
    const whole = JSON.stringify(data(20));
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(file, whole.slice(0, length));
      const reading = new Low<Data>(new DurableFile(file, schema), { count: 0, words: [] }).read();
      await expect(reading).rejects.toThrow(`${file} is damaged`);
      expect(readFileSync(file, 'utf8')).toBe(whole.slice(0, length));
    }
  });

  test('damaged anywhere it is refused by name or still a whole document, never empty', async () => {
    const whole = Buffer.from(JSON.stringify(data(20)));
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        async (offset, noise) => {
          const damaged = Buffer.from(whole);
          damaged.set(noise.subarray(0, whole.length - offset), offset);
          writeFileSync(file, damaged);
          try {
            const { words } = schema.parse(await new DurableFile(file, schema).read());
            expect(words.length).toBeGreaterThan(0);
          } catch (error) {
            expect(String(error)).toContain(file);
            refused += 1;
          }
        },
      ),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  test.each(['[]', 'null', '{}', '{"count":"3","words":[]}'])(
    '%s instead of a document is refused',
    async (text) => {
      writeFileSync(file, text);
      await expect(new DurableFile(file, schema).read()).rejects.toThrow(file);
    },
  );

  test('a write that fails says so, keeps the old state, and does not stand in the way of the next one', async () => {
    const document = new DurableFile(file, schema);
    await document.write(data(1));
    renameSync(join(folder, 'content'), join(folder, 'away'));
    await expect(document.write(data(2))).rejects.toThrow(/ENOENT/);
    renameSync(join(folder, 'away'), join(folder, 'content'));
    expect(await document.read()).toEqual(data(1));
    await document.write(data(3));
    expect(await document.read()).toEqual(data(3));
  });
});
