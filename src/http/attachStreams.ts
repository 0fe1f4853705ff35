import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import {
  readWatermark,
  type DirectLine,
  type DirectLineTokens,
  type StreamHub,
} from '../channels/webchat/index.js';

/** Clients send empty frames to keep the line; nothing larger is needed. */
const maxFrameBytes = 64 * 1024;

/** Serves `/v3/directline/conversations/<id>/stream?watermark=&t=<ticket>`: the ticket opens this stream and nothing else. */
export function attachStreams(
  server: Server,
  { tokens, hub, directLine }: Readonly<{ tokens: DirectLineTokens; hub: StreamHub; directLine: DirectLine }>,
): void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    admit(tokens, directLine, request).then(
      (admitted) => {
        if (admitted.status !== 'admitted') {
          refuse(socket, admitted.status);
          return;
        }
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          hub.add(admitted.conversationId, webSocket, admitted.after);
        });
      },
      () => refuse(socket, 500),
    );
  });
}

type Admission = Readonly<
  { status: 'admitted'; conversationId: string; after: number } | { status: 401 | 403 | 404 }
>;

async function admit(
  tokens: DirectLineTokens,
  directLine: DirectLine,
  request: IncomingMessage,
): Promise<Admission> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const conversationId = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/.exec(url.pathname)?.[1];
  if (conversationId === undefined) return { status: 404 };
  const ticket = url.searchParams.get('t');
  if (ticket === null) return { status: 401 };
  const check = await tokens.check(ticket, 'stream');
  if (check.status !== 'valid' || check.claims.conversationId !== decodeURIComponent(conversationId))
    return { status: 403 };
  if (await directLine.isForgotten(check.claims.conversationId)) return { status: 404 };
  const after = readWatermark(url.searchParams.get('watermark') ?? undefined);
  return { status: 'admitted', conversationId: check.claims.conversationId, after };
}

function refuse(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
  );
}
