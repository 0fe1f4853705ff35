import type { IncomingMessage } from 'node:http';

export type Body = Readonly<
  { status: 'read'; bytes: Buffer } | { status: 'too_large' } | { status: 'unsupported' }
>;

/** Reads a request's body as raw bytes (signatures are over these), up to `limit` bytes. Compressed bodies are refused. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Body> {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return { status: 'unsupported' };
  if (Number(request.headers['content-length'] ?? 0) > limit) return { status: 'too_large' };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > limit) return { status: 'too_large' };
    chunks.push(bytes);
  }
  return { status: 'read', bytes: Buffer.concat(chunks) };
}
