import { describe, expect, test } from '@jest/globals';
import { createTelegram } from '../../src/channels/telegram/index.js';
import { words } from '../support/openInstance.js';
import { telegramAnswers, telegramEvents } from './cases/telegramCases.js';
import { choice, replyWith, toHotline, toPage } from './exampleReply.js';

const api = 'https://core.telegram.org/bots/api';
const adapter = createTelegram(
  { botToken: '777:token', secretToken: 'tg-secret_TOKEN-123', apiUrl: 'http://fake' },
  words,
);

describe('Telegram: what an update says', () => {
  test.each(telegramEvents)('%s (%s)', (_what, _source, fields, expected) => {
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
  test.each(telegramAnswers)('%s (%s)', (_what, _source, called, expected) => {
    expect(adapter.classify(called)).toMatchObject(expected);
  });
});
