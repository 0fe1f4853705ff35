import type { Verdict } from '../../../src/channels/contract.js';
import { answered } from '../exampleReply.js';
import type { AnswerCase, EventCase } from './Cases.js';

const api = 'https://developers.viber.com/docs/api/rest-bot-api';
const keyboards = 'https://developers.viber.com/docs/tools/keyboards';
const gateway = 'https://github.com/nyaruka/courier/tree/main/handlers/viber';

/** Who writes in all of them. */
export const viberUser = 'xy5/5y6O81+/kbWHpLhBoA==';
const user = { id: viberUser, name: 'ET3', language: 'vi', country: 'VN', api_version: 10 };
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

const message = (fields: object) => ({ event: 'message', sender: user, message: fields });
export const viberEvents: readonly EventCase[] = [
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

const status = (code: number) => answered(200, { status: code, status_message: 'x' });
const each = (codes: readonly number[], source: string, verdict: Verdict['status']) =>
  codes.map((code) => [`status ${code}`, source, status(code), { status: verdict }] as const);
export const viberAnswers: readonly AnswerCase[] = [
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
