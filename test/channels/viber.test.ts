import { describe, expect, test } from '@jest/globals';
import type { CallAnswer, Verdict } from '../../src/channels/contract.js';
import { createViber } from '../../src/channels/viber/index.js';
import { words } from '../support/openInstance.js';
import { answered, choice, replyWith, toHotline, toPage } from './exampleReply.js';

const api = 'https://developers.viber.com/docs/api/rest-bot-api';
const keyboards = 'https://developers.viber.com/docs/tools/keyboards';
const gateway = 'https://github.com/nyaruka/courier/tree/main/handlers/viber';
const token = '445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9';
const adapter = createViber({ authToken: token, apiUrl: 'http://fake' }, words);

const user = { id: 'xy5/5y6O81+/kbWHpLhBoA==', name: 'ET3', language: 'vi', country: 'VN', api_version: 10 };
const place = { conversationId: 'vb:xy5_5y6O81-_kbWHpLhBoA', userId: user.id, at: 1481142112807 };
const heard = (event: string, activity: object) => ({
  ...place,
  kind: 'message',
  // The last digits differ from what a number could hold.
  key: `vb:4912661846655238145:${event}:${user.id}`,
  address: `{"user":"${user.id}"}`,
  activity: { ...activity, locale: 'vi', from: { id: user.id, role: 'user' } },
});
const said = (text: string, more: object = {}) =>
  heard('message', { type: 'message', text, textFormat: 'plain', ...more });

describe('Viber: what a callback says', () => {
  const message = (fields: object) => ({ event: 'message', sender: user, message: fields });
  const cases: readonly (readonly [string, string, object, readonly unknown[]])[] = [
    [
      'a text',
      `${api}/#receive-message-from-user`,
      message({ type: 'text', text: 'xin chào' }),
      [said('xin chào')],
    ],
    [
      'a tapped button comes as its body',
      `${keyboards}/#buttons-parameters`,
      message({ type: 'text', text: 'Vì sao? #12.1' }),
      [said('Vì sao?', { channelData: { choice: '#12.1' } })],
    ],
    [
      'a text that names the token',
      'ours',
      message({ type: 'text', text: '"message_token":1' }),
      [said('"message_token":1')],
    ],
    [
      'a shared number',
      `${keyboards}/#share-phone`,
      message({ type: 'contact', contact: { name: 'An', phone_number: '+84912345678' } }),
      [said('+84912345678')],
    ],
    [
      'a place',
      `${api}/#receive-message-from-user`,
      message({ type: 'location', location: { lat: 10.76, lon: 106.66 } }),
      [said('', { entities: [{ type: 'GeoCoordinates', latitude: 10.76, longitude: 106.66 }] })],
    ],
    [
      'a picture with words below it',
      `${api}/#receive-message-from-user`,
      message({ type: 'picture', media: 'https://dl-media.viber.com/a', text: 'sổ' }),
      [said('sổ')],
    ],
    [
      'a conversation begun by a link tells where the person came from',
      `${api}/#conversation-started`,
      { event: 'conversation_started', type: 'open', context: 'TN01', user, subscribed: false },
      [heard('conversation_started', { type: 'conversationUpdate', channelData: { ref: 'TN01' } })],
    ],
    [
      'a conversation begun without a link',
      `${api}/#conversation-started`,
      { event: 'conversation_started', type: 'open', context: '', user, subscribed: true },
      [heard('conversation_started', { type: 'conversationUpdate' })],
    ],
    [
      'a subscription',
      `${api}/#subscribed`,
      { event: 'subscribed', user },
      [heard('subscribed', { type: 'conversationUpdate' })],
    ],
    [
      'the person leaves',
      `${api}/#unsubscribed`,
      { event: 'unsubscribed', user_id: user.id },
      [{ ...place, kind: 'gone' }],
    ],
    ['a receipt', `${api}/#message-receipts-callbacks`, { event: 'delivered', user_id: user.id }, []],
    ['a sight', `${api}/#message-receipts-callbacks`, { event: 'seen', user_id: user.id }, []],
    ['a failure', `${api}/#failed-callback`, { event: 'failed', user_id: user.id, desc: 'x' }, []],
    ['the test of set_webhook', `${api}/#setting-a-webhook`, { event: 'webhook' }, []],
    ['an event of a later version', api, { event: 'something_new', user }, []],
  ];
  test.each(cases)('%s (%s)', (_what, _source, fields, expected) => {
    const raw = JSON.stringify({ ...fields, timestamp: 1481142112807, message_token: 0 });
    const body = Buffer.from(raw.replace('"message_token":0', '"message_token":4912661846655238145'));
    expect(adapter.decode(body)).toEqual(expected);
  });
});

