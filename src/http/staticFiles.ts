import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { compress } from './compress.js';
import type { HttpReply, HttpRequest } from './Route.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};
const builtOnceQuality = 9;
const immutable = 'public, max-age=31536000, immutable';

/** The built files of a folder, held in memory; nothing outside it can be asked for. */
export class StaticFiles {
  readonly #files: ReadonlyMap<string, Readonly<{ body: Buffer; type: string }>>;
  readonly #compressed = new Map<string, Promise<HttpReply>>();

  constructor(folder: string) {
    this.#files = existsSync(folder) ? readFolder(folder) : new Map();
  }

  get isEmpty(): boolean {
    return this.#files.size === 0;
  }

  /** The reply for `path` (without a slash before it); undefined when there is no such file. */
  serve(
    request: HttpRequest,
    path: string,
    headers: HttpReply['headers'] = {},
  ): Promise<HttpReply> | undefined {
    const file = this.#files.get(path);
    if (file === undefined) return undefined;
    const key = `${path}\n${String(request.headers['accept-encoding'] ?? '')}`;
    const known = this.#compressed.get(key);
    if (known !== undefined) return known;
    // Built files carry a digest in their names; the page that names them doesn't.
    const caching = file.type.startsWith('text/html') ? 'no-cache' : immutable;
    const reply = {
      status: 200,
      headers: { 'Content-Type': file.type, 'Cache-Control': caching, ...headers },
      body: file.body,
    };
    const compressed = compress(request, reply, builtOnceQuality);
    if (this.#compressed.size < 500) this.#compressed.set(key, compressed);
    return compressed;
  }
}

function readFolder(folder: string): ReadonlyMap<string, Readonly<{ body: Buffer; type: string }>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    names.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file).split(sep).join('/');
      return [path, { body: readFileSync(file), type: types[extname(path)] ?? 'application/octet-stream' }];
    }),
  );
}
