import { describe, expect, test } from '@jest/globals';
import type { CallAnswer, Verdict } from '../../src/channels/contract.js';
import { createMessenger } from '../../src/channels/messenger/index.js';
import type { OutboundActivity } from '../../src/turn/index.js';
import { words } from '../support/openInstance.js';
import { answered, choice, replyWith, toHotline } from './exampleReply.js';

const docs = 'https://developers.facebook.com/docs/messenger-platform';
const page = '1234567890';
const psid = '5678901234567890';
const adapter = createMessenger(
  {
    pageId: page,
    appSecret: 'meta-app-secret-for-tests',
    verifyToken: 'verify',
    pageToken: 'PAGE_TOKEN_FOR_TESTS',
    apiUrl: 'http://fake',
  },
  words,
);

const event = { sender: { id: psid }, recipient: { id: page }, timestamp: 1762330000100 };
const place = { conversationId: `fb:${page}:${psid}`, userId: psid, at: 1762330000100 };
const said = (key: unknown, activity: object) => ({
  ...place,
  kind: 'message',
  key: typeof key === 'string' ? `fb:${page}:${key}` : key,
  address: JSON.stringify({ psid }),
  activity: { ...activity, from: { id: psid, role: 'user' } },
});
const text = (words: string, more: object = {}) => ({
  type: 'message',
  text: words,
  textFormat: 'plain',
  ...more,
});

describe('Messenger: what an item says', () => {
  const cases: readonly (readonly [string, string, object, readonly unknown[]])[] = [
    [
      'a text',
      `${docs}/reference/webhook-events/messages`,
      { message: { mid: 'm_1', text: 'Tra cứu BHXH' } },
      [said('m_1', text('Tra cứu BHXH'))],
    ],
    [
      'a quick reply counts by its payload, not by its title',
      `${docs}/send-messages/quick-replies`,
      { message: { mid: 'm_2', text: '1', quick_reply: { payload: '#12.1' } } },
      [said('m_2', text('1', { channelData: { choice: '#12.1' } }))],
    ],
    [
      'a shared number',
      `${docs}/send-messages/quick-replies#phone`,
      { message: { mid: 'm_3', text: '+84912345678', quick_reply: { payload: '+84912345678' } } },
      [said('m_3', text('+84912345678'))],
    ],
    [
      'a postback of ours',
      `${docs}/reference/webhook-events/messaging_postbacks`,
      { postback: { mid: 'm_4', title: 'Vì sao?', payload: '#12.2' } },
      [said('m_4', text('Vì sao?', { channelData: { choice: '#12.2' } }))],
    ],
    [
      'Get Started with where the person came from',
      `${docs}/discovery/m-me-links`,
      {
        postback: {
          mid: 'm_5',
          title: 'Bắt đầu',
          payload: 'GET_STARTED',
          referral: { ref: 'TN01', source: 'SHORTLINK', type: 'OPEN_THREAD' },
        },
      },
      [said('m_5', text('/start', { channelData: { ref: 'TN01' } }))],
    ],
    [
      'an older postback without an id gets one of its own',
      `${docs}/reference/webhook-events/messaging_postbacks`,
      { postback: { title: 'Vì sao?', payload: '#12.2' } },
      [
        said(
          expect.stringMatching(/^fb:1234567890:[0-9a-f]{64}$/),
          text('Vì sao?', { channelData: { choice: '#12.2' } }),
        ),
      ],
    ],
    [
      'a link on a thread that exists',
      `${docs}/reference/webhook-events/messaging_referrals`,
      { referral: { ref: 'TN01', source: 'SHORTLINK', type: 'OPEN_THREAD' } },
      [
        said(`referral:${psid}:1762330000100`, {
          type: 'conversationUpdate',
          channelData: { ref: 'TN01' },
        }),
      ],
    ],
    [
      'a place',
      `${docs}/reference/webhook-events/messages`,
      {
        message: {
          mid: 'm_6',
          attachments: [{ type: 'location', payload: { coordinates: { lat: 10.76, long: 106.66 } } }],
        },
      },
      [said('m_6', text('', { entities: [{ type: 'GeoCoordinates', latitude: 10.76, longitude: 106.66 }] }))],
    ],
    [
      'a thumb',
      `${docs}/reference/webhook-events/messages`,
      { message: { mid: 'm_7', attachments: [{ type: 'image', payload: { sticker_id: 369239263222822 } }] } },
      [said('m_7', text(''))],
    ],
    [
      'a message taken back',
      `${docs}/reference/webhook-events`,
      { message: { mid: 'm_8', is_deleted: true } },
      [],
    ],
    ['delivered', `${docs}/reference/webhook-events/message-deliveries`, { delivery: { watermark: 1 } }, []],
    ['read', `${docs}/reference/webhook-events/message-reads`, { read: { watermark: 1 } }, []],
    ['a reaction', `${docs}/reference/webhook-events/message-reactions`, { reaction: { mid: 'm_1' } }, []],
    [
      'our own echo',
      `${docs}/reference/webhook-events/message-echoes`,
      {
        sender: { id: page },
        recipient: { id: psid },
        message: { is_echo: true, app_id: 123, mid: 'm_9', text: 'x' },
      },
      [],
    ],
    [
      'somebody of the office answers in the page’s inbox',
      `${docs}/reference/webhook-events/message-echoes`,
      {
        sender: { id: page },
        recipient: { id: psid },
        message: { is_echo: true, app_id: 263902037430900, mid: 'm_10', text: 'x' },
      },
      [{ ...place, kind: 'person_spoke' }],
    ],
    [
      'an opt-in without a sender',
      `${docs}/reference/webhook-events`,
      { sender: undefined, optin: { ref: 'x' } },
      [],
    ],
    [
      'another page',
      `${docs}/webhooks`,
      { recipient: { id: '99' }, message: { mid: 'm_11', text: 'x' } },
      [],
    ],
    [
      'a time in seconds',
      'https://github.com/nyaruka/courier (parseTimestamp)',
      { timestamp: 1762330000, message: { mid: 'm_12', text: 'x' } },
      [{ ...said('m_12', text('x')), at: 1762330000000 }],
    ],
  ];
  test.each(cases)('%s (%s)', (_what, _source, fields, expected) => {
    const body = { object: 'page', entry: [{ id: page, time: 1, messaging: [{ ...event, ...fields }] }] };
    expect(adapter.decode(Buffer.from(JSON.stringify(body)))).toEqual(expected);
  });

  test(`every item of every entry counts, and one that can't be read takes no other with it (${docs}/webhooks)`, () => {
    const one = (mid: string) => ({ ...event, message: { mid, text: mid } });
    const body = {
      object: 'page',
      entry: [
        { id: page, messaging: [one('a'), { sender: 5 }, one('b')] },
        { id: page, standby: [one('x')] },
        { id: page, messaging: [one('c')] },
      ],
    };
    const keys = adapter
      .decode(Buffer.from(JSON.stringify(body)))
      .map((decoded) => (decoded.kind === 'message' ? decoded.key : decoded.kind));
    expect(keys).toEqual(['a', 'b', 'c'].map((mid) => `fb:${page}:${mid}`));
  });

  test('objects that are no page say nothing', () => {
    expect(adapter.decode(Buffer.from('{"object":"instagram","entry":[]}'))).toEqual([]);
  });
});

