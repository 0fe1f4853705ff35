import { answered } from '../exampleReply.js';
import type { AnswerCase, EventCase } from './Cases.js';

const docs = 'https://learn.microsoft.com/azure/bot-service/rest-api';
const kinds = `${docs}/bot-framework-rest-connector-activities`;
const schema = `${docs}/bot-framework-rest-connector-api-reference`;
const errors = `${schema}#error-response`;
const emulator = 'https://github.com/microsoft/BotFramework-Emulator';

/** Who writes in all of them. */
export const azureUser = '29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB39ATiQWA85g';
export const azureBot = '28:7d1c4f0a-52be-4c3d-9a61-1f2e3d4c5b6a';
/** What all activities have. */
export const azureActivity = {
  id: 'f:1762330000100',
  serviceUrl: 'https://smba.trafficmanager.net/vn/',
  channelId: 'msteams',
  from: { id: azureUser, name: 'An' },
  recipient: { id: azureBot, name: 'An Sinh' },
  conversation: { id: `a:${azureUser}`, conversationType: 'personal' },
};
const from = { id: azureUser, role: 'user' };
const said = (text: string, more: object = {}) => ({
  type: 'message',
  text,
  textFormat: 'plain',
  from,
  ...more,
});

export const azureEvents: readonly EventCase[] = [
  ['a text', kinds, { type: 'message', text: 'Chào' }, [said('Chào')]],
  [
    'a text with all that clients tell',
    `${schema}#activity-object`,
    {
      type: 'message',
      text: 'Chào',
      locale: 'vi-VN',
      timestamp: '2026-11-21T05:00:00.000Z',
      localTimestamp: '2026-11-21T12:00:00.000+07:00',
      localTimezone: 'Asia/Ho_Chi_Minh',
      entities: [{ type: 'clientInfo', country: 'VN', platform: 'Android' }],
      channelData: { tenant: { id: 't' }, ref: 'TN01' },
    },
    [said('Chào', { locale: 'vi-VN' })],
  ],
  [
    'a picture without words',
    `${schema}#attachment-object`,
    { type: 'message', attachments: [{ contentType: 'image/jpeg', contentUrl: 'https://x.test/a.jpg' }] },
    [said('')],
  ],
  [
    'a submitted card',
    `${schema}#activity-object`,
    { type: 'message', value: { phone: '0912345678' } },
    [said('')],
  ],
  [
    'the citizen joins',
    kinds,
    { type: 'conversationUpdate', membersAdded: [{ id: azureUser }, { id: azureBot }] },
    [{ type: 'conversationUpdate', from }],
  ],
  [
    'the bot joins: the Emulator tells of each member in an update of its own',
    emulator,
    { type: 'conversationUpdate', membersAdded: [{ id: azureBot }] },
    [],
  ],
  ['somebody leaves', kinds, { type: 'conversationUpdate', membersRemoved: [{ id: azureUser }] }, []],
  [
    'a group: what is asked of one is nobody else’s business',
    `${schema}#conversationaccount-object`,
    {
      type: 'message',
      text: 'Chào',
      conversation: { id: '19:x', isGroup: true, conversationType: 'groupChat' },
    },
    [],
  ],
  [
    'a team’s channel',
    `${schema}#conversationaccount-object`,
    { type: 'message', text: 'Chào', conversation: { id: '19:y', conversationType: 'channel' } },
    [],
  ],
  [
    'another bot',
    `${schema}#channelaccount-object`,
    { type: 'message', text: 'Chào', from: { id: azureUser, role: 'bot' } },
    [],
  ],
  ...[
    'typing',
    'event',
    'endOfConversation',
    'messageReaction',
    'messageUpdate',
    'messageDelete',
    'installationUpdate',
    'contactRelationUpdate',
    'invoke',
    'handoff',
    'something_new',
  ].map((type) => [type, kinds, { type, name: 'x', text: 'Chào' }, []] as const),
];

const failed = (http: number, headers: Readonly<Record<string, string>> = {}) => ({
  ...answered(http, { error: { code: 'BotError', message: 'x' } }),
  headers: new Headers(headers),
});
export const azureAnswers: readonly AnswerCase[] = [
  ['200', schema, answered(200, { id: '1' }), { status: 'sent' }],
  ['201', schema, answered(201, { id: '1' }), { status: 'sent' }],
  ['202', schema, answered(202, undefined), { status: 'sent' }],
  ['400 not understood', errors, failed(400), { status: 'refused' }],
  ['401 not allowed to send', errors, failed(401), { status: 'operator' }],
  ['403 blocked', errors, failed(403), { status: 'stop' }],
  ['404 no such conversation', errors, failed(404), { status: 'stop' }],
  ['405', errors, failed(405), { status: 'refused' }],
  ['408 too late', errors, failed(408), { status: 'retry' }],
  ['412 two at once', errors, failed(412), { status: 'retry' }],
  ['413 too large', errors, failed(413), { status: 'refused' }],
  ['429 too fast: the whole bot', errors, failed(429), { status: 'retry', channelWide: true }],
  [
    '429 with a time: exactly as long',
    errors,
    failed(429, { 'retry-after': '7' }),
    { status: 'retry', channelWide: true, afterMs: 7_000 },
  ],
  ['429 with no time that we read', errors, failed(429, { 'retry-after': 'soon' }), { status: 'retry' }],
  ['500', errors, failed(500), { status: 'retry' }],
  ['502 a page of a gateway', errors, answered(502, undefined), { status: 'retry' }],
  ['503', errors, failed(503), { status: 'retry' }],
  ['no connection', 'ours', { status: 'unreachable' }, { status: 'retry' }],
  ['no answer', 'ours', { status: 'unknown' }, { status: 'unknown' }],
];
