import { expect, test } from '@jest/globals';
import { Agent, createServer, get } from 'node:http';
import { closeServer } from '../../src/http/closeServer.js';

const answersAfterMs = 30;
const closedWithinMs = 2_000;

test('a client that asks without a pause on one connection does not keep the server open', async () => {
  const server = createServer((_request, response) => {
    setTimeout(() => response.end('news'), answersAfterMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const isAnswered = (): Promise<boolean> =>
    new Promise((resolve) => {
      get({ host: '127.0.0.1', port: address.port, agent }, (response) => {
        response.resume().once('end', () => resolve(true));
      }).once('error', () => resolve(false));
    });

  expect(await isAnswered()).toBe(true);
  let answered = 0;
  const asking = (async () => {
    while (await isAnswered()) answered += 1;
  })();
  // Closing begins in the middle of a request, which is answered all the same.
  await new Promise((resolve) => setTimeout(resolve, answersAfterMs / 2));
  const outcome = await Promise.race([
    closeServer(server).then(() => 'closed' as const),
    new Promise<'open'>((resolve) => {
      setTimeout(() => resolve('open'), closedWithinMs).unref();
    }),
  ]);
  server.closeAllConnections();
  await asking;
  agent.destroy();
  expect(outcome).toBe('closed');
  expect(answered).toBeGreaterThan(0);
});
