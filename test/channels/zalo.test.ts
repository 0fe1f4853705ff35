import { describe, expect, test } from '@jest/globals';
import { createZalo } from '../../src/channels/zalo/index.js';
import { words } from '../support/openInstance.js';
import { zaloAnswers, zaloAppId, zaloDocs, zaloEvents, zaloOa, zaloUser } from './cases/zaloCases.js';
import { choice, replyWith, toHotline, toPage } from './exampleReply.js';

const [docs, appId, oa, user] = [zaloDocs, zaloAppId, zaloOa, zaloUser];
const adapter = createZalo(
  {
    appId,
    appSecret: 'app',
    oaId: oa,
    oaSecret: 'zalo-oa-secret-for-tests',
    refreshToken: 'r',
    apiUrl: 'http://fake',
    oauthUrl: 'http://fake',
    publicUrl: 'https://an-sinh.test',
  },
  words,
);

const signed: readonly (readonly [string, string, string])[] = [
  [
    'a text',
    '{"app_id":"1234567890123456789","user_id_by_app":"552177279717587730","event_name":"user_send_text","timestamp":"1762330000123","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},"message":{"msg_id":"96d3cdf3af150460909","text":"xin chao"}}',
    '11d951043af88b8509b3e1f970e42f47f06b4e20c374c6b1c08eb9d6a372d11f',
  ],
  [
    'a text with accents',
    '{"app_id":"1234567890123456789","user_id_by_app":"552177279717587730","event_name":"user_send_text","timestamp":"1762330000456","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},"message":{"msg_id":"96d3cdf3af150460910","text":"Tôi muốn tra cứu sổ BHXH"}}',
    '99239433f57ef4e8a81b743076512bb7c33a363ffea972894c309a31391dfe3f',
  ],
  [
    'an event of the account',
    '{"oa_id":"388613280878808645","follower":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","event_name":"follow","source":"oa_profile","app_id":"1234567890123456789","timestamp":"1762330000789"}',
    '9556708b5318dd5a3d9f4c71e8cd713e2d7169b18e32e89232f6d066b9350767',
  ],
];

describe(`Zalo: who may deliver (${docs}/webhook/tong-quan)`, () => {
  const check = (body: string | Buffer, signature: string | undefined) =>
    adapter.verify({
      headers: signature === undefined ? {} : { 'x-zevent-signature': signature },
      query: new URLSearchParams(),
      body: Buffer.from(body),
    });

  test.each(signed)('the vector of %s, with and without its prefix, in any case', (_what, body, mac) => {
    for (const header of [`mac=${mac}`, mac, `mac=${mac.toUpperCase()}`, ` mac=${mac} `]) {
      expect(check(body, header)).toBe('genuine');
    }
  });

  test.each(signed)('the signature is over the raw bytes of %s', (_what, body, mac) => {
    const anew = [JSON.stringify(JSON.parse(body), null, 1), `${body}\n`];
    if (body.normalize('NFD') !== body) anew.push(body.normalize('NFD'));
    for (const other of anew) expect(check(other, `mac=${mac}`)).toBe('forged');
  });

  test('nothing else is taken for a signature', () => {
    const [, body = ''] = signed[0] ?? [];
    const wrong = [undefined, '', 'mac=', 'mac=00', `mac=${'0'.repeat(64)}`, `mac=${'g'.repeat(64)}`];
    for (const header of wrong) expect(check(body, header)).toBe('forged');
  });

  test('a time inside the citizen’s text is not the time of the delivery', () => {
    const text = '{"message":{"text":"\\"timestamp\\":\\"1762330000123\\""}}';
    expect(check(text, `mac=${'0'.repeat(64)}`)).toBe('forged');
  });

  test('the test message of the console is answered, signed or not, and is no event', () => {
    const body = '{"message":{"text":"This is testing message","msg_id":"This is message id"}}';
    expect(check(body, undefined)).toBe('probe');
    expect(adapter.decode(Buffer.from(body))).toEqual([]);
    expect(check(body.replace('}}', '},"event_name":"user_send_text"}'), undefined)).toBe('forged');
    expect(check(body.replace('testing', 'tasting'), undefined)).toBe('forged');
  });
});

