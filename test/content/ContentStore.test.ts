import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ContentStore, type StoredEntry } from '../../src/content/index.js';
import type { FaqEntry } from '../../src/faq/index.js';
import { createTranslator } from '../../src/i18n/index.js';
import { projectRoot } from '../../src/paths.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { eventually } from '../support/eventually.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay } from '../support/testService.js';
import { readShipped, Release } from './Release.js';
import { learning } from '../support/learning.js';

const topic = 'tn-muc-dong';
const other = 'yt-mua-o-dau';
const today = '2026-11-21';
const words = createTranslator(join(projectRoot, 'locales'));

describe.each(storeNames)('content on %s', (name) => {
  let store: TestStore;
  let release: Release;
  const opened: (() => Promise<void>)[] = [];

  beforeEach(async () => {
    store = await createStore(name);
    release = new Release([topic, other, 'tn-khai-niem']);
  });
  afterEach(async () => {
    for (const close of opened.splice(0)) await close();
    release.remove();
    await store.drop();
  });

  const open = async (): Promise<ContentStore> => {
    const records: Records = await openRecords(store);
    try {
      const content = await ContentStore.open({
        learning,
        shippedFolder: release.folder,
        dataDir: store.dataDir,
        records,
        words,
        referenceKey: new Uint8Array(32),
        now: exampleDay,
        failed: (error) => {
          throw error;
        },
      });
      opened.push(async () => {
        await content.close();
        await records.close();
      });
      return content;
    } catch (error) {
      await records.close();
      throw error;
    }
  };
  const stored = (content: ContentStore, id = topic): StoredEntry => {
    const found = content.entry(id);
    if (found === undefined) throw new Error(`${id} is missing.`);
    return found;
  };
  const answerOf = (content: ContentStore, id = topic) => content.snapshot().answer(id, 'vi', today)?.answer;
  const save = (content: ContentStore, entry: FaqEntry, ifVersion: number) =>
    content.save({ entry, by: 'Lan', reason: 'rõ hơn', ifVersion }, exampleDay());
  const saying = (entry: FaqEntry, vi: string): FaqEntry => ({ ...entry, answer: { ...entry.answer, vi } });

  test('a fresh store holds the release, each answer in its first version and by nobody', async () => {
    const content = await open();
    expect(content.entries().map(({ entry }) => entry.id)).toEqual([topic, 'tn-khai-niem', other].sort());
    expect(stored(content)).toMatchObject({ version: 1, updatedBy: null, entry: readShipped(topic) });
    expect(answerOf(content)).toContain('264.000\u00a0đ');
    expect([content.entry('constructor'), content.entry('none')]).toEqual([undefined, undefined]);
  });

  test('what was saved is the next answer, is found by its new wording, and is there after a new start', async () => {
    const content = await open();
    const wording = 'chim cu gáy đẻ mấy trứng một lứa';
    expect(content.snapshot().match(wording, 'vi').topic).not.toBe(topic);
    const edited = saying(stored(content).entry, 'Câu trả lời mới: {{ hotline }}.');
    const entry = { ...edited, phrasings: { ...edited.phrasings, vi: [...edited.phrasings.vi, wording] } };
    const before = content.snapshot();
    expect(await save(content, entry, 1)).toMatchObject({
      status: 'saved',
      stored: { version: 2, updatedBy: 'Lan', updatedAt: exampleDay().toISOString() },
    });
    for (const reader of [content, await open()]) {
      expect(answerOf(reader)).toBe('Câu trả lời mới: 1900 9068.');
      expect(reader.snapshot().match(wording, 'vi')).toMatchObject({ decision: 'answer', topic });
    }
    // A turn that had begun answers to its end from the state it began with.
    expect(before.answer(topic, 'vi', today)?.answer).toContain('264.000');
  });

  test('who edits an older version than the present one is told so, and nothing changes', async () => {
    const content = await open();
    const { entry } = stored(content);
    await save(content, saying(entry, 'Một.'), 1);
    for (const version of [0, 1, 3]) {
      expect(await save(content, saying(entry, 'Hai.'), version)).toEqual({ status: 'stale' });
    }
    expect(answerOf(content)).toBe('Một.');
    expect(stored(content).versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(await save(content, { ...entry, id: 'none' }, 1)).toEqual({ status: 'stale' });
  });

  test('of two who save the same version at once, one is told that he comes too late', async () => {
    const [content, elsewhere] = [await open(), name === 'postgres' ? await open() : undefined];
    const { entry } = stored(content);
    const results = await Promise.all([
      save(content, saying(entry, 'Một.'), 1),
      save(elsewhere ?? content, saying(entry, 'Hai.'), 1),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['saved', 'stale']);
    expect(stored(await open()).versions).toHaveLength(2);
  });

  test('edits of different answers at once are both kept', async () => {
    const content = await open();
    const results = await Promise.all([
      save(content, saying(stored(content).entry, 'Một.'), 1),
      save(content, saying(stored(content, other).entry, 'Hai.'), 1),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['saved', 'saved']);
    const again = await open();
    expect([answerOf(again), answerOf(again, other)]).toEqual(['Một.', 'Hai.']);
  });

  test('an earlier version that is put back answers again, and every version stays in the list', async () => {
    const content = await open();
    const first = stored(content);
    const before = answerOf(content);
    await save(content, saying(first.entry, 'Sai rồi.'), 1);
    await save(content, first.versions[0]?.entry ?? first.entry, 2);
    expect(answerOf(content)).toBe(before);
    expect(stored(content).versions.map(({ version, by }) => [version, by])).toEqual([
      [1, null],
      [2, 'Lan'],
      [3, 'Lan'],
    ]);
  });

  test('a new release refreshes what nobody edited, leaves what was edited, and brings what is new', async () => {
    const content = await open();
    await save(content, saying(stored(content).entry, 'Của cơ quan.'), 1);
    release.put(saying(readShipped(topic), 'Của bản mới.'));
    release.put(saying(readShipped(other), 'Của bản mới.'));
    release.put(readShipped('tn-muc-thap-nhat'));
    for (const again of [await open(), await open()]) {
      expect([answerOf(again), answerOf(again, other)]).toEqual(['Của cơ quan.', 'Của bản mới.']);
      expect(stored(again, other)).toMatchObject({ version: 2, updatedBy: null });
      expect(stored(again).version).toBe(2);
      expect(stored(again, 'tn-muc-thap-nhat').version).toBe(1);
      expect(stored(again, 'tn-khai-niem').version).toBe(1);
    }
  });

  test('every table that answered a citizen is kept under its version', async () => {
    const before = (await open()).table();
    release.changeParameters((text) => text.replace('"1900 9068"', '"1900 0000"'));
    const content = await open();
    const now = content.table();
    expect(now.version).not.toBe(before.version);
    expect(content.snapshot().hotline(today)).toBe('1900 0000');
    const hotline = (version: string) =>
      content.tableOf(version)?.parameters.get('hotline')?.values[0]?.value;
    expect([hotline(before.version), hotline(now.version)]).toEqual(['1900 9068', '1900 0000']);
    expect(content.tableOf('unknown')).toBeUndefined();
  });

  test.each([
    ['lacks the hotline', '"id": "hotline"', '"id": "hot_line"', /hotline/],
    ['lacks a figure that calculations need', '"id": "vsi.min_age"', '"id": "vsi.age"', /vsi\.min_age/],
    ['has a day that is none', '"from": "2027-01-01"', '"from": "2027-13-01"', /2027-13-01|poverty_line/],
  ])('a release whose table %s does not start, and says what is wrong', async (_what, from, to, named) => {
    release.changeParameters((text) => text.replace(from, to));
    await expect(open()).rejects.toThrow(named);
  });

  test('an answer whose figure has no value on the day is not given', async () => {
    const content = await open();
    await save(content, saying(stored(content).entry, 'Mức {{ vsi.investment_return }}.'), 1);
    expect(content.snapshot().answer(topic, 'vi', today)?.answer).toBe('Mức 0,31.');
    expect(content.snapshot().answer(topic, 'vi', '2031-01-01')).toBeUndefined();
  });

  if (name === 'postgres') {
    test('another instance answers with what was published here within five seconds', async () => {
      const [here, there] = [await open(), await open()];
      await save(here, saying(stored(here).entry, 'Mới.'), 1);
      await eventually(async () => (answerOf(there) === 'Mới.' ? true : undefined), 'new answer', 5_000);
      expect(await save(there, saying(stored(there).entry, 'Mới hơn.'), 2)).toMatchObject({
        status: 'saved',
      });
      await eventually(async () => (answerOf(here) === 'Mới hơn.' ? true : undefined), 'newer answer', 5_000);
    });

    test('instances that start at the same moment on an empty store end with the same content', async () => {
      const contents = await Promise.all([open(), open(), open()]);
      for (const content of contents) expect(stored(content).version).toBe(1);
      const [first, second] = contents;
      expect(await save(first, saying(stored(first).entry, 'Một.'), 1)).toMatchObject({ status: 'saved' });
      expect(await save(second, saying(stored(second).entry, 'Hai.'), 1)).toEqual({ status: 'stale' });
    });
  } else {
    test('damaged content stops the start by name and is not overwritten', async () => {
      await open();
      const file = join(store.dataDir, 'content', 'faq.json');
      const whole = readFileSync(file, 'utf8');
      for (const damaged of ['', whole.slice(0, 1000), whole.replace('"versions"', '"verzions"')]) {
        writeFileSync(file, damaged);
        await expect(open()).rejects.toThrow(file);
        expect(readFileSync(file, 'utf8')).toBe(damaged);
      }
    });
  }
});
