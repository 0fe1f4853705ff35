import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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

describe('a walk of random messages and buttons', () => {
  const commands = ['quay lại', 'dừng', 'làm lại', 'gặp người'] as const;
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ press: fc.nat(7) }) },
    { weight: 4, arbitrary: fc.record({ say: fc.constantFrom(...sayings()) }) },
  );

  // From the beginning, or from some way into a form: a walk of chance alone seldom gets to the end of one.
  const start = fc.constantFrom<readonly string[]>([], ...slots.map(({ path }) => path));

  test('always answers, obeys the four commands, steps back, and opens no lead without consent', async () => {
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.array(step, { minLength: 4, maxLength: 12, size: 'max' }),
        async (path, steps) => {
          const talk = bench.talk();
          let last: Replies = await talk.sayAll(['Xin chào', ...path]);
          for (const next of steps) {
            const text = 'say' in next ? next.say : pick(buttonsOf(last), next.press);
            const before = { expects: expectsOf(last), form: talk.openForm, leads: talk.leads.length };
            last = await talk.say(text);
            checkReplies(last);
            checkLeads(before, talk);
            if (text !== 'quay lại') await checkStepBack(before, last, talk);
            for (const command of commands) await checkCommand(talk.fork(), command);
          }
        },
      ),
      { numRuns: 150, seed: Number(process.env.WALK_SEED ?? 20_261_121) },
    );
  });

  function checkReplies(replies: Replies): void {
    expect(replies.length).toBeGreaterThan(0);
    for (const { text = '' } of replies) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(
        /undefined|NaN|\{\{|\[object|\b(?:chat|estimate|lead|voluntary|household|command|button|form|faq|group|mode|smalltalk|time|product|plan|person|span|compare|next|saving|occupation|tax|family|choice|validity)[:.][a-z]\w*/,
      );
    }
  }

  type Before = Readonly<{ expects: string | undefined; form: string | undefined; leads: number }>;

  function checkLeads(before: Before, talk: BenchTalk): void {
    const opened = talk.leads.length - before.leads;
    expect(opened).toBeLessThanOrEqual(before.expects === 'consent' ? 1 : 0);
  }

  /** One question was answered and the same form asked another: a step back asks the first again. */
  async function checkStepBack(before: Before, replies: Replies, talk: BenchTalk): Promise<void> {
    const now = expectsOf(replies);
    const wentOn = before.form !== undefined && before.form === talk.openForm && now !== before.expects;
    if (!wentOn || before.expects === undefined || replies.length > 1) return;
    const back = await talk.fork().say('quay lại');
    expect(expectsOf(back)).toBe(before.expects);
  }

  async function checkCommand(talk: BenchTalk, command: (typeof commands)[number]): Promise<void> {
    const asked = { form: talk.openForm };
    const replies = await talk.say(command);
    checkReplies(replies);
    if (command === 'dừng' || command === 'làm lại') expect(talk.openForm).toBeUndefined();
    if (command === 'làm lại') expect(textOf(replies)).toMatch(/trợ lý tự động|automated assistant/);
    if (command === 'gặp người') expect(textOf(replies)).toContain('1900 9068');
    if (command === 'gặp người' || command === 'quay lại') expect(talk.openForm).toBe(asked.form);
  }
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

function pick(buttons: readonly string[], index: number): string {
  return buttons[index % Math.max(buttons.length, 1)] ?? 'ừ';
}

function sayings(): readonly string[] {
  const answers = slots.flatMap(({ answer, wrong }: SlotCase) => [answer, wrong]);
  return [
    ...answers,
    ...['Tính tiền BHXH tự nguyện', 'Tính tiền BHYT hộ gia đình', 'Nhờ cán bộ gọi', 'Xem thêm', 'Vì sao?'],
    ...['Tôi đồng ý', 'Không đồng ý', 'đúng', 'dung', 'không', 'ừ', 'à mức 3 triệu', 'Sửa thông tin', 'Sửa'],
    ...['em 45 tuổi hộ cận nghèo muốn đóng mức 2 triệu, đóng luôn 5 năm', 'nhà em 4 người mua bhyt 1 năm'],
    ...[
      'bhxh tự nguyện là gì',
      'sinh con có được tiền không',
      '5',
      '12',
      '0',
      '6 tháng',
      'English',
      'tiếng Việt',
    ],
    ...[
      'xóa số của tôi',
      '0912 345',
      'asdf ghjk',
      '😀',
      'quay lại',
      'trợ giúp',
      'tạm biệt',
      '{{hotline}} $t(x)',
    ],
  ];
}
