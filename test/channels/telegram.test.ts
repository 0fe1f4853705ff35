import { describe, expect, test } from '@jest/globals';
import type { CallAnswer, Verdict } from '../../src/channels/contract.js';
import { createTelegram } from '../../src/channels/telegram/index.js';
import { words } from '../support/openInstance.js';
import { answered, choice, replyWith, toHotline, toPage } from './exampleReply.js';

const api = 'https://core.telegram.org/bots/api';
const server = 'https://github.com/tdlib/telegram-bot-api';
const adapter = createTelegram(
  { botToken: '777:token', secretToken: 'tg-secret_TOKEN-123', apiUrl: 'http://fake' },
  words,
);

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

describe('Telegram: what an update says', () => {
  const cases: readonly (readonly [string, string, object, readonly unknown[]])[] = [
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
    [
      'another bot',
      `${api}#user`,
      { message: { ...sent, from: { ...from, is_bot: true }, text: 'Chào' } },
      [],
    ],
    ['an edit', `${api}#update`, { edited_message: { ...sent, text: 'Chào' } }, []],
    ['an update of a later version', `${api}#update`, { something_new: {} }, []],
  ];
  test.each(cases)('%s (%s)', (_what, _source, fields, expected) => {
    const body = Buffer.from(JSON.stringify({ update_id: 174114370, ...fields }));
    expect(adapter.decode(body)).toEqual(expected);
  });
});

describe('Telegram: who may deliver', () => {
  const check = (token: string | string[] | undefined) =>
    adapter.verify({
      headers: token === undefined ? {} : { 'x-telegram-bot-api-secret-token': token },
      query: new URLSearchParams(),
      body: Buffer.from('{}'),
    });
  test('the secret of setWebhook and nothing else', () => {
    expect(check('tg-secret_TOKEN-123')).toBe('genuine');
    const wrong = ['tg-secret_TOKEN-124', 'tg-secret', 'tg-secret_TOKEN-1234', '', undefined];
    for (const token of [...wrong, ['tg-secret_TOKEN-123', 'x']]) expect(check(token)).toBe('forged');
  });
});

describe('Telegram: how a reply is sent', () => {
  const reply = replyWith('**264.000 đ** & <hết>', choice('Vì sao?'), toPage, toHotline);

  test(`with HTML, a keyboard under it and the telephone in the text (${api}#sendmessage)`, () => {
    expect(adapter.encode({ seq: 12, address: '{"chat":"3527065"}', activity: reply })).toEqual([
      {
        path: 'sendMessage',
        body: {
          chat_id: 3527065,
          text: '<b>264.000 đ</b> &amp; &lt;hết&gt;\n\nGọi 1900 9068',
          parse_mode: 'HTML',
          link_preview_options: { is_disabled: true },
          reply_markup: {
            inline_keyboard: [
              [{ text: 'Vì sao?', callback_data: '#12.1' }],
              [{ text: 'Xem trang', url: 'https://an-sinh.test/e/1' }],
            ],
          },
        },
      },
    ]);
  });

  test(`plain and numbered after a refusal (${api}#formatting-options)`, () => {
    const [call] = adapter.encode({ seq: 12, address: '{"chat":"5"}', activity: reply, bare: true });
    expect(call?.body.parse_mode).toBeUndefined();
    expect(call?.body.reply_markup).toBeUndefined();
    expect(call?.body.text).toContain('264.000 đ & <hết>');
    expect(call?.body.text).toContain('1. Vì sao?');
  });

  test(`a data of a button fits 64 bytes however long a conversation is (${api}#inlinekeyboardbutton)`, () => {
    const [call] = adapter.encode({ seq: 999_999_999_999, address: '{"chat":"5"}', activity: reply });
    expect(JSON.stringify(call?.body)).toContain('"callback_data":"#999999999999.1"');
  });

  test('the token is in the address of the call and nowhere else', () => {
    expect(adapter.wire({ path: 'sendMessage', body: {} }, '777:token')).toEqual({
      url: 'http://fake/bot777:token/sendMessage',
      headers: {},
    });
  });

  test(`with a button that shares the own number where the number is asked (${api}#keyboardbutton)`, () => {
    const activity = { type: 'message', text: 'Số nào?', channelData: { shares: 'phone' } } as const;
    const [call] = adapter.encode({ seq: 3, address: '{"chat":"5"}', activity });
    expect(call?.body.reply_markup).toEqual({
      keyboard: [[{ text: 'Gửi số điện thoại của tôi', request_contact: true }]],
      one_time_keyboard: true,
      resize_keyboard: true,
    });
    const [offering] = adapter.encode({
      seq: 3,
      address: '{"chat":"5"}',
      activity: { ...reply, channelData: { expects: 'phone' } },
    });
    expect(offering?.body.reply_markup).toHaveProperty('inline_keyboard');
  });
});

describe('Telegram: who has to act on an answer', () => {
  const failed = (code: number, description: string, parameters?: object) =>
    answered(code, { ok: false, error_code: code, description, parameters });
  const cases: readonly (readonly [string, string, CallAnswer, Partial<Verdict>])[] = [
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
  test.each(cases)('%s (%s)', (_what, _source, called, expected) => {
    expect(adapter.classify(called)).toMatchObject(expected);
  });
});
