import { createHash, randomUUID } from 'node:crypto';
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
import { decodeLearned, encodeLearned } from '../../src/content/learnedFile.js';
import type { ContentOptions } from '../../src/content/index.js';
import { learn, type FaqSources, type LearnedByLocale } from '../../src/faq/index.js';
import { projectRoot } from '../../src/paths.js';

const between = join(tmpdir(), 'an-sinh-learned-in-tests');
const own = mkdtempSync(join(tmpdir(), 'an-sinh-learned-'));
process.once('exit', () => rmSync(own, { recursive: true, force: true }));

/**
 * Learns once for all test files from the answers as they are shipped: after an edit the service goes on with what it knows anyway
 * until it has learnt anew, and tests of learning itself do their own.
 */
export const learning: ContentOptions['learning'] = {
  folder: own,
  shippedFolder: own,
  learn: async (sources) => learnShipped(sources),
};

function learnShipped(sources: FaqSources): LearnedByLocale {
  const key = keyOf(sources);
  const file = join(between, `${key}.learned`);
  const known = decodeLearned(read(file), key);
  if (known !== undefined) return known;
  const learned = learn(sources);
  mkdirSync(between, { recursive: true });
  const part = `${file}.${randomUUID()}`;
  writeFileSync(part, encodeLearned(learned, key));
  renameSync(part, file);
  return learned;
}

/** The same for every edit of the same answers, another one when the shipped ones or the way of learning change. */
function keyOf({ entries, lexicon, negatives }: FaqSources): string {
  const hash = createHash('sha256').update(JSON.stringify([lexicon, negatives]));
  for (const { id } of entries)
    hash.update(id).update(read(join(projectRoot, 'content', 'faq', `${id}.json`)));
  for (const room of ['faq', 'language'])
    for (const name of readdirSync(join(projectRoot, 'src', room)))
      hash.update(read(join(projectRoot, 'src', room, name)));
  return hash.digest('base64url').slice(0, 22);
}

/** Nothing for a file that isn't there. */
function read(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}
