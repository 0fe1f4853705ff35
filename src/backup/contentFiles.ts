import { existsSync } from 'node:fs';
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DurableFile, documentsInFiles } from '../content/index.js';
import type { BackupRow } from './backupFormat.js';

const ENDING = '.json';

/** The documents that an SQLite installation keeps as files, as the rows they would be on PostgreSQL. */
export async function contentDocumentRows(dataDir: string): Promise<readonly BackupRow[]> {
  const there = documentsInFiles.filter((name) => existsSync(fileOf(dataDir, name)));
  return Promise.all(
    there.map(async (name) => {
      const file = fileOf(dataDir, name);
      const [body, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)]);
      return { name, body: JSON.stringify(JSON.parse(body)), version: 1, updated_at: Math.round(mtimeMs) };
    }),
  );
}

/** Whether an SQLite installation keeps the document as a file. */
export function isInFile(name: unknown): name is string {
  return documentsInFiles.some((known) => known === name);
}

/** Puts a document back as a file. */
export async function writeContentFile(dataDir: string, name: string, body: string): Promise<void> {
  await mkdir(join(dataDir, 'content'), { recursive: true });
  await new DurableFile(fileOf(dataDir, name), z.unknown()).write(JSON.parse(body));
}

function fileOf(dataDir: string, name: string): string {
  return join(dataDir, 'content', `${name}${ENDING}`);
}
