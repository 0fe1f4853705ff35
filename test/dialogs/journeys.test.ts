import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { memorySchema } from '../../dialogs/memory.js';
import type { OutboundActivity } from '../../src/turn/index.js';
import { exampleDay } from '../support/testService.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';
import { cards } from './golden/cards.js';
import { comparisons } from './golden/comparisons.js';
import { families } from './golden/families.js';
import { occupations } from './golden/occupations.js';
import { plans } from './golden/plans.js';
import { slots } from './slots.js';

const longestBubble = 320;
const mostBubbles = 3;
const mostButtons = 5;
/** "dừng" and "gặp người" beside them where an answer was missed twice. */
const mostButtonsWhenStuck = 7;
const mostQuestions = 6;

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(async () => {
  await bench.close();
});

describe('every reply of a journey fits a small telephone', () => {
  const conversations = [...plans, ...comparisons, ...families, ...occupations, ...cards];

  test.each(conversations.map((conversation) => ({ ...conversation })))(
    '$title',
    async ({ turns, day, client }) => {
      const talk = bench.talk(() => (day === undefined ? exampleDay() : new Date(`${day}T05:00:00Z`)));
      for (const { say } of turns) {
        const replies = await talk.say(say, client ?? 'vi-VN');
        // A consent says all of what it is given for, however long that is.
        if (talk.openForm === 'lead' || talk.leads.length > 0) continue;
        const lengths = replies.map(({ text = '' }) => ({ say, text, fits: text.length <= longestBubble }));
        expect(lengths.filter(({ fits }) => !fits)).toEqual([]);
        expect({ say, bubbles: replies.length <= mostBubbles }).toEqual({ say, bubbles: true });
        const buttons = buttonsOf(replies);
        const most = textOf(replies).includes('1900 9068') ? mostButtonsWhenStuck : mostButtons;
        expect({ say, buttons: buttons.length <= most }).toEqual({ say, buttons: true });
        expect({ say, buttons: new Set(buttons).size }).toEqual({ say, buttons: buttons.length });
      }
    },
  );
});

describe('a plan, whoever it is for', () => {
  const answers = fc.record({
    locale: fc.constantFrom('vi-VN', 'en-US'),
    sex: fc.constantFrom('nam', 'nữ'),
    birth: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1950, max: 2008 }), fc.boolean()),
    paid: fc.oneof(
      fc.constantFrom('chưa', 'bỏ qua'),
      fc.integer({ min: 1, max: 400 }).map((months) => `${months} tháng`),
    ),
    group: fc.constantFrom('hộ nghèo', 'hộ cận nghèo', 'người dân tộc thiểu số', 'không', 'bỏ qua'),
    saving: fc.constantFrom(
      '100 nghìn',
      '300 nghìn',
      '2 triệu',
      '12 triệu',
      'mức cao nhất 50 triệu',
      'bỏ qua',
    ),
    relative: fc.constantFrom('chồng', 'vợ', 'mẹ', 'em gái', undefined),
  });

  test('is told in short bubbles, and so is everything asked of it', async () => {
    await fc.assert(
      fc.asyncProperty(answers, async ({ locale, sex, birth, paid, group, saving, relative }) => {
        const [month, year, isWhole] = birth;
        const talk = bench.talk();
        const isEnglish = locale === 'en-US';
        const born = isWhole ? `${month}/${year}` : String(year);
        const start = isEnglish ? 'Work out a pension' : 'Tính lương hưu';
        const own = [start, isEnglish ? (sex === 'nam' ? 'man' : 'woman') : sex, born, paid, group, saving];
        const others =
          relative === undefined || isEnglish ? [] : [`còn ${relative} tôi thì sao`, '5/1970', 'bỏ qua'];
        const buttons = isEnglish
          ? ['Compare levels', 'What about next year?', 'Save a little a day', 'Why?']
          : ['So sánh mức', 'Sang năm thế nào?', 'Để dành mỗi ngày', 'Vì sao?', 'Lưu ý thêm'];
        for (const text of [...own, ...others, ...buttons]) {
          const replies = await talk.say(text, locale);
          const long = replies.filter(({ text: said = '' }) => said.length > longestBubble);
          expect({ text, long: long.map((reply) => reply.text), bubbles: replies.length }).toEqual({
            text,
            long: [],
            bubbles: Math.min(replies.length, mostBubbles),
          });
        }
      }),
      { numRuns: 40, seed: Number(process.env.WALK_SEED ?? 20_261_121) },
    );
  });
});

