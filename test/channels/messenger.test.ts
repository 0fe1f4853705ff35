import { describe, expect, test } from '@jest/globals';
import { createMessenger } from '../../src/channels/messenger/index.js';
import type { OutboundActivity } from '../../src/turn/index.js';
import { words } from '../support/openInstance.js';
import {
  messengerAnswers,
  messengerDocs,
  messengerEvents,
  messengerItem,
  messengerPage,
  messengerUser,
} from './cases/messengerCases.js';
import { choice, replyWith, toHotline } from './exampleReply.js';

const [docs, page, psid] = [messengerDocs, messengerPage, messengerUser];
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

describe('Messenger: what an item says', () => {
  test.each(messengerEvents)('%s (%s)', (_what, _source, fields, expected) => {
    const body = {
      object: 'page',
      entry: [{ id: page, time: 1, messaging: [{ ...messengerItem, ...fields }] }],
    };
    expect(adapter.decode(Buffer.from(JSON.stringify(body)))).toEqual(expected);
  });

  test(`every item of every entry counts, and one that can't be read takes no other with it (${docs}/webhooks)`, () => {
    const one = (mid: string) => ({ ...messengerItem, message: { mid, text: mid } });
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
  test.each(messengerAnswers)('%s (%s)', (_what, _source, called, expected) => {
    expect(adapter.classify(called)).toMatchObject(expected);
  });
});
