import type { Server } from 'node:http';

const letGoEveryMs = 50;

/**
 * Takes no more connections and resolves when the requests in flight are answered. A client that asks steadily on a connection
 * it keeps open would hold the server for ever: its next answer ends the connection, and unused ones are ended here.
 */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
    const letGo = setInterval(() => server.closeIdleConnections(), letGoEveryMs);
    server.close(() => {
      clearInterval(letGo);
      resolve();
    });
  });
}