const signed: readonly (readonly [string, string, string])[] = [
  [
    'plain letters',
    '{"object":"page","entry":[{"time":1762330000200,"id":"1234567890","messaging":[{"sender":{"id":"5678901234567890"},"recipient":{"id":"1234567890"},"timestamp":1762330000100,"message":{"mid":"m_AAA-bbb_111","text":"hello"}}]}]}',
    '434bbe70746e8cd6c9e39a513dc40ef61107f58fa30efd44ed01bc3c934135ad',
  ],
  [
    'letters and slashes escaped',
    String.raw`{"object":"page","entry":[{"time":1762330000300,"id":"1234567890","messaging":[{"sender":{"id":"5678901234567890"},"recipient":{"id":"1234567890"},"timestamp":1762330000250,"message":{"mid":"m_AAA-bbb_112","text":"Tra c\u1ee9u BHXH https:\/\/baohiemxahoi.gov.vn \ud83d\udc4d"}}]}]}`,
    'f86be0ba40786e53aee929fd6df3ec97bebf83258d76861f3a237de86861fc3d',
  ],
];

describe(`Messenger: who may deliver (${docs}/webhooks#validate-payloads)`, () => {
  const check = (body: string, headers: Readonly<Record<string, string>>) =>
    adapter.verify({ headers, query: new URLSearchParams(), body: Buffer.from(body) });

  test.each(signed)('the vector with %s', (_what, body, mac) => {
    const header = { 'x-hub-signature-256': `sha256=${mac}` };
    expect(check(body, header)).toBe('genuine');
    expect(check(JSON.stringify(JSON.parse(body)) + ' ', header)).toBe('forged');
    expect(check(body, { 'x-hub-signature-256': mac })).toBe('forged');
    expect(check(body, {})).toBe('forged');
  });

  test('a body written anew does not agree, nor does the former SHA-1 signature count', () => {
    const [, escaped] = signed;
    if (escaped === undefined) throw new Error('There is no vector.');
    const anew = JSON.stringify(JSON.parse(escaped[1]));
    expect(check(anew, { 'x-hub-signature-256': `sha256=${escaped[2]}` })).toBe('forged');
    expect(check(anew, { 'x-hub-signature': 'sha1=0d908298f8a48a4863bba7505d48a8647b99d146' })).toBe(
      'forged',
    );
  });

  test.each<readonly [string, string, unknown]>([
    [
      'the right token gets its challenge as plain text',
      'hub.mode=subscribe&hub.verify_token=verify&hub.challenge=1158201444',
      { status: 200, contentType: 'text/plain', body: '1158201444' },
    ],
    ['a wrong token', 'hub.mode=subscribe&hub.verify_token=verifY&hub.challenge=1', { status: 403 }],
    ['another mode', 'hub.mode=unsubscribe&hub.verify_token=verify&hub.challenge=1', { status: 403 }],
    ['nothing', '', { status: 403 }],
  ])('handshake: %s', (_what, query, expected) => {
    expect(adapter.handshake?.(new URLSearchParams(query))).toEqual(expected);
  });
});

