import { describe, expect, test } from '@jest/globals';
import type { CallAnswer, Verdict } from '../../src/channels/contract.js';
import { createZalo } from '../../src/channels/zalo/index.js';
import { words } from '../support/openInstance.js';
import { answered, choice, replyWith, toHotline, toPage } from './exampleReply.js';

const docs = 'https://developers.zalo.me/docs/official-account';
const appId = '1234567890123456789';
const oa = '388613280878808645';
const user = '246845883529197922';
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

const between = { sender: { id: user }, recipient: { id: oa }, user_id_by_app: '552177279717587730' };
const place = { conversationId: `zalo:${oa}:${user}`, userId: user, at: 1540363714987 };
const said = (key: string, activity: object) => ({
  ...place,
  kind: 'message',
  key: `zalo:${oa}:${key}`,
  address: JSON.stringify({ user }),
  activity: { ...activity, from: { id: user, role: 'user' } },
});
const text = (words: string, more: object = {}) => ({
  type: 'message',
  text: words,
  textFormat: 'plain',
  ...more,
});
const attached = (type: string, payload: object, words = '') => ({
  ...between,
  event_name: `user_send_${type}`,
  message: { msg_id: 'm1', text: words, attachments: [{ type, payload }] },
});
const url = 'https://f9-zpc.zdn.vn/o.jpg';

