import { createHash } from 'node:crypto';

export interface InlineParts {
  /** The texts of the scripts in the page, exactly as they stand there. */
  readonly scripts: readonly string[];
  readonly style: string;
  /** The `Host` of the request: some browsers don't count WebSockets of the same host as 'self'. */
  readonly host: string | undefined;
}

const known = new Map<string, string>();

/**
 * The Content-Security-Policy of a citizens' page: nothing runs but these scripts and this style, named by their digests, so that
 * the page may also be kept on the device and opened without the server.
 */
export function contentPolicy({ scripts, style, host }: InlineParts): string {
  const sockets = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  const allowed = scripts.filter((script) => script !== '').map(digest);
  return [
    "default-src 'none'",
    `script-src ${allowed.length === 0 ? "'none'" : allowed.join(' ')}`,
    `style-src ${digest(style)}`,
    `connect-src 'self'${sockets}`,
    "img-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The page's script and style stay the same from request to request. */
function digest(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const made = `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  if (known.size < 50) known.set(text, made);
  return made;
}