describe('Messenger: how a reply is sent', () => {
  const reply = replyWith('**264.000 đ**', choice('Tính tiền BHXH tự nguyện'), choice('Vì sao?'), toHotline);
  const send = (activity: OutboundActivity) =>
    adapter.encode({ seq: 12, address: JSON.stringify({ psid }), activity });

  test(`titles over 20 characters stand in the text, quick replies carry their numbers (${docs}/send-messages/quick-replies)`, () => {
    expect(send(reply)).toEqual([
      {
        path: 'messages',
        body: {
          recipient: { id: psid },
          messaging_type: 'RESPONSE',
          message: {
            text: '264.000 đ\n\nGọi 1900 9068\n\n1. Tính tiền BHXH tự nguyện\n2. Vì sao?',
            quick_replies: [
              { content_type: 'text', title: '1', payload: '#12.1' },
              { content_type: 'text', title: '2', payload: '#12.2' },
            ],
          },
        },
      },
    ]);
  });

  test(`where a number is asked, the one of the profile is offered (${docs}/send-messages/quick-replies#phone)`, () => {
    const [call] = send({ type: 'message', text: 'Số nào ạ?', channelData: { expects: 'phone' } });
    expect(call?.body.message).toEqual({
      text: 'Số nào ạ?',
      quick_replies: [{ content_type: 'user_phone_number' }],
    });
  });

  test(`the token goes in a header, with the proof of the app's secret (https://developers.facebook.com/docs/graph-api/guides/secure-requests)`, () => {
    const { url, headers } = adapter.wire({ path: 'messages', body: {} }, 'PAGE_TOKEN_FOR_TESTS');
    expect(url).toBe(
      'http://fake/v25.0/1234567890/messages?appsecret_proof=a20574611e0c552ee5ba1f055bbbef65b62d1dc5d62c425c080663ad72fe6044',
    );
    expect(headers).toEqual({ Authorization: 'Bearer PAGE_TOKEN_FOR_TESTS' });
  });

  test(`typing is a call of its own (${docs}/send-messages/sender-actions)`, () => {
    expect(adapter.typing?.(JSON.stringify({ psid }))).toEqual({
      path: 'messages',
      body: { recipient: { id: psid }, sender_action: 'typing_on' },
    });
  });
});

describe(`Messenger: who has to act on an answer (${docs}/error-codes)`, () => {
  const failed = (http: number, code: number, subcode?: number) =>
    answered(http, {
      error: { message: 'x', type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'x' },
    });
  const cases: readonly (readonly [string, CallAnswer, Verdict['status']])[] = [
    ['sent', answered(200, { message_id: 'm' }), 'sent'],
    ['an error in a 200', failed(200, 551), 'stop'],
    ['190 token', failed(400, 190, 463), 'renew'],
    ['10/2018278 window', failed(400, 10, 2018278), 'stop'],
    ['551 blocked', failed(400, 551, 1545041), 'stop'],
    ['100/2018001 no such person', failed(400, 100, 2018001), 'stop'],
    ['100/2018108 app in development', failed(400, 100, 2018108), 'operator'],
    ['100 parameter', failed(400, 100), 'refused'],
    ['10/1893063 gone feature', failed(400, 10, 1893063), 'refused'],
    ['10 permission', failed(403, 10), 'operator'],
    ['200 permission', failed(403, 200), 'operator'],
    ['230 permission', failed(403, 230), 'operator'],
    ['368 policy', failed(400, 368), 'operator'],
    ...[4, 17, 32, 613, 80004].map((code) => [`${code} rate`, failed(400, code), 'retry'] as const),
    ...[1, 2, 1200, -1].map((code) => [`${code} temporary`, failed(500, code), 'retry'] as const),
    ['429', failed(429, 9999), 'retry'],
    ['a page of a gateway', answered(502, undefined), 'retry'],
    ['no connection', { status: 'unreachable' }, 'retry'],
    ['no answer', { status: 'unknown' }, 'unknown'],
  ];
  test.each(cases)('%s', (_what, called, status) => {
    expect(adapter.classify(called).status).toBe(status);
  });
});
