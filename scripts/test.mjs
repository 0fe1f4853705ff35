import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireNode } from './requireNode.mjs';

requireNode();
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { default: pg } = await import('pg');

/**
 * Runs the tests. What needs PostgreSQL runs where one answers (TEST_DATABASE_URL, else 127.0.0.1:5432), what needs a browser
 * where Chromium is installed, what needs the proxy of deploy/ where nginx is; what is left out is said at the end, with the reason.
 *   TEST_STORES=sqlite     all tests, on this engine
 *   TEST_STORES=postgres   only the tests that are run on each engine, on that one
 *   other arguments go to jest, e.g. npm test -- test/policy
 */
const skipped = [];
const databaseUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/test';
const wanted = process.env.TEST_STORES?.split(',') ?? ['sqlite', 'postgres'];
const stores = wanted.filter((name) => name !== 'postgres');
if (wanted.includes('postgres')) {
  const reason = await whyNoDatabase();
  if (reason === undefined) stores.push('postgres');
  else if (process.env.TEST_STORES !== undefined)
    fail(`PostgreSQL was asked for and can't be used: ${reason}`);
  else skipped.push(`the store's tests on PostgreSQL: ${reason}`);
}
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);
const nginx = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find((file) => existsSync(file));
if (nginx === undefined && stores.includes('postgres'))
  skipped.push('the tests of the proxy in deploy/: no nginx in /usr/sbin, /usr/bin or /usr/local/bin');
const filters = process.argv.slice(2);
const everything = filters.length === 0;

const environment = {
  ...process.env,
  TEST_STORES: stores.join(','),
  TEST_DATABASE_URL: databaseUrl,
  CHROMIUM: chromium ?? '',
  NGINX: nginx ?? '',
  NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
};
// What reaches no store, or one that it names itself, is the same in every run.
const reaching =
  stores.includes('sqlite') || !everything
    ? []
    : [
        '--findRelatedTests',
        'test/support/storeNames.ts',
        ...globSync('test/**/*.postgres.test.ts', { cwd: root }),
      ];
let failed = await jest(['--config', 'jest.config.js', ...reaching, ...filters]);
if (everything) {
  const { build, isBuilt } = await import('./buildSteps.mjs');
  if (!isBuilt()) await build();
  failed = (await jest(['--config', 'jest.faults.config.js'])) || failed;
}
// The pages are the same on either engine: the browser looks at them once.
if (everything && wanted.includes('sqlite')) {
  if (chromium === undefined) skipped.push('the browser tests: no Chromium in /usr/bin');
  else failed = (await jest(['--config', 'jest.browser.config.js'])) || failed;
}
for (const line of skipped) console.log(`SKIPPED ${line}`);
process.exit(failed ? 1 : 0);

async function whyNoDatabase() {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    await client.query('select 1');
    return undefined;
  } catch (error) {
    return `no answer at ${new URL(databaseUrl).host} (${error.message})`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Whether the run failed. With TEST_RESULTS set, the counts of each run are left in that folder. */
function jest(args) {
  const results = process.env.TEST_RESULTS;
  const report =
    results === undefined ? [] : ['--json', '--outputFile', join(results, `${process.hrtime.bigint()}.json`)];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args, ...report], {
      cwd: root,
      stdio: results === undefined ? 'inherit' : ['inherit', 'ignore', 'inherit'],
      env: environment,
    });
    child.on('exit', (code) => resolve(code !== 0));
  });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
