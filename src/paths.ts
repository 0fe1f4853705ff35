import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder: the nearest one above this file that holds `package.json` and `content/`. Works from `src/` and from `dist/`. */
export const projectRoot = findProjectRoot(import.meta.dirname);

function findProjectRoot(start: string): string {
  let folder = start;
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'content')))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`No package.json with a content folder above ${start}.`);
    folder = parent;
  }
  return folder;
}