describe('Zalo: what an event says', () => {
  test.each(zaloEvents)('%s (%s)', (_what, _source, fields, expected) => {
    const body = JSON.stringify({ app_id: appId, timestamp: '1540363714987', ...fields });
    expect(adapter.decode(Buffer.from(body))).toEqual(expected);
  });
});

describe(`Zalo: how a reply is sent (${docs}/tin-nhan/tin-tu-van)`, () => {
  const reply = replyWith('**264.000 đ**', choice('Vì sao?'), toHotline, toPage);

  test('with buttons that say their title and open what they name', () => {
    expect(adapter.encode({ seq: 12, address: JSON.stringify({ user }), activity: reply })).toEqual([
      {
        path: 'v3.0/oa/message/cs',
        body: {
          recipient: { user_id: user },
          message: {
            text: '264.000 đ',
            attachment: {
              type: 'template',
              payload: {
                buttons: [
                  { title: 'Vì sao?', type: 'oa.query.show', payload: 'Vì sao? #12.1' },
                  { title: 'Gọi 1900 9068', type: 'oa.open.phone', payload: { phone_code: '19009068' } },
                  { title: 'Xem trang', type: 'oa.open.url', payload: { url: 'https://an-sinh.test/e/1' } },
                ],
              },
            },
          },
        },
      },
    ]);
  });

  test('to a visitor without an account by the older call, numbered', () => {
    const address = JSON.stringify({ anonymous: user, conversation: 'c9' });
    const [call] = adapter.encode({ seq: 12, address, activity: reply });
    expect(call?.path).toBe('v2.0/oa/message');
    expect(call?.body.recipient).toEqual({ anonymous_id: user, conversation_id: 'c9' });
    expect(JSON.stringify(call?.body.message)).toContain('1. Vì sao?');
    expect(adapter.capabilitiesOf?.(`zalo:${oa}:visitor-${user}`).buttons).toBeUndefined();
  });

  test('the token stands in a header of its own, not in Authorization', () => {
    expect(adapter.wire({ path: 'v3.0/oa/message/cs', body: {} }, 'token')).toEqual({
      url: 'http://fake/v3.0/oa/message/cs',
      headers: { access_token: 'token' },
    });
  });

  test(`where a number is asked, a card asks for name and number, too (${docs}/tin-nhan/tin-tu-van/gui-tin-yeu-cau-thong-tin-nguoi-dung)`, () => {
    const activity = { type: 'message', text: 'Số nào ạ?', channelData: { expects: 'phone' } } as const;
    const reply = { seq: 3, address: JSON.stringify({ user }), activity };
    const calls = adapter.encode(reply);
    expect(calls).toHaveLength(2);
    expect(calls[1]).toEqual({
      path: 'v3.0/oa/message/cs',
      // Refused, it is left out: the question has been asked.
      isExtra: true,
      body: {
        recipient: { user_id: user },
        message: {
          attachment: {
            type: 'template',
            payload: {
              template_type: 'request_user_info',
              elements: [
                {
                  title: 'Gửi số để cán bộ gọi lại',
                  subtitle: expect.stringContaining('chỉ được lưu khi anh/chị đồng ý'),
                  image_url: 'https://an-sinh.test/icons/icon-512.png',
                },
              ],
            },
          },
        },
      },
    });
    expect(adapter.encode({ ...reply, bare: true })).toHaveLength(1);
    const visitor = JSON.stringify({ anonymous: user, conversation: 'c9' });
    expect(adapter.encode({ ...reply, address: visitor })).toHaveLength(1);
  });
});

describe(`Zalo: who has to act on an answer (${docs}/phu-luc/ma-loi)`, () => {
  test.each(zaloAnswers)('%s (%s)', (_what, _source, called, expected) => {
    expect(adapter.classify(called)).toMatchObject(expected);
  });
});
