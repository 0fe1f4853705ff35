import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OutboundActivity } from '../../src/turn/index.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';
import { slots, type SlotCase } from './slots.js';

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(async () => {
  await bench.close();
});

describe.each([...slots])('$form: while "$slot" is asked', (slot) => {
  const arrive = async (): Promise<Readonly<{ talk: BenchTalk; asked: string }>> => {
    const talk = bench.talk();
    const asked = await talk.sayAll(slot.path);
    expect(expectsOf(asked)).toBe(slot.expects);
    expect(talk.openForm).toBe(slot.form);
    return { talk, asked: textOf(asked) };
  };
  /** The question is put once more, as the last thing said. */
  const asksAgain = (replies: Replies, asked: string) => {
    expect(expectsOf(replies)).toBe(slot.expects);
    expect(replies.at(-1)?.text).toBe(asked);
  };

  test('a good answer leads to the next question or to the result', async () => {
    const { talk } = await arrive();
    expect(expectsOf(await talk.say(slot.answer))).toBe(slot.next);
  });

  test('back after the answer asks the same again, and the answer counts again', async () => {
    const { talk } = await arrive();
    await talk.say(slot.answer);
    if (talk.openForm === undefined) return;
    const back = await talk.say('quay lại');
    expect(expectsOf(back)).toBe(slot.expects);
    expect(expectsOf(await talk.say(slot.answer))).toBe(slot.next);
  });

  test('"quay lại" goes to the question before; on the first one it says so and asks again', async () => {
    const { talk, asked } = await arrive();
    const back = await talk.say('quay lại');
    if (slot.before !== undefined) {
      expect(expectsOf(back)).toBe(slot.before);
      return;
    }
    expect(back[0]?.text).toContain('câu đầu tiên');
    asksAgain(back, asked);
  });

  test('"quay lại" again and again goes through every question to the first one', async () => {
    const { talk } = await arrive();
    const seen: (string | undefined)[] = [slot.expects];
    for (let steps = 0; steps < slots.length; steps += 1) {
      const back = await talk.say('quay lại');
      if (back[0]?.text?.includes('câu đầu tiên')) break;
      seen.unshift(expectsOf(back));
    }
    expect(seen).toEqual(askedOnTheWay(slot));
  });

  test('"dừng" ends the form and forgets a name or number', async () => {
    const { talk } = await arrive();
    const stopped = await talk.say('dừng');
    expect(expectsOf(stopped)).toBeUndefined();
    expect(talk.openForm).toBeUndefined();
    expect(talk.held).toBe(false);
    expect(talk.memory).not.toMatch(/Hương|0912345678/);
    expect(talk.leads).toEqual([]);
  });

  test('"làm lại" starts from the greeting and forgets a name or number', async () => {
    const { talk } = await arrive();
    const again = await talk.say('làm lại');
    expect(textOf(again)).toContain('trợ lý tự động');
    expect(talk.openForm).toBeUndefined();
    expect(talk.memory).not.toMatch(/Hương|0912345678/);
  });

  test('"gặp người" gives the hotline and asks again', async () => {
    const { talk, asked } = await arrive();
    const replies = await talk.say('gặp người');
    expect(replies[0]?.text).toContain('1900 9068');
    asksAgain(replies, asked);
  });

  test('"trợ giúp" tells the ways out and asks again', async () => {
    const { talk, asked } = await arrive();
    const replies = await talk.say('trợ giúp');
    expect(replies[0]?.text).toMatch(/quay lại.*dừng/);
    asksAgain(replies, asked);
  });

  test('"English" asks the same in English, and "tiếng Việt" goes back', async () => {
    const { talk, asked } = await arrive();
    const english = await talk.say('English');
    expect(english.map(({ locale }) => locale)).toEqual(english.map(() => 'en'));
    expect(expectsOf(english)).toBe(slot.expects);
    expect(english.at(-1)?.text).not.toBe(asked);
    asksAgain(await talk.say('tiếng Việt'), asked);
  });

  test('a wrong answer is explained; the second one offers a person and a way out; the right one still counts', async () => {
    const { talk, asked } = await arrive();
    const first = await talk.say(slot.wrong);
    expect(expectsOf(first)).toBe(slot.expects);
    expect(textOf(first)).toContain(asked);
    expect(textOf(first).length).toBeGreaterThan(asked.length);
    const second = await talk.say(slot.wrong);
    expect(textOf(second)).toContain('1900 9068');
    expect(buttonsOf(second)).toEqual(expect.arrayContaining(['Gặp người', 'Dừng']));
    expect(expectsOf(second)).toBe(slot.expects);
    expect(expectsOf(await talk.say(slot.answer))).toBe(slot.next);
  });

  test('a question is answered and the form goes on where it was', async () => {
    const { talk, asked } = await arrive();
    const replies = await talk.say('Bao nhiêu tuổi thì được tham gia BHXH tự nguyện?');
    expect(replies[0]?.text).toContain('đủ 15 tuổi');
    asksAgain(replies, asked);
    expect(expectsOf(await talk.say(slot.answer))).toBe(slot.next);
  });

  test.each(['', '   ', '😀🎉', 'x'.repeat(1_001)])('%p is answered and loses nothing', async (text) => {
    const { talk } = await arrive();
    const replies = await talk.say(text);
    expect(textOf(replies).length).toBeGreaterThan(10);
    expect(talk.openForm).toBe(slot.form);
    expect(expectsOf(await talk.say(slot.answer))).toBe(slot.next);
  });
});

type Replies = readonly OutboundActivity[];

function expectsOf(replies: Replies): string | undefined {
  const expects = replies.at(-1)?.channelData?.expects;
  return typeof expects === 'string' ? expects : undefined;
}

/** What was asked from the first question to this one. */
function askedOnTheWay({ form, path, expects }: SlotCase): readonly string[] {
  const earlier = slots.filter(
    (slot) =>
      slot.form === form &&
      slot.path.length < path.length &&
      slot.path.every((said, index) => said === path[index]),
  );
  return [...earlier.map((slot) => slot.expects), expects];
}

function textOf(replies: Replies): string {
  return replies.map(({ text }) => text ?? '').join('\n');
}

function buttonsOf(replies: Replies): readonly string[] {
  return (replies.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
}
