import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaqSources, LearnedByLocale } from '../faq/index.js';
import { decodeLearned, encodeLearned } from './learnedFile.js';

export type Learn = (sources: FaqSources) => Promise<LearnedByLocale>;

export type LearningOptions = Readonly<{
  /** Where what was learnt is kept between starts; it can be deleted at any time. */
  folder: string;
  /** Where a release brings what was learnt from its own content. */
  shippedFolder: string;
  learn: Learn;
  failed: (error: unknown) => void;
}>;

/** Changes with the way of learning, so that what was learnt another way isn't taken for it. */
const FORM = 1;
const KEPT = 4;

/** Keeps what was learnt in step with the answers: from a file when it was learnt before, else in the background. */
export class Learning {
  readonly #options: LearningOptions;
  #current: LearnedByLocale;
  #digest: string;
  #wanted: FaqSources | undefined;
  #running: Promise<void> | undefined;

  private constructor(options: LearningOptions, current: LearnedByLocale, digest: string) {
    this.#options = options;
    this.#current = current;
    this.#digest = digest;
  }

  /** Takes what was learnt from these sources before, else learns it now. */
  static async open(options: LearningOptions, sources: FaqSources): Promise<Learning> {
    const digest = digestOfSources(sources);
    const known = await readKnown(options, digest);
    const learned = known ?? (await options.learn(sources));
    if (known === undefined) await keep(options, learned, digest);
    return new Learning(options, learned, digest);
  }

  get current(): LearnedByLocale {
    return this.#current;
  }

  /**
   * Learns from changed sources and calls `learned` when it has. Changes that come meanwhile are learnt together afterwards.
   * A failure leaves what is known and is told to `failed`.
   */
  follow(sources: FaqSources, learned: () => void): void {
    this.#wanted = sources;
    this.#running ??= this.#run(learned).finally(() => (this.#running = undefined));
  }

  /** Done with what was asked so far. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #run(learned: () => void): Promise<void> {
    while (this.#wanted !== undefined) {
      const sources = this.#wanted;
      this.#wanted = undefined;
      const digest = digestOfSources(sources);
      if (digest === this.#digest) continue;
      try {
        this.#current = (await readKnown(this.#options, digest)) ?? (await this.#options.learn(sources));
        this.#digest = digest;
        learned();
        await keep(this.#options, this.#current, digest);
      } catch (error) {
        this.#options.failed(error);
      }
    }
  }
}

/** A name for all that is learnt from: equal names, equal states. */
export function digestOfSources({ entries, lexicon, negatives }: FaqSources): string {
  const content = JSON.stringify([FORM, entries, lexicon, negatives]);
  return createHash('sha256').update(content).digest('base64url').slice(0, 22);
}

/** The file of what was learnt from sources of a digest. */
export function learnedFileName(digest: string): string {
  return `${digest}.learned`;
}

async function readKnown(
  { folder, shippedFolder }: LearningOptions,
  digest: string,
): Promise<LearnedByLocale | undefined> {
  for (const place of [folder, shippedFolder]) {
    const bytes = await readFile(join(place, learnedFileName(digest))).catch(() => undefined);
    const known = bytes && decodeLearned(bytes, digest);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** Earlier states can come back when an edit is taken back; the newest few are enough. */
async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.learned'));
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      // Another process may have removed it meanwhile.
      at: (await stat(join(folder, name)).catch(() => undefined))?.mtimeMs ?? 0,
    })),
  );
  const old = files.toSorted((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** Kept for the next start. It can always be learnt again, so a full disk only costs the seconds that takes. */
async function keep(
  { folder, failed }: LearningOptions,
  learned: LearnedByLocale,
  digest: string,
): Promise<void> {
  const name = learnedFileName(digest);
  try {
    await mkdir(folder, { recursive: true });
    // A name of its own: another process, or another store of this one, may be writing the same.
    const part = join(folder, `${name}.${randomUUID()}.part`);
    await writeFile(part, encodeLearned(learned, digest));
    await rename(part, join(folder, name));
    await removeOldest(folder);
  } catch (error) {
    failed(error);
  }
}
