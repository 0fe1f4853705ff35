import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built');
const inputs = ['src', 'dialogs', 'web', 'locales', 'content', 'tsconfig.json', 'package-lock.json'];

/** Compiles the server and bundles the pages into `dist/`; `quiet` keeps standard output free. */
export async function build({ quiet = false } = {}) {
  rmSync(stamp, { force: true });
  rmSync(join(root, 'dist', 'src'), { recursive: true, force: true });
  rmSync(join(root, 'dist', 'dialogs'), { recursive: true, force: true });
  await Promise.all([
    step('typescript/bin/tsc', ['-p', 'tsconfig.json'], quiet).then(() =>
      run(join(root, 'scripts', 'learn.mjs'), [], quiet),
    ),
    bundle('console', quiet)
      .then(() => bundle('chat', quiet))
      .then(() => bundle('worker', quiet))
      .then(() => bundle('estimate', quiet)),
  ]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}

/** Whether `dist/` is there and newer than everything it is made from. */
export function isBuilt() {
  if (!existsSync(stamp)) return false;
  const builtAt = statSync(stamp).mtimeMs;
  return inputs.every((input) => newest(join(root, input)) <= builtAt);
}

/** Whether something was built once, fresh or not: an installation without development dependencies can't do more. */
export function wasBuilt() {
  return existsSync(stamp);
}

/** Whether the tools to build with are installed. */
export function canBuild() {
  return ['typescript', 'vite'].every((name) => existsSync(join(root, 'node_modules', name, 'package.json')));
}

function newest(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A page's bundle: its folder of `web/` to `dist/web/`. */
function bundle(page, quiet) {
  return step('vite/bin/vite.js', ['build', '-c', `web/${page}/vite.config.ts`, '--logLevel', 'warn'], quiet);
}

function step(script, args, quiet) {
  return run(join(root, 'node_modules', script), args, quiet);
}

function run(script, args, quiet) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['inherit', quiet ? 2 : 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${script} ${args.join(' ')} failed.`)),
    );
  });
}
