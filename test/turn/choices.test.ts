import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Bot } from '../../dialogs/index.js';
import { marksOfChoices, plainTextOnly } from '../../src/channels/render/index.js';
import { readConversation } from '../../src/turn/index.js';
import { acceptMessage } from '../../src/turn/acceptMessage.js';
import { openInstance, type Instance } from '../support/openInstance.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { inboundMessage } from './inboundMessage.js';
import { Talker } from './Talker.js';

const offers: Readonly<Record<string, readonly string[]>> = {
  'hỏi việc': ['Tính tiền', 'Hỏi câu khác', 'Nhờ cán bộ gọi'],
  'hỏi tháng': ['3 tháng', '6 tháng', '12 tháng'],
  'hỏi đồng ý': ['Tôi đồng ý', 'Không đồng ý'],
};
const asks: Readonly<Record<string, string>> = { 'hỏi tháng': 'months', 'hỏi đồng ý': 'consent' };

/** Says back what it heard, and offers what it is asked for. */
const bot: Bot = async (context) => {
  const heard = context.activity.text ?? '';
  const titles = offers[heard] ?? [];
  const expects = asks[heard];
  await context.sendActivity({
    type: 'message',
    text: `nghe: ${heard}`,
    locale: 'vi',
    ...(titles.length === 0
      ? {}
      : {
          suggestedActions: {
            to: [],
            actions: titles.map((title) => ({ type: 'imBack', title, value: title })),
          },
        }),
    ...(expects === undefined ? {} : { channelData: { expects } }),
  });
};

describe.each(storeNames)('choices by number and by button on %s', (name) => {
  let store: TestStore;
  let numbered: Instance;
  let native: Instance;
  let talks = 0;

  beforeAll(async () => {
    store = await createStore(name);
    numbered = await openInstance(store, {
      bot,
      marksOf: () => (message) => marksOfChoices(message, plainTextOnly),
    });
    native = await openInstance(store, { bot, marksOf: () => () => 'none' });
  });
  afterAll(async () => {
    await numbered.close();
    await native.close();
    await store.drop();
  });

  function newTalk(instance = numbered): Talker {
    talks += 1;
    return new Talker(instance, `talk-${talks}`);
  }

  async function heardAfter(first: string, then: string, instance = numbered): Promise<string | undefined> {
    const [reply] = await newTalk(instance).sayAll([first, then]);
    return reply?.text;
  }

  test.each([
    ['1', 'Tính tiền'],
    ['2', 'Hỏi câu khác'],
    ['2.', 'Hỏi câu khác'],
    ['2)', 'Hỏi câu khác'],
    ['số 2', 'Hỏi câu khác'],
    ['so 3', 'Nhờ cán bộ gọi'],
    ['câu 2', 'Hỏi câu khác'],
    ['cái thứ nhất', 'Tính tiền'],
    ['cái thứ hai', 'Hỏi câu khác'],
    ['cái cuối', 'Nhờ cán bộ gọi'],
    ['chọn 3 ạ', 'Nhờ cán bộ gọi'],
    ['ba', 'Nhờ cán bộ gọi'],
    ['4', '4'],
    ['0', '0'],
    ['số 2 đường Lê Lợi', 'số 2 đường Lê Lợi'],
    ['nhà em 2 người', 'nhà em 2 người'],
    ['a', 'a'],
  ])('“%s” means “%s” where choices are numbered', async (typed, meant) => {
    expect(await heardAfter('hỏi việc', typed)).toBe(`nghe: ${meant}`);
  });

  test.each([
    ['A', '3 tháng'],
    ['c', '12 tháng'],
    ['B.', '6 tháng'],
    ['câu b', '6 tháng'],
    ['3', '3'],
    ['6 tháng', '6 tháng'],
    ['d', 'd'],
  ])('“%s” means “%s” where letters mark what a number could answer', async (typed, meant) => {
    expect(await heardAfter('hỏi tháng', typed)).toBe(`nghe: ${meant}`);
  });

  test('a number means nothing where no numbers were shown', async () => {
    expect(await heardAfter('hỏi việc', '2', native)).toBe('nghe: 2');
  });

  test('a number means a choice of the newest message only', async () => {
    const [reply] = await newTalk().sayAll(['hỏi việc', 'cảm ơn', '2']);
    expect(reply?.text).toBe('nghe: 2');
  });

  test('a number that was written before the choices were there is what it says', async () => {
    const talk = newTalk();
    for (const text of ['hỏi việc', '2']) {
      await acceptMessage(numbered, inboundMessage(talk.id, text), new Date());
    }
    const [reply] = await talk.say('xong');
    expect(reply?.text).toBe('nghe: xong');
    const log = await readConversation(numbered, talk.id, 0);
    const said = log.flatMap(({ direction, activity }) => (direction === 'out' ? [activity.text] : []));
    expect(said).toEqual(['nghe: hỏi việc', 'nghe: 2', 'nghe: xong']);
  });

  function tap(talk: Talker, choice: string, text = 'nhãn') {
    const message = inboundMessage(talk.id, text);
    return talk.instance.turns.accept({
      ...message,
      activity: { ...message.activity, channelData: { choice } },
    });
  }

  async function heardOf(talk: Talker, seq: number) {
    return talk.send(inboundMessage(talk.id, ''), async () => ({ seq, duplicate: false }));
  }

  test('a button of the newest message says its title', async () => {
    const talk = newTalk(native);
    await talk.say('hỏi việc');
    const { seq } = await tap(talk, '#2.3');
    expect((await heardOf(talk, seq))[0]?.text).toBe('nghe: Nhờ cán bộ gọi');
  });

  test('a button that never was says what the platform gave as its text', async () => {
    const talk = newTalk(native);
    await talk.say('hỏi việc');
    const { seq } = await tap(talk, '#99.1', 'Tính tiền');
    expect((await heardOf(talk, seq))[0]?.text).toBe('nghe: Tính tiền');
  });

  test('a former button is served while nothing is asked, and answers no open question', async () => {
    const talk = newTalk(native);
    await talk.sayAll(['hỏi việc', 'cảm ơn']);
    const free = await tap(talk, '#2.1');
    expect((await heardOf(talk, free.seq))[0]?.text).toBe('nghe: Tính tiền');
    await talk.say('hỏi tháng');
    const late = await tap(talk, '#2.3');
    const replies = await heardOf(talk, late.seq);
    expect(replies.map(({ text }) => text)).toEqual([
      expect.stringContaining('câu hỏi trước'),
      'nghe: hỏi tháng',
    ]);
    expect(replies[1]?.suggestedActions?.actions).toHaveLength(3);
  });

  test('a yes to a former consent is no yes to the one that is open', async () => {
    const talk = newTalk(native);
    await talk.sayAll(['hỏi đồng ý', 'cảm ơn', 'hỏi đồng ý']);
    const { seq } = await tap(talk, '#2.1');
    expect((await heardOf(talk, seq)).at(-1)?.text).toBe('nghe: hỏi đồng ý');
    expect((await heardOf(talk, seq)).map(({ text }) => text)).not.toContain('nghe: Tôi đồng ý');
  });
});
