import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { DirectLine, type Activity } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { FetchRequest } from '../../support/FetchRequest.js';
import { send, type FindPlace } from './Place.js';

/** Microsoft's own client, as it is published, against this service. */
export function directLineClientCases(place: FindPlace): void {
  describe.each([
    { way: 'WebSocket', webSocket: true },
    { way: 'polling', webSocket: false },
  ])('botframework-directlinejs by $way', ({ webSocket }) => {
    beforeEach(() => {
      Object.assign(globalThis, { XMLHttpRequest: FetchRequest, WebSocket: localSocket(place) });
    });
    let client: DirectLine | undefined;
    afterEach(() => {
      client?.end();
    });

    test('holds a conversation unchanged: greeting, echo, answer, form, estimate', async () => {
      const base = place().service.address;
      const { json } = await send(base, 'POST', '/v3/directline/tokens/generate', { body: {} });
      const token = typeof json === 'object' && json !== null && 'token' in json ? String(json.token) : '';
      client = new DirectLine({ token, domain: `${base}/v3/directline`, webSocket, pollingInterval: 200 });
      const talk = listen(client);
      await talk.until((heard) => heard.some(({ from }) => from.role === 'bot'));

      for (const [text, wanted] of [
        ['Tính tiền BHXH tự nguyện', /nghề gì/],
        ['Bỏ qua', /mức thu nhập/],
        ['1,5 triệu', /diện nào/],
        ['Không thuộc diện nào', /đóng thế nào/],
        ['Từng tháng', /264\.000/],
      ] as const) {
        const id = await post(client, text);
        const heard = await talk.until((all) =>
          all.some((activity) => repliesTo(activity, id) && wanted.test(textOf(activity))),
        );
        const echoes = heard.filter((activity) => activity.id === id);
        expect(echoes).toMatchObject([{ from: { role: 'user' }, text }]);
      }
      const ids = talk.heard.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(ids.toSorted());
    });
  });
}

/** The client opens the address it was told; that name leads here. */
function localSocket(place: FindPlace) {
  return class extends WebSocket {
    constructor(address: string | URL) {
      const { pathname, search } = new URL(address);
      super(`${place().service.address.replace(/^http/, 'ws')}${pathname}${search}`);
    }
  };
}

function listen(client: DirectLine) {
  const heard: Activity[] = [];
  let look: () => void = () => undefined;
  client.activity$.subscribe(
    (activity: Activity) => {
      heard.push(activity);
      look();
    },
    // Ending a conversation is an error to this client.
    () => undefined,
  );
  const until = (done: (heard: readonly Activity[]) => boolean): Promise<readonly Activity[]> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`Heard only: ${heard.map(textOf).join(' | ')}`)),
        15_000,
      );
      look = () => {
        if (!done(heard)) return;
        clearTimeout(timer);
        resolve(heard);
      };
      look();
    });
  return { heard, until };
}

function post(client: DirectLine, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    client
      .postActivity({ type: 'message', text, from: { id: 'dl_client' }, locale: 'vi-VN' })
      .subscribe(
        (id: string) => (id === 'retry' ? reject(new Error('The client says: retry')) : resolve(id)),
        reject,
      );
  });
}

function textOf(activity: Activity): string {
  return activity.type === 'message' ? (activity.text ?? '') : '';
}

function repliesTo(activity: Activity, id: string): boolean {
  return 'replyToId' in activity && activity.replyToId === id;
}
