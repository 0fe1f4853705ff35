import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPeers } from './installPeers.mjs';

/*
 * Mutation testing of the law as code: each way to break a rule has to make a test fail. By hand, because it takes minutes.
 *   npm run mutation -- voluntary | pension | plan | benefits | health | table
 * MUTATION_SHARE=0.1 breaks every tenth line only. The report is written to bench/mutation-<area>.json.
 */
installPeers('@stryker-mutator/core');
const here = dirname(fileURLToPath(import.meta.url));
const core = dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json'));
const { status } = spawnSync(
  process.execPath,
  [join(core, 'bin', 'stryker.js'), 'run', join(here, 'mutation', 'config.mjs'), ...process.argv.slice(3)],
  {
    cwd: dirname(here),
    stdio: 'inherit',
    env: { ...process.env, MUTATION_TESTS: 'test/policy/*.test.ts', MUTATION_AREA: process.argv[2] },
  },
);
process.exitCode = status ?? 1;
