import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { FaqEntry } from '../faq/index.js';
import type { Translate, Translator } from '../i18n/index.js';
import { missingParameters, parseParameterTable, type ParameterTable } from '../policy/index.js';
import type { Records } from '../records/index.js';
import type { ContentSnapshot } from './ContentSnapshot.js';
import { DatabaseRow, StaleDocument } from './DatabaseRow.js';
import {
  faqDocument,
  parameterDocument,
  type EntryVersion,
  type FaqDocument,
  type ParameterDocument,
} from './documents.js';
import { DurableFile } from './DurableFile.js';
import { publishContent, type EntryPreview, type Finding, type PublishedContent } from './publishContent.js';
import { readShippedContent, type ShippedContent } from './shippedContent.js';

/** An answer as it stands, with how it came to be. */
export type StoredEntry = Readonly<{
  entry: FaqEntry;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  versions: readonly EntryVersion[];
}>;

export type ContentOptions = Readonly<{
  /** `content/` of the release. */
  shippedFolder: string;
  dataDir: string;
  records: Records;
  words: Translator;
  referenceKey: Uint8Array;
  now: () => Date;
  failed: (error: unknown) => void;
}>;

export type SaveResult = Readonly<{ status: 'saved'; stored: StoredEntry } | { status: 'stale' }>;

type SharedRow = Readonly<{ isStale: () => Promise<boolean> }>;

const refreshEveryMs = 2_000;

/**
 * What administrators edit: answers and parameters, as lowdb documents. On SQLite they are files, on PostgreSQL rows that every
 * instance looks at again every two seconds. What is published is always one whole state, made anew after each change.
 */
