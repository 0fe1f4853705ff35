import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faqEntry, type FaqEntry } from '../../src/faq/index.js';
import { projectRoot } from '../../src/paths.js';

const shipped = join(projectRoot, 'content');

/** A release with a few of the shipped answers, which a test may change like the next release would. */
export class Release {
  readonly folder = mkdtempSync(join(tmpdir(), 'an-sinh-release-'));

  constructor(topics: readonly string[]) {
    mkdirSync(join(this.folder, 'faq'));
    mkdirSync(join(this.folder, 'guides', 'pictures'), { recursive: true });
    for (const name of [
      'parameters.json',
      'lexicon.json',
      'negatives.json',
      'calibration.json',
      'style.json',
    ])
      copyFileSync(join(shipped, name), join(this.folder, name));
    for (const topic of topics) this.put(readShipped(topic));
  }

  put(entry: FaqEntry): void {
    writeFileSync(join(this.folder, 'faq', `${entry.id}.json`), JSON.stringify(entry));
  }

  /** Writes the parameter table with `change` made to its text. */
  changeParameters(change: (text: string) => string): void {
    const file = join(this.folder, 'parameters.json');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A shipped answer. */
export function readShipped(topic: string): FaqEntry {
  return faqEntry.parse(JSON.parse(readFileSync(join(shipped, 'faq', `${topic}.json`), 'utf8')));
}
