import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Installs what bench/package.json names, where a package of it is missing. */
export function installPeers(name) {
  const here = dirname(fileURLToPath(import.meta.url));
  if (existsSync(join(here, 'node_modules', name))) return;
  console.log('Installing what is needed for this bench alone …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}