export class ContentStore {
  readonly #options: ContentOptions;
  readonly #shipped: ShippedContent;
  readonly #faq: Low<FaqDocument>;
  readonly #parameters: Low<ParameterDocument>;
  readonly #rows: readonly SharedRow[];
  readonly #tables = new Map<string, ParameterTable>();
  #published: PublishedContent;
  #saving: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  private constructor(
    options: ContentOptions,
    shipped: ShippedContent,
    documents: Readonly<{
      faq: Low<FaqDocument>;
      parameters: Low<ParameterDocument>;
      rows: readonly SharedRow[];
    }>,
  ) {
    this.#options = options;
    this.#shipped = shipped;
    this.#faq = documents.faq;
    this.#parameters = documents.parameters;
    this.#rows = documents.rows;
    this.#published = this.#publish();
  }

  /**
   * Opens the documents, seeds them from the release where they are missing, and takes over what the release brings anew.
   * @throws naming the file, the field and what is wrong with it; the service doesn't start on damaged or empty content.
   */
  static async open(options: ContentOptions): Promise<ContentStore> {
    const shipped = readShippedContent(options.shippedFolder);
    const documents = openDocuments(options);
    await Promise.all([documents.faq.read(), documents.parameters.read()]);
    const changed = [
      seedEntries(documents.faq.data, shipped, options.now()),
      seedParameters(documents.parameters.data, shipped),
    ];
    if (changed[0]) await writeSeed(documents.faq);
    if (changed[1]) await writeSeed(documents.parameters);
    const store = new ContentStore(options, shipped, documents);
    store.#watch();
    return store;
  }

  /** The published state for a turn or a request. */
  snapshot(): ContentSnapshot {
    return this.#published.snapshot;
  }

  table(): Readonly<{ table: ParameterTable; version: string }> {
    const { table, tableVersion } = this.#published.snapshot;
    return { table, version: tableVersion };
  }

  /** The table under an earlier version; undefined when it isn't kept. */
  tableOf(version: string): ParameterTable | undefined {
    const known = this.#tables.get(version);
    if (known !== undefined) return known;
    const document = this.#parameters.data.versions[version];
    if (document === undefined) return undefined;
    const table = parseTable(document);
    this.#tables.set(version, table);
    return table;
  }

  entries(): readonly StoredEntry[] {
    return Object.values(this.#faq.data.entries).map(({ versions }) => toStored(versions));
  }

  entry(id: string): StoredEntry | undefined {
    const found = Object.hasOwn(this.#faq.data.entries, id) ? this.#faq.data.entries[id] : undefined;
    return found === undefined ? undefined : toStored(found.versions);
  }

  /** An entry as a citizen would read it on `date`. A text that can't be rendered shows the reason in its place. */
  preview(entry: FaqEntry, date: string): EntryPreview {
    return this.#published.preview(entry, date);
  }

  /** What stands against publishing an entry, and what should be looked at. */
  check(entry: FaqEntry, date: string, words: Translate): readonly Finding[] {
    return this.#published.check(entry, date, words);
  }

  /** Publishes an entry unless it was changed since the editor read `ifVersion`. When this returns, the next answer uses it. */
  async save(
    change: Readonly<{ entry: FaqEntry; by: string; reason: string; ifVersion: number }>,
    now: Date,
  ): Promise<SaveResult> {
    const saved = this.#saving.catch(() => undefined).then(() => this.#save(change, now));
    this.#saving = saved;
    return saved;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#saving.catch(() => undefined);
  }

  async #save(
    {
      entry,
      by,
      reason,
      ifVersion,
    }: Readonly<{ entry: FaqEntry; by: string; reason: string; ifVersion: number }>,
    now: Date,
  ): Promise<SaveResult> {
    await this.#refresh();
    const held = this.#faq.data.entries[entry.id];
    const current = held?.versions.at(-1)?.version;
    if (held === undefined || current !== ifVersion) return { status: 'stale' };
    const next: EntryVersion = { version: current + 1, at: now.toISOString(), by, reason, entry };
    const before = this.#faq.data;
    this.#faq.data = {
      entries: { ...before.entries, [entry.id]: { ...held, versions: [...held.versions, next] } },
    };
    try {
      await this.#faq.write();
    } catch (error) {
      this.#faq.data = before;
      if (!(error instanceof StaleDocument)) throw error;
      await this.#refresh();
      return { status: 'stale' };
    }
    this.#published = this.#publish();
    return { status: 'saved', stored: toStored([...held.versions, next]) };
  }

  #publish(): PublishedContent {
    const { current } = this.#parameters.data;
    const table = this.tableOf(current);
    if (table === undefined)
      throw new Error(`The parameter document doesn't hold its current version ${current}.`);
    return publishContent({
      entries: this.entries().map(({ entry }) => entry),
      table,
      tableVersion: current,
      lexicon: this.#shipped.lexicon,
      negatives: this.#shipped.negatives,
      words: this.#options.words,
      referenceKey: this.#options.referenceKey,
    });
  }

  #watch(): void {
    if (this.#rows.length === 0) return;
    this.#timer = setInterval(() => {
      // In line with the saves: a document read in the middle of one could hide it.
      const refreshed = this.#saving.catch(() => undefined).then(() => this.#refresh());
      this.#saving = refreshed.catch((error: unknown) => this.#options.failed(error));
    }, refreshEveryMs);
    this.#timer.unref();
  }

  /** Takes over what another instance published. */
  async #refresh(): Promise<void> {
    const stale = await Promise.all(this.#rows.map((row) => row.isStale()));
    if (!stale.includes(true)) return;
    await Promise.all([this.#faq.read(), this.#parameters.read()]);
    this.#published = this.#publish();
  }
}

function openDocuments({ records, dataDir }: ContentOptions) {
  const noEntries: FaqDocument = { entries: {} };
  const noParameters: ParameterDocument = { current: '', shipped: '', versions: {} };
  if (records.engine === 'postgres') {
    const faqRow = new DatabaseRow(records, 'faq', faqDocument);
    const parameterRow = new DatabaseRow(records, 'parameters', parameterDocument);
    return {
      faq: new Low(faqRow, noEntries),
      parameters: new Low(parameterRow, noParameters),
      rows: [faqRow, parameterRow],
    };
  }
  const folder = join(dataDir, 'content');
  mkdirSync(folder, { recursive: true });
  return {
    faq: new Low(new DurableFile(join(folder, 'faq.json'), faqDocument), noEntries),
    parameters: new Low(new DurableFile(join(folder, 'parameters.json'), parameterDocument), noParameters),
    rows: [],
  };
}

/** New answers come in; answers that nobody edited follow the release; edited ones stay as they are. */
function seedEntries(document: FaqDocument, shipped: ShippedContent, now: Date): boolean {
  let changed = false;
  for (const { entry, digest } of shipped.entries) {
    const held = document.entries[entry.id];
    const edited = held?.versions.some(({ by }) => by !== null) === true;
    if (held?.shipped === digest || edited) continue;
    const version = (held?.versions.at(-1)?.version ?? 0) + 1;
    const next: EntryVersion = { version, at: now.toISOString(), by: null, reason: '', entry };
    document.entries[entry.id] = { shipped: digest, versions: [...(held?.versions ?? []), next] };
    changed = true;
  }
  return changed;
}

function seedParameters(document: ParameterDocument, shipped: ShippedContent): boolean {
  if (document.shipped === shipped.parametersDigest) return false;
  parseTable(shipped.parameters);
  document.versions[shipped.parametersDigest] = shipped.parameters;
  document.current = shipped.parametersDigest;
  document.shipped = shipped.parametersDigest;
  return true;
}

/** Two instances that start at the same moment seed the same content: the second one takes the first one's. */
async function writeSeed<Data>(document: Low<Data>): Promise<void> {
  try {
    await document.write();
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    await document.read();
  }
}

function parseTable(document: unknown): ParameterTable {
  const parsed = parseParameterTable(document);
  if (parsed.status === 'invalid') {
    const lines = parsed.errors.map(
      ({ parameter, row, message }) => `${parameter}${row === null ? '' : ` (${row})`}: ${message}`,
    );
    throw new Error(`The parameter table can't be used:\n${lines.join('\n')}`);
  }
  const missing = missingParameters(parsed.table);
  if (missing.length > 0) throw new Error(`The parameter table lacks ${missing.join(', ')}.`);
  return parsed.table;
}

function toStored(versions: readonly EntryVersion[]): StoredEntry {
  const newest = versions.at(-1);
  if (newest === undefined) throw new Error('An answer without a version.');
  return {
    entry: newest.entry,
    version: newest.version,
    updatedAt: newest.at,
    updatedBy: newest.by,
    versions,
  };
}
