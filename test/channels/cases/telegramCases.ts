import { answered } from '../exampleReply.js';
import type { AnswerCase, EventCase } from './Cases.js';

const api = 'https://core.telegram.org/bots/api';
const server = 'https://github.com/tdlib/telegram-bot-api';

/** Who writes in all of them. */
export const telegramUser = '3527065';
const from = { id: 3527065, is_bot: false, first_name: 'An', username: 'an', language_code: 'vi' };
const chat = { id: 3527065, first_name: 'An', type: 'private' };
const sent = { message_id: 41, from, chat, date: 1762330000 };
const place = { conversationId: 'tg:777:3527065', userId: '3527065', at: 1762330000000 };
const said = (text: string, more: object = {}) => ({
  ...place,
  kind: 'message',
  key: 'tg:777:174114370',
  address: '{"chat":"3527065"}',
  activity: {
    type: 'message',
    text,
    textFormat: 'plain',
    locale: 'vi',
    from: { id: '3527065', role: 'user' },
    ...more,
  },
});

export const telegramEvents: readonly EventCase[] = [
  ['a text', `${api}#message`, { message: { ...sent, text: 'Chào' } }, [said('Chào')]],
  ['the first start', `${api}#deep-linking`, { message: { ...sent, text: '/start' } }, [said('/start')]],
  [
    'a start by a link tells where the person came from',
    'https://core.telegram.org/bots/features#deep-linking',
    { message: { ...sent, text: '/start TN01' } },
    [said('/start', { channelData: { ref: 'TN01' } })],
  ],
  [
    'a start that names the bot',
    'https://core.telegram.org/bots/features#commands',
    { message: { ...sent, text: '/start@an_sinh_bot TN_01-b' } },
    [said('/start', { channelData: { ref: 'TN_01-b' } })],
  ],
  [
    'a tapped button comes with its reference and is answered at once',
    `${api}#callbackquery`,
    {
      callback_query: {
        id: '4382',
        from,
        message: { message_id: 42, chat, date: 1762330000, text: 'Chọn:' },
        chat_instance: '-369',
        data: '#12.1',
      },
    },
    [
      {
        ...said('', { channelData: { choice: '#12.1' } }),
        acknowledge: { path: 'answerCallbackQuery', body: { callback_query_id: '4382' } },
      },
    ],
  ],
  [
    'a tap on a message too old to be told',
    `${api}#callbackquery`,
    { callback_query: { id: '1', from, chat_instance: '1', data: '#1.1' } },
    [],
  ],
  [
    'the own contact is the own number',
    `${api}#contact`,
    { message: { ...sent, contact: { phone_number: '84912345678', first_name: 'An', user_id: 3527065 } } },
    [said('84912345678')],
  ],
  [
    'somebody else’s contact is no number of this person',
    `${api}#contact`,
    { message: { ...sent, contact: { phone_number: '84912345678', first_name: 'Ba', user_id: 99 } } },
    [said('')],
  ],
  [
    'a place',
    `${api}#location`,
    { message: { ...sent, location: { latitude: 10.76, longitude: 106.66, horizontal_accuracy: 20 } } },
    [said('', { entities: [{ type: 'GeoCoordinates', latitude: 10.76, longitude: 106.66 }] })],
  ],
  [
    'a picture with words below it',
    `${api}#photosize`,
    { message: { ...sent, photo: [{ file_id: 'A', width: 1, height: 1 }], caption: 'sổ' } },
    [said('sổ')],
  ],
  [
    'a picture alone',
    `${api}#photosize`,
    { message: { ...sent, photo: [{ file_id: 'A', width: 1, height: 1 }] } },
    [said('')],
  ],
  [
    'the person blocks the bot',
    `${api}#chatmemberupdated`,
    { my_chat_member: { chat, from, date: 1762330000, new_chat_member: { status: 'kicked' } } },
    [{ ...place, kind: 'gone' }],
  ],
  [
    'the person lets the bot write again',
    `${api}#chatmemberupdated`,
    { my_chat_member: { chat, from, date: 1762330000, new_chat_member: { status: 'member' } } },
    [],
  ],
  ['a group', `${api}#chat`, { message: { ...sent, chat: { id: -5, type: 'group' }, text: 'Chào' } }, []],
  ['another bot', `${api}#user`, { message: { ...sent, from: { ...from, is_bot: true }, text: 'Chào' } }, []],
  ['an edit', `${api}#update`, { edited_message: { ...sent, text: 'Chào' } }, []],
  ['an update of a later version', `${api}#update`, { something_new: {} }, []],
];

const failed = (code: number, description: string, parameters?: object) =>
  answered(code, { ok: false, error_code: code, description, parameters });
export const telegramAnswers: readonly AnswerCase[] = [
  ['ok', `${api}#making-requests`, answered(200, { ok: true, result: {} }), { status: 'sent' }],
  ['blocked', server, failed(403, 'Forbidden: bot was blocked by the user'), { status: 'stop' }],
  ['deactivated', server, failed(403, 'Forbidden: user is deactivated'), { status: 'stop' }],
  ['never began', server, failed(403, "Forbidden: bot can't initiate conversation"), { status: 'stop' }],
  ['unknown chat', server, failed(400, 'Bad Request: chat not found'), { status: 'stop' }],
  [
    'too fast: exactly as long as it says, the whole bot',
    `${api}#responseparameters`,
    failed(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    { status: 'retry', afterMs: 7_000, channelWide: true },
  ],
  ['entities', server, failed(400, "Bad Request: can't parse entities"), { status: 'refused' }],
  ['button data', server, failed(400, 'Bad Request: BUTTON_DATA_INVALID'), { status: 'refused' }],
  ['an old tap', server, failed(400, 'Bad Request: query is too old'), { status: 'sent' }],
  ['nothing to change', server, failed(400, 'Bad Request: message is not modified'), { status: 'sent' }],
  ['wrong token', server, failed(401, 'Unauthorized'), { status: 'operator' }],
  ['no such bot', server, failed(404, 'Not Found'), { status: 'operator' }],
  ['getUpdates elsewhere', server, failed(409, 'Conflict'), { status: 'operator' }],
  ['their fault', server, failed(500, 'Internal Server Error'), { status: 'retry' }],
  ['a page of a gateway', server, answered(502, undefined), { status: 'retry' }],
  ['no connection', 'ours', { status: 'unreachable' }, { status: 'retry' }],
  ['no answer', 'ours', { status: 'unknown' }, { status: 'unknown' }],
];
