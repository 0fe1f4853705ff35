import { mkdirSync, readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { FaqMatch } from '../ContentSnapshot.js';
import { DatabaseRow, StaleDocument } from '../DatabaseRow.js';
import { DurableFile } from '../DurableFile.js';
import { writeSeed } from '../openDocuments.js';
import type { Records } from '../../records/index.js';
import {
  shippedTestQuestions,
  testQuestionDocument,
  type TestQuestion,
  type TestQuestionDocument,
  type TestQuestionVersion,
} from './documents.js';
import { judge, type Judgement } from './judge.js';
import { seedTestQuestions } from './seedTestQuestions.js';

/** A test question as it stands, with how it came to be. */
export type StoredTestQuestion = TestQuestion &
  Readonly<{
    id: string;
    version: number;
    updatedAt: string;
    updatedBy: string | null;
    versions: readonly TestQuestionVersion[];
  }>;

export type Match = (question: string, locale: 'vi' | 'en') => FaqMatch;

/** A change of one question; null removes it. `ifVersion` is the version its author saw, null for a question that is new. */
export type TestQuestionChange = Readonly<{
  id: string;
  question: TestQuestion | null;
  by: string;
  reason: string;
  ifVersion: number | null;
}>;

/** `full`: there are as many as are run at once. */
export type TestQuestionSaved = Readonly<
  { status: 'saved'; id: string; version: number } | { status: 'stale' } | { status: 'full'; most: number }
>;

const mostQuestions = 500;
/** Between so many questions other requests have their turn. */
const questionsAtOnce = 10;

/** The questions with which administrators try the answers before they publish them: a file on SQLite, a row on PostgreSQL. */
export class TestQuestionStore {
  readonly #document: Low<TestQuestionDocument>;
  readonly #isStale: () => Promise<boolean>;
  #saving: Promise<unknown> = Promise.resolve();

  private constructor(document: Low<TestQuestionDocument>, isStale: () => Promise<boolean>) {
    this.#document = document;
    this.#isStale = isStale;
  }

  /** @throws naming the file and the field; nothing starts on a damaged list. */
  static async open(
    options: Readonly<{ shippedFolder: string; dataDir: string; records: Records; now: () => Date }>,
  ): Promise<TestQuestionStore> {
    const shipped = readShipped(join(options.shippedFolder, 'test-questions.json'));
    const store = openStore(options);
    const document = store.#document;
    await document.read();
    const seeded = seedTestQuestions(document.data, shipped, options.now());
    if (seeded !== undefined) {
      document.data = seeded;
      await writeSeed(document);
    }
    return store;

    function openStore({ records, dataDir }: Readonly<{ records: Records; dataDir: string }>) {
      const empty: TestQuestionDocument = { questions: {} };
      if (records.engine === 'postgres') {
        const row = new DatabaseRow(records, 'test-questions', testQuestionDocument);
        return new TestQuestionStore(new Low(row, empty), () => row.isStale());
      }
      const folder = join(dataDir, 'content');
      mkdirSync(folder, { recursive: true });
      const file = new DurableFile(join(folder, 'test-questions.json'), testQuestionDocument);
      return new TestQuestionStore(new Low(file, empty), async () => false);
    }
  }

  /** The questions that weren't removed, as they stand now also on other instances. */
  async list(): Promise<readonly StoredTestQuestion[]> {
    await this.#refresh();
    return Object.entries(this.#document.data.questions).flatMap(([id, { versions }]) => {
      const newest = versions.at(-1);
      if (newest?.question == null) return [];
      const { version, at, by, question } = newest;
      return [{ id, ...question, version, updatedAt: at, updatedBy: by, versions }];
    });
  }

  async find(id: string): Promise<StoredTestQuestion | undefined> {
    return (await this.list()).find((one) => one.id === id);
  }

  /** Saves a change unless the question was changed or removed since its author saw it. */
  async save(change: TestQuestionChange, now: Date): Promise<TestQuestionSaved> {
    const saved = this.#saving.catch(() => undefined).then(() => this.#save(change, now));
    this.#saving = saved;
    return saved;
  }

  /** A new id for a question that an administrator adds. */
  newId(): string {
    return uuidv7();
  }

  /** What every question gets from a way of understanding. Gives way to other work again and again. */
  async run(match: Match): Promise<ReadonlyMap<string, Judgement>> {
    const results = new Map<string, Judgement>();
    for (const [at, question] of (await this.list()).entries()) {
      if (at % questionsAtOnce === 0) await nextTurn();
      results.set(question.id, judge(question, match(question.question, question.locale)));
    }
    return results;
  }

  async close(): Promise<void> {
    await this.#saving.catch(() => undefined);
  }

  async #save(change: TestQuestionChange, now: Date): Promise<TestQuestionSaved> {
    await this.#refresh();
    const { id, question, by, reason, ifVersion } = change;
    const before = this.#document.data;
    const versions = before.questions[id]?.versions ?? [];
    const newest = versions.at(-1);
    const current = newest?.question == null ? null : newest.version;
    if (current !== ifVersion) return { status: 'stale' };
    if (current === null && (await this.list()).length >= mostQuestions)
      return { status: 'full', most: mostQuestions };
    const version = (newest?.version ?? 0) + 1;
    const next = { version, at: now.toISOString(), by, reason, question };
    this.#document.data = {
      questions: { ...before.questions, [id]: { versions: [...versions, next] } },
    };
    try {
      await this.#document.write();
    } catch (error) {
      this.#document.data = before;
      if (!(error instanceof StaleDocument)) throw error;
      return this.#save(change, now);
    }
    return { status: 'saved', id, version };
  }

  async #refresh(): Promise<void> {
    if (await this.#isStale()) await this.#document.read();
  }
}

function readShipped(file: string): readonly TestQuestion[] {
  const parsed = shippedTestQuestions.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
}
