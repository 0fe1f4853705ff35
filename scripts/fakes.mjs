import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './requireNode.mjs';

requireNode();
const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs the rehearsal from its source: the stand-ins belong to the tests and are not built. */
const child = spawn(
  process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--experimental-transform-types',
    '--import',
    join(root, 'test/support/resolveTypeScript.mjs'),
    join(root, 'test/fakes/rehearsal.ts'),
  ],
  { cwd: root, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
