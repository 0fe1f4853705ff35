import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Runs a file of the tests from its source in a process of its own, with `env` beside the environment of this one. */
export function forkSource(file: URL, env: Readonly<Record<string, string>>): ChildProcess {
  return fork(fileURLToPath(file), {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      '--experimental-transform-types',
      '--import',
      new URL('resolveTypeScript.mjs', import.meta.url).href,
    ],
    // The child is no test: what jest needs of Node would only slow it down.
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
}
