import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { HttpReply, HttpRequest } from './Route.js';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
/** Good for pages made per request; files that stay the same are compressed once and harder. */
const pageQuality = 5;
const worthIt = 1_000;

/** The reply in the smallest form that the caller accepts. */
export async function compress(
  request: HttpRequest,
  reply: HttpReply,
  quality = pageQuality,
): Promise<HttpReply> {
  const body = Buffer.from(reply.body ?? '');
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
  if (encoding === undefined || body.length < worthIt) return reply;
  const small =
    encoding === 'br'
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })
      : await gzipped(body);
  return {
    ...reply,
    body: small,
    headers: {
      ...reply.headers,
      'Content-Encoding': encoding,
      Vary: [reply.headers?.Vary, 'Accept-Encoding'].filter((name) => name !== undefined).join(', '),
    },
  };
}
