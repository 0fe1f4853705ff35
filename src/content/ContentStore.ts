import {
  buildIndex,
  match,
  withLearned,
  type FaqEntry,
  type FaqIndex,
  type FaqSources,
} from '../faq/index.js';
import type { Translate, Translator } from '../i18n/index.js';
import { parseParameterTable, type ParameterTable } from '../policy/index.js';
import type { Records } from '../records/index.js';
import { compareTables, type Reader, type TableComparison } from './compareTables.js';
import type { ContentSnapshot } from './ContentSnapshot.js';
import { StaleDocument } from './DatabaseRow.js';
import type { EntryVersion, FaqDocument } from './documents.js';
import { editTable, isStaleEdit, type TableEdit } from './editTable.js';
import { Learning, type LearningOptions } from './Learning.js';
import { openDocuments, writeSeed, type ContentDocuments } from './openDocuments.js';
import { parseTable } from './parseTable.js';
import { publishContent, type EntryPreview, type PublishedContent } from './publishContent.js';
import type { Finding } from './sayFindings.js';
import { seedEntries } from './seedEntries.js';
import { readShippedContent, type ShippedContent } from './shippedContent.js';
import type { TableFinding } from './tableFinding.js';
import { StoredTable } from './StoredTable.js';
import { takeOverRelease } from './takeOverRelease.js';
import type { TableChange } from './tableRecords.js';

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
  /** Where what was learnt is kept, and how it is learnt. */
  learning: Pick<LearningOptions, 'folder' | 'shippedFolder' | 'learn'>;
}>;

export type SaveResult = Readonly<{ status: 'saved'; stored: StoredEntry } | { status: 'stale' }>;

/** `stale`: another changed the record meanwhile; `refused`: the table would not be sound, or answers would break. */
export type TableSaveResult = Readonly<
  { status: 'saved' } | { status: 'stale' } | { status: 'refused'; findings: readonly TableFinding[] }
>;

/** A change is told (see `lookNow`); looking is for notices that got lost, and soon enough for what was promised. */
const refreshEveryMs = 4_000;
const betweenRefreshesMs = 700;

/**
 * What administrators edit: answers and parameters, as lowdb documents. On SQLite they are files, on PostgreSQL rows that every
 * instance looks at again when it is told of a change, and every few seconds in any case. What is published is always one whole state, made anew after each change.
 */
export class ContentStore {
  readonly #options: ContentOptions;
  readonly #shipped: ShippedContent;
  readonly #release: ParameterTable;
  readonly #faq: ContentDocuments['faq'];
  readonly #parameters: ContentDocuments['parameters'];
  readonly #rows: ContentDocuments['rows'];
  readonly #tables = new Map<string, ParameterTable>();
  readonly #learning: Learning;
  #index: Readonly<{ sources: FaqSources; index: FaqIndex }> | undefined;
  #published: PublishedContent;
  #saving: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  #refreshedAt = 0;

