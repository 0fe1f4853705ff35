import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeLearned, encodeLearned } from '../../src/content/learnedFile.js';
import { digestOfSources, learnedFileName, Learning } from '../../src/content/Learning.js';
import { buildIndex, learn, match, withLearned, type FaqSources } from '../../src/faq/index.js';
import { entryWith, shippedSources } from '../faq/sources.js';

const shipped = shippedSources();
const small: FaqSources = { ...shipped, entries: shipped.entries.slice(0, 6) };
const learnt = learn(small);
const question = 'đóng tiền bảo hiểm xã hội tự nguyện bao nhiêu';

let folder: string;
let runs: FaqSources[];
let failures: unknown[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'learned-'));
  runs = [];
  failures = [];
});

const optionsIn = (place: string) => ({
  folder: place,
  shippedFolder: join(place, 'none'),
  learn: async (sources: FaqSources) => {
    runs.push(sources);
    return learn(sources);
  },
  failed: (error: unknown) => failures.push(error),
});

describe('what was learnt, as bytes', () => {
  const bytes = encodeLearned(learnt, 'a digest');

  test('answers as before when read again', () => {
    const again = decodeLearned(bytes, 'a digest');
    if (again === undefined) throw new Error('It could not be read.');
    expect(match(buildIndex(small, again), question, 'vi')).toEqual(
      match(buildIndex(small, learnt), question, 'vi'),
    );
  });

  test('of other sources is not taken', () => {
    expect(decodeLearned(bytes, 'another')).toBeUndefined();
  });

  test('cut anywhere is not taken', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (end) => {
        expect(decodeLearned(bytes.subarray(0, end), 'a digest')).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });
});

describe('learning', () => {
  test('is done once for the same sources, also after a restart', async () => {
    await Learning.open(optionsIn(folder), small);
    await Learning.open(optionsIn(folder), small);
    expect(runs).toHaveLength(1);
  });

  test('is spared where the release brings it', async () => {
    const release = await mkdtemp(join(tmpdir(), 'release-'));
    const digest = digestOfSources(small);
    await writeFile(join(release, learnedFileName(digest)), encodeLearned(learnt, digest));
    await Learning.open({ ...optionsIn(folder), shippedFolder: release }, small);
    expect(runs).toEqual([]);
  });

  test('is done anew where the file is damaged', async () => {
    await Learning.open(optionsIn(folder), small);
    const file = join(folder, learnedFileName(digestOfSources(small)));
    await writeFile(file, (await readFile(file)).subarray(0, 100));
    await Learning.open(optionsIn(folder), small);
    expect(runs).toHaveLength(2);
  });

  test('follows changes one after the other, takes those that came meanwhile together, and keeps the files', async () => {
    const learning = await Learning.open(optionsIn(folder), small);
    const versions = [1, 2, 3].map((version) => ({
      ...small,
      entries: [...small.entries, entryWith({ id: `tn-moi-${version}` })],
    }));
    let told = 0;
    for (const sources of versions) learning.follow(sources, () => (told += 1));
    await learning.idle();
    expect(runs).toEqual([small, versions[0], versions[2]]);
    expect(told).toBe(2);
    expect(learning.current.vi.topics).toContain('tn-moi-3');
    expect((await readdir(folder)).toSorted()).toEqual(
      runs.map((sources) => learnedFileName(digestOfSources(sources))).toSorted(),
    );
  });

  test('that fails leaves what is known, and the next change is learnt', async () => {
    const options = optionsIn(folder);
    const learning = await Learning.open(options, small);
    const broken = { ...small, entries: small.entries.slice(0, 3) };
    const works = options.learn;
    let fails = true;
    const flaky = await Learning.open(
      { ...options, learn: (sources) => (fails ? Promise.reject(new Error('no memory')) : works(sources)) },
      small,
    );
    flaky.follow(broken, () => undefined);
    await flaky.idle();
    expect(failures).toEqual([new Error('no memory')]);
    expect(flaky.current.vi.topics).toEqual(learning.current.vi.topics);
    fails = false;
    flaky.follow(broken, () => undefined);
    await flaky.idle();
    expect(flaky.current.vi.topics).toHaveLength(3);
  });
});

test('an index with what was learnt before an entry came finds it by its words, and learns it afterwards', () => {
  const added = entryWith({
    id: 'tn-xe-dap',
    phrasings: {
      vi: Array.from({ length: 8 }, (_, at) => `mua xe đạp điện bằng bảo hiểm loại ${at}`),
      en: ['electric bicycle one', 'electric bicycle two', 'electric bicycle three'],
    },
  });
  const sources = { ...small, entries: [...small.entries, added] };
  const before = buildIndex(sources, learnt);
  expect(match(before, 'xe đạp điện bảo hiểm', 'vi').candidates[0]?.topic).toBe('tn-xe-dap');
  const after = withLearned(before, learn(sources));
  expect(match(after, 'xe đạp điện bảo hiểm', 'vi').candidates[0]?.score).toBeGreaterThan(
    match(before, 'xe đạp điện bảo hiểm', 'vi').candidates[0]?.score ?? 1,
  );
});