describe('a late answer to an older question', () => {
  const older = slots
    .filter(({ form }) => form !== 'lead')
    .flatMap(({ form, slot, path, expects }) =>
      path.slice(1, -1).map((late) => ({ form, slot, path, expects, late })),
    );

  test.each(older)(
    '$form: “$late” while “$slot” is asked leaves that open',
    async ({ path, expects, late }) => {
      const talk = bench.talk();
      await talk.sayAll(path);
      expect(expectsOf(await talk.say(late))).toBe(expects);
    },
  );
});

describe('whoever answers by buttons', () => {
  test.each([
    [
      'Tính tiền BHXH tự nguyện',
      'Có hộ kinh doanh',
      'Cách khác',
      '2.000.000 đ',
      'Hộ nghèo',
      'Nhiều năm một lần',
      '5 năm',
    ],
    ['Tính lương hưu', 'Nữ', '3/1981', 'Chưa đóng bao giờ', 'Hộ nghèo', 'Bỏ qua'],
    ['Có cách rẻ hơn không?', '4 người', '12 tháng', 'Không ai', 'Hộ cận nghèo'],
    ['Bao giờ thẻ có hiệu lực?', 'Mua lần đầu'],
  ])('has an estimate after at most six questions: %s', async (...said) => {
    const talk = bench.talk();
    let questions = 0;
    for (const text of said) {
      const replies = await talk.say(text);
      if (expectsOf(replies) !== undefined) questions += 1;
    }
    expect(talk.openForm).toBeUndefined();
    expect(questions).toBeLessThanOrEqual(mostQuestions);
    expect(questions).toBe(said.length - 1);
  });

  test.each([
    ['Tính tiền BHXH tự nguyện', ['bỏ qua', 'bỏ qua', 'không biết', 'bỏ qua']],
    ['Tính lương hưu', ['nam', '1976', 'không nhớ', 'bỏ qua', 'không biết']],
    ['Có cách rẻ hơn không?', ['4 người', '12 tháng', 'bỏ qua', 'bỏ qua']],
  ])('may leave open what the rule allows: %s', async (start, answers) => {
    const talk = bench.talk();
    await talk.say(start);
    const replies = await talk.sayAll(answers);
    expect(talk.openForm).toBeUndefined();
    expect(referenceOf(replies)).toBeDefined();
  });
});

describe('a button of another matter in the middle of a form', () => {
  test.each([
    {
      said: ['Tính lương hưu', 'Nam'],
      button: 'Tính tiền BHYT hộ gia đình',
      form: 'household',
      expects: 'members',
    },
    { said: ['Tính tiền BHXH tự nguyện'], button: 'Tính lương hưu', form: 'plan', expects: 'sex' },
    { said: ['Bao giờ thẻ có hiệu lực?'], button: 'Nhờ cán bộ gọi', form: 'lead', expects: 'product' },
  ])('“$button” leaves it', async ({ said, button, form, expects }) => {
    const talk = bench.talk();
    await talk.sayAll(said);
    expect(expectsOf(await talk.say(button))).toBe(expects);
    expect(talk.openForm).toBe(form);
  });

  test('the button of its own asks again and forgets nothing', async () => {
    const talk = bench.talk();
    await talk.sayAll(['Tính lương hưu', 'Nam']);
    expect(expectsOf(await talk.say('Tính lương hưu'))).toBe('birth');
  });
});

describe('a conversation stored before there were journeys', () => {
  test('is read, and goes on', () => {
    const stored = {
      locale: 'vi',
      greeted: true,
      offered: [],
      misses: 0,
      warned: [],
      estimate: { kind: 'household', input: { members: [{ months: 12 }] }, people: 1, coveredKnown: true },
    };
    expect(memorySchema.parse(stored)).toMatchObject({
      person: 'self',
      family: [],
      told: {},
      unsaid: [],
      ...stored,
    });
    expect(memorySchema.parse({})).toMatchObject({ told: {}, family: [] });
  });
});

type Replies = Awaited<ReturnType<BenchTalk['say']>>;

function textOf(replies: Replies): string {
  return replies.map(({ text }) => text ?? '').join('\n');
}

function buttonsOf(replies: Replies): readonly string[] {
  return (replies.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
}

function expectsOf(replies: Replies): string | undefined {
  const expects = replies.at(-1)?.channelData?.expects;
  return typeof expects === 'string' ? expects : undefined;
}

function referenceOf(replies: readonly OutboundActivity[]): unknown {
  return replies.map(({ channelData }) => channelData?.estimate).find((estimate) => estimate !== undefined);
}
