import { describe, expect, test } from '@jest/globals';
import { createViber } from '../../src/channels/viber/index.js';
import { words } from '../support/openInstance.js';
import { viberAnswers, viberEvents, viberUser } from './cases/viberCases.js';
import { choice, replyWith, toHotline, toPage } from './exampleReply.js';

const api = 'https://developers.viber.com/docs/api/rest-bot-api';
const keyboards = 'https://developers.viber.com/docs/tools/keyboards';
const token = '445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9';
const adapter = createViber({ authToken: token, apiUrl: 'http://fake' }, words);

describe('Viber: what a callback says', () => {
  test.each(viberEvents)('%s (%s)', (_what, _source, fields, expected) => {
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
  const address = `{"user":"${viberUser}"}`;
  const key = { Columns: 6, Rows: 1, TextSize: 'regular' };

  test(`plain, with a keyboard whose words are escaped and the telephone in the text (${keyboards})`, () => {
    expect(adapter.encode({ seq: 12, address, activity: reply })).toEqual([
      {
        path: 'send_message',
        body: {
          receiver: viberUser,
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
  test.each(viberAnswers)('%s (%s)', (_what, _source, called, expected) => {
    expect(adapter.classify(called)).toMatchObject(expected);
  });
});
