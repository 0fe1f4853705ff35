import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Records } from '../records/index.js';
import { DatabaseRow, StaleDocument } from './DatabaseRow.js';
import { faqDocument, parameterDocument, type FaqDocument, type ParameterDocument } from './documents.js';
import { DurableFile } from './DurableFile.js';

/** The documents that administrators edit; `rows` are those that other instances may change. */
export type ContentDocuments = Readonly<{
  faq: Low<FaqDocument>;
  parameters: Low<ParameterDocument>;
  rows: readonly Readonly<{ isStale: () => Promise<boolean> }>[];
}>;

/** The documents that lie in files on SQLite. */
export const documentsInFiles = ['faq', 'parameters', 'test-questions'] as const;

/** Files in the data folder on SQLite, rows on PostgreSQL; not yet read. */
export function openDocuments({
  records,
  dataDir,
}: Readonly<{ records: Records; dataDir: string }>): ContentDocuments {
  const noEntries: FaqDocument = { entries: {} };
  const noParameters: ParameterDocument = { current: '', shipped: '', versions: {}, edits: {} };
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

/** Two instances that start at the same moment seed the same content: the second one takes the first one's. */
export async function writeSeed<Data>(document: Low<Data>): Promise<void> {
  try {
    await document.write();
  } catch (error) {
    if (!(error instanceof StaleDocument)) throw error;
    await document.read();
  }
}