  private constructor(
    options: ContentOptions,
    shipped: ShippedContent,
    documents: ContentDocuments,
    learning: Learning,
  ) {
    this.#options = options;
    this.#shipped = shipped;
    this.#release = parseTable(shipped.parameters);
    this.#faq = documents.faq;
    this.#parameters = documents.parameters;
    this.#rows = documents.rows;
    this.#learning = learning;
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
    const { faq, parameters } = documents;
    if (seedEntries(faq.data, shipped, options.now())) await writeSeed(faq);
    const taken = takeOverRelease(parameters.data, shipped, options.now());
    if (taken !== undefined) {
      parameters.data = taken;
      await writeSeed(parameters);
    }
    const learning = await Learning.open(
      { ...options.learning, failed: options.failed },
      sourcesOf(faq.data, shipped),
    );
    const store = new ContentStore(options, shipped, documents, learning);
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

  /** The table under an earlier version; undefined when it isn't kept or can't be read any more. */
  tableOf(version: string): ParameterTable | undefined {
    const known = this.#tables.get(version);
    if (known !== undefined) return known;
    // What a later release needs may be missing in an earlier table: its estimates then say so.
    const parsed = parseParameterTable(this.#parameters.data.versions[version]);
    if (parsed.status === 'invalid') return undefined;
    this.#tables.set(version, parsed.table);
    return parsed.table;
  }

  /** The records of the table as they stand, with their versions and changes. */
  stored(): StoredTable {
    return new StoredTable({
      document: this.#parameters.data,
      table: this.table().table,
      release: this.#release,
      tableOf: (version) => this.tableOf(version),
    });
  }

  /** What publishing a change of the table would do, held against the table in use. Changes nothing. */
  compare(change: TableChange, reader: Reader): TableComparison {
    const entries = this.entries().map(({ entry }) => entry);
    return compareTables(this.table().table, change, entries, reader);
  }

  /** Whether a record is another one by now than the author of a change saw. */
  isStale(edit: TableEdit): boolean {
    return isStaleEdit(this.#parameters.data, this.table().table, edit);
  }

  /** Publishes a change of the table unless the record was changed since, or the whole would not be sound. */
  async saveTable(edit: TableEdit, reader: Reader, now: Date): Promise<TableSaveResult> {
    const saved = this.#saving.catch(() => undefined).then(() => this.#saveTable(edit, reader, now));
    this.#saving = saved;
    return saved;
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

  /** How questions would be understood with an entry as it is here, before anything is learnt from it. Takes as long as publishing. */
  rehearse(entry: FaqEntry): ContentSnapshot['match'] {
    const sources = sourcesOf(this.#faq.data, this.#shipped);
    const entries = sources.entries.map((other) => (other.id === entry.id ? entry : other));
    const index = buildIndex({ ...sources, entries }, this.#learning.current);
    return (question, locale) => match(index, question, locale);
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

  /**
   * Another instance may have published: looks at once, in line with the saves. Making a publication ready takes a moment in which
   * nobody is answered: when one follows the other, citizens have their turn between them.
   */
  lookNow(): void {
    if (this.#rows.length === 0 || this.#looking !== undefined) return;
    this.#looking = setTimeout(
      () => {
        this.#looking = undefined;
        // A document read in the middle of a save could hide it.
        const refreshed = this.#saving.catch(() => undefined).then(() => this.#refresh());
        this.#saving = refreshed.catch((error: unknown) => this.#options.failed(error));
      },
      Math.max(0, this.#refreshedAt + betweenRefreshesMs - performance.now()),
    );
    this.#looking.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    clearTimeout(this.#looking);
    await this.#saving.catch(() => undefined);
    await this.#learning.idle();
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

  async #saveTable(edit: TableEdit, reader: Reader, now: Date): Promise<TableSaveResult> {
    await this.#refresh();
    const before = this.#parameters.data;
    const { table } = this.table();
    if (isStaleEdit(before, table, edit)) return { status: 'stale' };
    // Held against the table of this moment: another's change of another record may have come between.
    const compared = this.compare(edit.change, reader);
    if (compared.status === 'refused') return compared;
    this.#parameters.data = editTable(before, table, edit, now);
    try {
      await this.#parameters.write();
    } catch (error) {
      this.#parameters.data = before;
      if (!(error instanceof StaleDocument)) throw error;
      return this.#saveTable(edit, reader, now);
    }
    this.#published = this.#publish();
    return { status: 'saved' };
  }

  #publish(): PublishedContent {
    const { current } = this.#parameters.data;
    // Throws where the table can't be used: nothing is answered from half a table.
    const table = parseTable(this.#parameters.data.versions[current]);
    this.#tables.set(current, table);
    return publishContent({
      index: this.#indexOf(sourcesOf(this.#faq.data, this.#shipped)),
      lexicon: this.#shipped.lexicon,
      style: this.#shipped.style,
      table,
      tableVersion: current,
      guides: this.#shipped.guides,
      words: this.#options.words,
      referenceKey: this.#options.referenceKey,
    });
  }

  /** The index over the answers; made anew only when an answer changed, with what is known until it is learnt anew. */
  #indexOf(sources: FaqSources): FaqIndex {
    const held = this.#index;
    if (held !== undefined && sameEntries(held.sources, sources)) return held.index;
    const index = buildIndex(sources, this.#learning.current);
    this.#index = { sources, index };
    this.#learning.follow(sources, () => this.#takeOverLearned());
    return index;
  }

  #takeOverLearned(): void {
    if (this.#index === undefined) return;
    const index = withLearned(this.#index.index, this.#learning.current);
    this.#index = { ...this.#index, index };
    this.#published = this.#publish();
  }

  #watch(): void {
    if (this.#rows.length === 0) return;
    this.#timer = setInterval(() => this.lookNow(), refreshEveryMs);
    this.#timer.unref();
  }

  /** Takes over what another instance published. */
  async #refresh(): Promise<void> {
    const stale = await Promise.all(this.#rows.map((row) => row.isStale()));
    if (!stale.includes(true)) return;
    await Promise.all([this.#faq.read(), this.#parameters.read()]);
    this.#published = this.#publish();
    this.#refreshedAt = performance.now();
  }
}

function sourcesOf(
  { entries }: FaqDocument,
  { lexicon, negatives, calibration }: ShippedContent,
): FaqSources {
  const newest = Object.values(entries).map(({ versions }) => toStored(versions).entry);
  return { entries: newest, lexicon, negatives, calibration };
}

/** The same versions of the same answers; each version is an object of its own. */
function sameEntries(held: FaqSources, wanted: FaqSources): boolean {
  return (
    held.entries.length === wanted.entries.length &&
    held.entries.every((entry, at) => entry === wanted.entries[at])
  );
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
