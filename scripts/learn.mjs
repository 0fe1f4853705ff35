import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Learns from the answers that ship, so that a fresh start doesn't have to: dist/learned/<digest>.learned. Part of the build.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { digestOfSources, encodeLearned, learnedFileName, readShippedContent } =
  await import('../dist/src/content/index.js');
const { learn } = await import('../dist/src/faq/index.js');

const content = readShippedContent(join(root, 'content'));
const sources = { ...content, entries: content.entries.map(({ entry }) => entry) };
const digest = digestOfSources(sources);
const folder = join(root, 'dist', 'learned');
const name = learnedFileName(digest);
mkdirSync(folder, { recursive: true });
if (!readdirSync(folder).includes(name))
  writeFileSync(join(folder, name), encodeLearned(learn(sources), digest));
for (const other of readdirSync(folder)) if (other !== name) rmSync(join(folder, other));
