import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { StreamHub, toActivitySet } from '../../../src/channels/webchat/index.js';
import type { LoggedActivity } from '../../../src/turn/index.js';
import { eventually } from '../../support/eventually.js';

const frame = z.object({ activities: z.array(z.object({ text: z.string() })) });
const said = (seq: number): LoggedActivity => ({
  id: `c|${seq}`,
  seq,
  at: new Date(0),
  direction: 'in',
  activity: { type: 'message', text: String(seq), from: { id: 'citizen' } },
});
const saidUpTo = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => said(from + at));

describe('an open stream', () => {
  let server: WebSocketServer;
  let client: WebSocket;
  let hub: StreamHub;
  let heard: string[];
  /** What the store holds. */
  let stored: LoggedActivity[];
  /** From where it was read. */
  let readings: number[];
  let reading: Promise<void>;

  beforeEach(async () => {
    [heard, stored, readings, reading] = [[], saidUpTo(1, 2), [], Promise.resolve()];
    hub = new StreamHub({
      read: async (id, after) => {
        readings.push(after);
        const set = toActivitySet(
          id,
          stored.filter(({ seq }) => seq > after),
          after,
          '',
        );
        await reading;
        return set;
      },
      write: (id, messages) => toActivitySet(id, messages, 0, ''),
      lastNumbers: async (ids) => new Map(ids.map((id) => [id, stored.at(-1)?.seq ?? 0])),
      failed: (error) => {
        throw error;
      },
    });
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server.on('connection', (socket) => hub.add('c', socket, 0));
    await once(server, 'listening');
    client = new WebSocket(`ws://127.0.0.1:${portOf(server.address())}`);
    client.on('message', (data: Buffer) => {
      heard.push(...frame.parse(JSON.parse(data.toString())).activities.map(({ text }) => text));
    });
    await hears('1', '2');
  });
  afterEach(() => {
    hub.close();
    client.terminate();
    server.close();
  });

  const hears = async (...texts: readonly string[]) => {
    await eventually(async () => (heard.length >= texts.length ? true : undefined), texts.join(' '));
    expect(heard).toEqual(texts);
  };
  const commit = (...messages: readonly LoggedActivity[]) => stored.push(...messages);

  test('is sent what is at hand without a look into the store', async () => {
    hub.announceSoon('c', [said(3)]);
    hub.announce('c', [said(4), said(5)]);
    await hears('1', '2', '3', '4', '5');
    expect(readings).toEqual([0]);
  });

  test('is sent what waited for a reply that does not come', async () => {
    hub.announceSoon('c', [said(3)]);
    await hears('1', '2', '3');
    expect(readings).toEqual([0]);
  });

  test('misses nothing of what another instance wrote in between', async () => {
    commit(...saidUpTo(3, 4));
    hub.announce('c', [said(4)]);
    await hears('1', '2', '3', '4');
    expect(readings).toEqual([0, 2]);
  });

  test('is sent from the store what is new and not at hand, together with what is', async () => {
    commit(...saidUpTo(3, 5));
    hub.announceSoon('c', [said(3)]);
    hub.announce('c');
    await hears('1', '2', '3', '4', '5');
    expect(readings).toEqual([0, 2]);
  });

  test('gets each message once and in order, also of what comes while the store is read', async () => {
    const slow = Promise.withResolvers<void>();
    reading = slow.promise;
    commit(said(3));
    hub.announce('c');
    commit(said(4));
    hub.announce('c', [said(4)]);
    hub.announceSoon('c', [said(5)]);
    commit(said(5));
    slow.resolve();
    await hears('1', '2', '3', '4', '5');
    hub.announce('c', [said(4), said(5), said(6)]);
    await hears('1', '2', '3', '4', '5', '6');
  });

  test('that is far behind is read to, and nothing piles up meanwhile', async () => {
    const slow = Promise.withResolvers<void>();
    reading = slow.promise;
    hub.announce('c');
    for (let seq = 3; seq <= 200; seq += 1) {
      commit(said(seq));
      hub.announce('c', [said(seq)]);
    }
    slow.resolve();
    await hears(...saidUpTo(1, 200).map(({ seq }) => String(seq)));
  });

  test('looks by itself for what nobody told of', async () => {
    commit(said(3));
    hub.hear(['c', 'another']);
    await hears('1', '2', '3');
  });
});

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