describe('Zalo: what an event says', () => {
  const cases: readonly (readonly [string, string, object, readonly unknown[]])[] = [
    [
      'a text',
      `${docs}/webhook/tin-nhan`,
      { ...between, event_name: 'user_send_text', message: { msg_id: 'm1', text: 'message' } },
      [said('m1:user_send_text', text('message'))],
    ],
    [
      'a tapped button comes as a text: our title, our reference',
      `${docs}/webhook/tin-nhan`,
      { ...between, event_name: 'user_send_text', message: { msg_id: 'm1', text: 'Vì sao? #12.2' } },
      [said('m1:user_send_text', text('Vì sao?', { channelData: { choice: '#12.2' } }))],
    ],
    [
      'a code of a poster',
      'ours',
      { ...between, event_name: 'user_send_text', message: { msg_id: 'm1', text: '#BHXH-TN01' } },
      [said('m1:user_send_text', text('/start', { channelData: { ref: 'BHXH-TN01' } }))],
    ],
    [
      'a picture',
      `${docs}/webhook/tin-nhan`,
      attached('image', { thumbnail: url, url }, 'ảnh sổ'),
      [said('m1:user_send_image', text('ảnh sổ'))],
    ],
    ...['gif', 'link', 'audio', 'video', 'sticker', 'file'].map(
      (type) =>
        [
          `a ${type}`,
          `${docs}/webhook/tin-nhan`,
          attached(type, { url }),
          [said(`m1:user_send_${type}`, text(''))],
        ] as const,
    ),
    [
      'a card of somebody, whose number is not this person’s',
      `${docs}/webhook/tin-nhan`,
      {
        ...attached('link', { description: '{"phone":"0912345678"}', url }),
        event_name: 'user_send_business_card',
      },
      [said('m1:user_send_business_card', text(''))],
    ],
    [
      'a place, its figures as texts',
      `${docs}/webhook/tin-nhan`,
      attached('location', { coordinates: { latitude: '10.762622', longitude: '106.660172' } }),
      [
        said(
          'm1:user_send_location',
          text('', { entities: [{ type: 'GeoCoordinates', latitude: 10.762622, longitude: 106.660172 }] }),
        ),
      ],
    ],
    [
      'a visitor of the widget without an account',
      `${docs}/webhook/nguoi-dung-an-danh`,
      {
        ...between,
        event_name: 'anonymous_send_text',
        message: { msg_id: 'm1', text: 'Chào', conversation_id: 'c9' },
      },
      [
        {
          ...said('m1:anonymous_send_text', text('Chào')),
          conversationId: `zalo:${oa}:visitor-${user}`,
          address: JSON.stringify({ anonymous: user, conversation: 'c9' }),
        },
      ],
    ],
    [
      'the number is shared on our request',
      `${docs}/webhook/chia-se-thong-tin`,
      { ...between, event_name: 'user_submit_info', info: { name: 'An', phone: '84912345678' } },
      [said(`${user}:1540363714987:user_submit_info`, text('An, 84912345678'))],
    ],
    [
      'the number as a figure, as older accounts send it',
      `${docs}/webhook/chia-se-thong-tin`,
      { ...between, event_name: 'user_submit_info', info: { phone: 84912345678, city: 'Hà Nội' } },
      [said(`${user}:1540363714987:user_submit_info`, text('84912345678'))],
    ],
    [
      'somebody follows',
      `${docs}/webhook/quan-tam`,
      { oa_id: oa, follower: { id: user }, event_name: 'follow', source: 'oa_profile' },
      [said(`follow:${user}:1540363714987`, { type: 'conversationUpdate' })],
    ],
    [
      'somebody leaves',
      `${docs}/webhook/quan-tam`,
      { oa_id: oa, follower: { id: user }, event_name: 'unfollow' },
      [{ ...place, kind: 'gone' }],
    ],
    [
      'somebody opens the chat for the first time',
      `${docs}/webhook/nhan-nut-chat`,
      { oa_id: oa, user_id: user, event_name: 'user_click_chatnow' },
      [said(`user_click_chatnow:${user}:1540363714987`, { type: 'conversationUpdate' })],
    ],
    [
      'the widget tells the page it stands on',
      `${docs}/webhook/widget`,
      {
        oa_id: oa,
        event_name: 'widget_interaction_accepted',
        data: { user_id: user, url: 'https://bhxh.test/?ref=TN01' },
      },
      [
        said(`widget_interaction_accepted:${user}:1540363714987`, {
          type: 'conversationUpdate',
          channelData: { ref: 'TN01' },
        }),
      ],
    ],
    [
      'a button of a notification',
      `${docs}/webhook/zbs`,
      { ...between, event_name: 'user_click_response_button', message: { data: 'Tiếp tục' }, msg_id: 'x' },
      [said(`${user}:1540363714987:user_click_response_button`, text('Tiếp tục'))],
    ],
    [
      'somebody takes the consent back on Zalo',
      `${docs}/webhook/rut-dong-y`,
      { oa_id: oa, user_id: user, event_name: 'user_withdraw' },
      [
        {
          ...place,
          kind: 'withdrawn',
          key: `zalo:${oa}:user_withdraw:${user}:1540363714987`,
          address: JSON.stringify({ user }),
        },
      ],
    ],
    [
      'our own echo',
      `${docs}/webhook/oa-gui-tin`,
      {
        sender: { id: oa },
        recipient: { id: user },
        event_name: 'oa_send_text',
        message: { msg_id: 'm1', text: 'x' },
      },
      [],
    ],
    [
      'somebody of the office writes by Zalo’s tool',
      `${docs}/webhook/oa-gui-tin`,
      {
        sender: { id: oa, admin_id: '4267886274574868951' },
        recipient: { id: user },
        event_name: 'oa_send_text',
        message: { msg_id: 'm1', text: 'x' },
      },
      [{ ...place, kind: 'person_spoke' }],
    ],
    ...[
      'user_received_message',
      'user_seen_message',
      'user_reacted_message',
      'add_user_to_tag',
      'user_feedback',
      'change_template_status',
      'user_click_link',
    ].map((name) => [name, `${docs}/webhook`, { ...between, event_name: name }, []] as const),
    [
      'another account',
      `${docs}/webhook`,
      {
        ...between,
        recipient: { id: '1' },
        event_name: 'user_send_text',
        message: { msg_id: 'm1', text: 'x' },
      },
      [],
    ],
    [
      'ids as figures are read by nobody: they exceed what a figure can hold',
      `${docs}/webhook`,
      { ...between, sender: { id: 246845883529197 }, event_name: 'user_send_text', message: { text: 'x' } },
      [],
    ],
  ];
  test.each(cases)('%s (%s)', (_what, _source, fields, expected) => {
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
  const groups: readonly (readonly [Verdict['status'], readonly number[]])[] = [
    ['renew', [-216, -220, -124]],
    ['retry', [-32]],
    ['unknown', [-200]],
    ['reschedule', [-234, -133, -144, -1441, -147, -1471, -1472, -218]],
    ['stop', [-213, -217, -227, -230, -232, -244, -139, -140, -141, -118, -114, -119, -108, -109]],
    ['refused', [-201, -210, -100, -233, -248, -249, -131, -1121, -1122, -1124, -99999]],
    [
      'operator',
      [
        -204, -205, -209, -212, -219, -221, -223, -224, -235, -237, -240, -242, -211, -135, -1351, -115, -137,
        -146, -320, -321, -403,
      ],
    ],
  ];
  const cases = groups.flatMap(([status, codes]) => codes.map((code) => ({ code, status })));
  test.each(cases)('$code in a 200: $status', ({ code, status }) => {
    expect(adapter.classify(answered(200, { error: code, message: 'x' })).status).toBe(status);
    expect(adapter.classify(answered(200, { error: String(code), message: 'x' })).status).toBe(status);
  });

  test.each<readonly [string, CallAnswer, Verdict['status']]>([
    ['0 is success', answered(200, { error: 0, message: 'Success', data: { message_id: '1' } }), 'sent'],
    ['a page instead of JSON', answered(200, undefined), 'retry'],
    ['their fault', answered(502, undefined), 'retry'],
    ['no connection', { status: 'unreachable' }, 'retry'],
    ['no answer', { status: 'unknown' }, 'unknown'],
  ])('%s', (_what, called, status) => {
    expect(adapter.classify(called).status).toBe(status);
  });
});