describe('Viber: who may deliver', () => {
  const vector =
    '{"event":"message","timestamp":1457764197627,"message_token":4912661846655238145,"sender":{"id":"01234567890A=","name":"John","language":"vi","country":"VN","api_version":1},"message":{"type":"text","text":"xin chao","tracking_data":""}}';
  const signature = '7fbe36bedce92afefac4e78002f6da1dadaea6f242da500d049f131d3ea7c048';
  const check = (raw: string, given: string | string[] | undefined) =>
    adapter.verify({
      headers: given === undefined ? {} : { 'x-viber-content-signature': given },
      query: new URLSearchParams(),
      body: Buffer.from(raw),
    });

  test(`an HMAC over the raw bytes (${api}/#callbacks)`, () => {
    expect(check(vector, signature)).toBe('genuine');
    expect(check(vector, signature.toUpperCase())).toBe('genuine');
    expect(check(`${vector} `, signature)).toBe('forged');
    expect(check(JSON.stringify(JSON.parse(vector)), signature)).toBe('forged');
    const wrong = ['0'.repeat(64), signature.slice(1), `${signature}0`, '', undefined, [signature, 'x']];
    for (const given of wrong) expect(check(vector, given)).toBe('forged');
  });
});

describe('Viber: how a reply is sent', () => {
  const reply = replyWith('**264.000 đ** & <hết>', choice('Vì <sao>?'), toPage, toHotline);
  const address = `{"user":"${user.id}"}`;
  const key = { Columns: 6, Rows: 1, TextSize: 'regular' };

  test(`plain, with a keyboard whose words are escaped and the telephone in the text (${keyboards})`, () => {
    expect(adapter.encode({ seq: 12, address, activity: reply })).toEqual([
      {
        path: 'send_message',
        body: {
          receiver: user.id,
          min_api_version: 7,
          sender: { name: 'Trợ lý An Sinh' },
          type: 'text',
          text: '264.000 đ & <hết>\n\nGọi 1900 9068',
          keyboard: {
            Type: 'keyboard',
            DefaultHeight: false,
            Buttons: [
              {
                ...key,
                ActionType: 'reply',
                ActionBody: 'Vì <sao>? #12.1',
                Text: 'Vì &lt;sao&gt;?',
              },
              { ...key, ActionType: 'open-url', ActionBody: 'https://an-sinh.test/e/1', Text: 'Xem trang' },
            ],
          },
        },
      },
    ]);
  });

  test(`with a button that shares the own number where the number is asked (${keyboards}/#share-phone)`, () => {
    const activity = { type: 'message', text: 'Số nào?', channelData: { expects: 'phone' } } as const;
    const [call] = adapter.encode({ seq: 3, address, activity });
    expect(call?.body.keyboard).toMatchObject({
      Buttons: [{ ActionType: 'share-phone', ActionBody: 'phone', Text: 'Gửi số điện thoại của tôi' }],
    });
  });

  test('numbered and without a keyboard after a refusal', () => {
    const [call] = adapter.encode({ seq: 12, address, activity: reply, bare: true });
    expect(call?.body.keyboard).toBeUndefined();
    expect(call?.body.text).toContain('1. Vì <sao>?');
  });

  test(`the longest reply stays below 30 kB (${api}/#send-message)`, () => {
    const actions = Array.from({ length: 11 }, () => ({
      type: 'imBack',
      title: 'ế'.repeat(100),
      value: 'x',
    }));
    const activity = { ...reply, text: 'ế'.repeat(7_000), suggestedActions: { to: [], actions } };
    for (const call of adapter.encode({ seq: 12, address, activity })) {
      expect(Buffer.byteLength(JSON.stringify(call.body))).toBeLessThan(30 * 1024);
    }
  });

  test('the token is in a header of the call and nowhere else', () => {
    expect(adapter.wire({ path: 'send_message', body: {} }, token)).toEqual({
      url: 'http://fake/pa/send_message',
      headers: { 'X-Viber-Auth-Token': token },
    });
  });
});

describe('Viber: who has to act on an answer', () => {
  const status = (code: number) => answered(200, { status: code, status_message: 'x' });
  const each = (codes: readonly number[], source: string, verdict: Verdict['status']) =>
    codes.map((code) => [`status ${code}`, source, status(code), { status: verdict }] as const);
  const cases: readonly (readonly [string, string, CallAnswer, Partial<Verdict>])[] = [
    ['ok', `${api}/#error-codes`, status(0), { status: 'sent' }],
    ...each([5, 6, 11, 13, 21], gateway, 'stop'),
    ...each([2, 7, 8, 9, 10, 15, 18, 22, 23, 24], gateway, 'operator'),
    ...each([1, 3, 4, 14, 16, 17, 19, 20, 99], gateway, 'refused'),
    ['too fast: the whole bot', `${api}/#error-codes`, status(12), { status: 'retry', channelWide: true }],
    ['a page of a gateway', gateway, answered(502, undefined), { status: 'retry' }],
    ['too fast for the gateway', 'ours', answered(429, undefined), { status: 'retry', channelWide: true }],
    ['no connection', 'ours', { status: 'unreachable' }, { status: 'retry' }],
    ['no answer', 'ours', { status: 'unknown' }, { status: 'unknown' }],
  ];
  test.each(cases)('%s (%s)', (_what, _source, called, expected) => {
    expect(adapter.classify(called)).toMatchObject(expected);
  });
});
