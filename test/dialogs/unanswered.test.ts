import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ChatBench } from './ChatBench.js';

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(async () => {
  await bench.close();
});

const foreign = 'thủ tục ly hôn rồi chia đất thế nào';
/** Between topics: choices are offered. */
const open = 'nhà thuộc diện nghèo thì thẻ khám bệnh có tốn tiền không';

describe('what got no answer is noted', () => {
  test('when a message is handed over', async () => {
    const talk = bench.talk();
    await talk.say(foreign);
    expect(talk.unanswered).toMatchObject([{ text: foreign, locale: 'vi' }]);
    expect(['handoff', 'other_matter']).toContain(talk.unanswered[0]?.outcome);
    expect(talk.unanswered[0]?.marks.length).toBeGreaterThan(0);
  });

  test('without what tells who asks, in text and marks', async () => {
    const talk = bench.talk();
    await talk.say('tôi là Nguyễn Văn Bảy, cccd 079201001234, hỏi thủ tục ly hôn chia đất');
    expect(talk.unanswered).toHaveLength(1);
    expect(talk.unanswered[0]?.text).toBe('tôi là […], cccd […], hỏi thủ tục ly hôn chia đất');
    expect(JSON.stringify(talk.unanswered)).not.toMatch(/0792|nguyen|bay|Bảy/i);
  });

  test('when topics are offered, until one of them is chosen', async () => {
    const talk = bench.talk();
    const replies = await talk.say(open);
    const choice = replies.at(-1)?.suggestedActions?.actions[0]?.value ?? '';
    expect(talk.unanswered).toMatchObject([{ text: open, outcome: 'clarify' }]);
    expect(talk.settled).toEqual([]);
    await talk.say(choice);
    expect(talk.settled).toEqual([0]);
  });

  test('and stays noted when something else is asked instead', async () => {
    const talk = bench.talk();
    await talk.say(open);
    await talk.say('mức đóng thấp nhất là bao nhiêu');
    await talk.say('1');
    expect(talk.unanswered).toHaveLength(1);
    expect(talk.settled).toEqual([]);
  });

  test.each(['chào ad', 'mức đóng thấp nhất là bao nhiêu', 'nhờ cán bộ gọi'])(
    'not when it was served: %s',
    async (text) => {
      const talk = bench.talk();
      await talk.say(text);
      expect(talk.unanswered).toEqual([]);
    },
  );
});
