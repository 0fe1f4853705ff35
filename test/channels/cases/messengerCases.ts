import { expect } from '@jest/globals';
import type { CallAnswer, Verdict } from '../../../src/channels/contract.js';
import { answered } from '../exampleReply.js';
import type { AnswerCase, EventCase } from './Cases.js';

export const messengerDocs = 'https://developers.facebook.com/docs/messenger-platform';
export const messengerPage = '1234567890';
/** Who writes in all of them. */
export const messengerUser = '5678901234567890';
const [docs, page, psid] = [messengerDocs, messengerPage, messengerUser];
/** What all items have. */
export const messengerItem = { sender: { id: psid }, recipient: { id: page }, timestamp: 1762330000100 };
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

export const messengerEvents: readonly EventCase[] = [
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
  ['another page', `${docs}/webhooks`, { recipient: { id: '99' }, message: { mid: 'm_11', text: 'x' } }, []],
  [
    'a time in seconds',
    'https://github.com/nyaruka/courier (parseTimestamp)',
    { timestamp: 1762330000, message: { mid: 'm_12', text: 'x' } },
    [{ ...said('m_12', text('x')), at: 1762330000000 }],
  ],
];

const failed = (http: number, code: number, subcode?: number) =>
  answered(http, {
    error: { message: 'x', type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'x' },
  });
const answers: readonly (readonly [string, CallAnswer, Verdict['status']])[] = [
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
export const messengerAnswers: readonly AnswerCase[] = answers.map(([what, called, status]) => [
  what,
  `${docs}/error-codes`,
  called,
  { status },
]);
