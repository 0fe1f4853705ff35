import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { collected, startCollecting } from './jestGlobals.mjs';

/*
 * Runs tests of pure code in Stryker's worker itself, a hundred times as fast as starting jest for every mutant: the code is
 * loaded once with all its mutants in it, and a switch says which one is alive. What a test file works out while it is loaded
 * (tables of cases, whole outcomes) counts as a test named "<file> (load)"; the file is then loaded anew under the mutant.
 */
const LOAD = ' (load)';
const state = (globalThis.__stryker__ ??= {});
let round = 0;

class InProcessRunner {
  /** Tests by file, as they were loaded without a mutant. */
  #files = new Map();
  #times = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const globals = new URL('jestGlobals.mjs', import.meta.url).href;
    const tests = pathToFileURL(resolve('test')).href;
    registerHooks({
      resolve(specifier, context, next) {
        if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
        const found = next(specifier, context);
        const anew = /\?round=\d+$/.exec(context.parentURL ?? '');
        return anew && found.url.startsWith(tests) ? { ...found, url: found.url + anew[0] } : found;
      },
    });
    await import(pathToFileURL(resolve('test/support/resolveTypeScript.mjs')).href);
    // Loaded before any test, so that what runs at loading is known as such.
    await import(pathToFileURL(resolve('src/policy/index.ts')).href);
    await import(pathToFileURL(resolve('src/estimates/index.ts')).href);
    const { default: fc } = await import(
      pathToFileURL(resolve('node_modules/fast-check/lib/fast-check.js')).href
    );
    fc.configureGlobal({ seed: 20260701, numRuns: 60, endOnFailure: true });
  }

  async dryRun() {
    const results = [];
    for (const file of globSync(process.env.MUTATION_TESTS).sort()) {
      state.currentTestId = file + LOAD;
      const { tests, ms } = await load(file);
      this.#files.set(file, tests);
      this.#times.set(file, ms);
      results.push({ id: file + LOAD, name: file + LOAD, timeSpentMs: ms, status: 'success' });
      for (const test of tests) results.push(await run(test));
    }
    state.currentTestId = undefined;
    for (const { id, timeSpentMs } of results) this.#times.set(id, timeSpentMs);
    const failed = results.find(({ status }) => status === 'failed');
    if (failed) return { status: 'error', errorMessage: `${failed.id}: ${failed.failureMessage}` };
    return { status: 'complete', tests: results, mutantCoverage: state.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (this.#files.size === 0) await this.#loadAll();
    state.hitLimit = hitLimit;
    state.hitCount = hitLimit === undefined ? undefined : 0;
    state.mutantCoverage = undefined;
    state.activeMutant = activeMutant.id;
    let count = 0;
    try {
      for (const { file, anew, ids } of this.#inOrder(testFilter)) {
        const tests = anew ? await loadUnderMutant(file) : this.#files.get(file);
        if (typeof tests === 'string') return killed(file + LOAD, tests, count + 1);
        for (const test of tests) {
          if (!anew && !ids.has(test.id)) continue;
          count += 1;
          const { status, failureMessage } = await run(test);
          if (status === 'failed') return killed(test.id, failureMessage, count);
        }
      }
      return { status: 'survived', nrOfTests: count };
    } catch (error) {
      return { status: 'error', errorMessage: String(error) };
    } finally {
      state.activeMutant = undefined;
    }
  }

  async dispose() {}

  /** A worker that took over from one that hung has not seen the dry run. */
  async #loadAll() {
    for (const file of globSync(process.env.MUTATION_TESTS).sort()) {
      const { tests, ms } = await load(file);
      this.#files.set(file, tests);
      this.#times.set(file, ms);
    }
  }

  /** The quick ones first: most mutants die in the first milliseconds. */
  #inOrder(filter) {
    const wanted = new Set(filter ?? [...this.#files.values()].flat().map(({ id }) => id));
    return [...this.#files]
      .map(([file, tests]) => {
        const anew = wanted.has(file + LOAD);
        const ids = new Set(tests.map(({ id }) => id).filter((id) => wanted.has(id)));
        const time = [...ids].reduce(
          (sum, id) => sum + (this.#times.get(id) ?? 1),
          anew ? this.#times.get(file) : 0,
        );
        return { file, anew, ids, time };
      })
      .filter(({ anew, ids }) => anew || ids.size > 0)
      .sort((a, b) => a.time - b.time);
  }
}

async function load(file, query = '') {
  startCollecting(file);
  const started = performance.now();
  await import(pathToFileURL(resolve(file)).href + query);
  return { tests: collected(), ms: performance.now() - started };
}

/** The tests of a file loaded anew, or the reason why it could not be. */
async function loadUnderMutant(file) {
  round += 1;
  try {
    return (await load(file, `?round=${round}`)).tests;
  } catch (error) {
    return String(error);
  }
}

async function run({ id, body }) {
  const started = performance.now();
  if (state.activeMutant === undefined) state.currentTestId = id;
  const result = (status, failureMessage) => ({
    id,
    name: id,
    timeSpentMs: performance.now() - started,
    status,
    ...(failureMessage === undefined ? {} : { failureMessage }),
  });
  try {
    await body();
    return result('success');
  } catch (error) {
    return result('failed', error instanceof Error ? error.message : String(error));
  }
}

function killed(id, failureMessage, nrOfTests) {
  return { status: 'killed', killedBy: [id], failureMessage: failureMessage.slice(0, 300), nrOfTests };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
