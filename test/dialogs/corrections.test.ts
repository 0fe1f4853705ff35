import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { memorySchema } from '../../dialogs/memory.js';
import { positionSchema } from '../../dialogs/forms/position.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';
import { corrections } from './corrections.js';

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(async () => {
  await bench.close();
});

describe.each([...corrections])('$title: an earlier answer', ({ path, rest, phrasings }) => {
  test.each([...phrasings])('is changed in the middle by “$say”', async ({ say, values, asks }) => {
    const talk = bench.talk();
    await talk.sayAll(path);
    const before = valuesOf(talk);
    const replies = await talk.say(say);
    if (asks !== undefined) {
      expect(expectsOf(replies)).toBe(asks);
      return;
    }
    expect(valuesOf(talk)).toMatchObject({ ...before, ...values });
  });

  test.each([...phrasings])('is changed after the result by “$say”', async ({ say, values, asks }) => {
    const talk = bench.talk();
    await talk.sayAll(path);
    await talk.sayAll(rest);
    const replies = await talk.say(say);
    if (asks !== undefined) {
      expect(expectsOf(replies)).toBe(asks);
      return;
    }
    const { occupation, ...behind } = { ...values };
    expect(estimateOf(talk)).toMatchObject(behind);
    expect(replies.length).toBeGreaterThan(0);
    if (occupation !== undefined) expect(memoryOf(talk).told.occupation).toBe(occupation);
  });
});

describe('only what hangs on a changed answer is asked again', () => {
  test.each([
    {
      what: 'another way to pay forgets the years of the one before',
      said: ['Tính tiền BHXH tự nguyện', 'làm ruộng', '2 triệu', 'Hộ nghèo', 'Nhiều năm một lần', '5 năm'],
      say: 'đổi cách đóng sang từng tháng',
      expects: undefined,
      estimate: { income: 2_000_000, groups: ['poor'], mode: 'monthly' },
      lacks: ['years'],
    },
    {
      what: 'paying ahead asks for how many years, and for nothing else',
      said: ['Tính tiền BHXH tự nguyện', 'làm ruộng', '2 triệu', 'Hộ nghèo', 'Từng tháng'],
      say: 'sửa cách đóng thành nhiều năm một lần',
      expects: 'years',
    },
    {
      what: 'a household business asks for its tax',
      said: ['Tính tiền BHXH tự nguyện', 'làm ruộng', '2 triệu', 'Hộ nghèo', 'Từng tháng'],
      say: 'sửa nghề thành có hộ kinh doanh',
      expects: 'tax',
    },
    {
      what: 'another size asks again who has a card',
      said: ['Có cách rẻ hơn không?', '4 người', '12 tháng', 'Không ai', 'Hộ cận nghèo'],
      say: 'sửa số người thành 5',
      expects: 'covered',
    },
    {
      what: 'another length of the cards asks nothing',
      said: ['Có cách rẻ hơn không?', '4 người', '12 tháng', 'Không ai', 'Hộ cận nghèo'],
      say: 'sửa số tháng thành 6',
      expects: undefined,
      estimate: { months: 6, people: 4 },
    },
    {
      what: 'an age without a month asks which year, and keeps the rest',
      said: ['Tính lương hưu', 'nam', '1976', '3 năm', 'Hộ nghèo', '300 nghìn'],
      say: 'sửa tuổi thành 47',
      expects: 'birth',
    },
    {
      what: 'the day of an old card is told anew',
      said: ['Bao giờ thẻ có hiệu lực?', '20/12/2026'],
      say: 'sửa ngày hết hạn thành 31/10/2026',
      expects: undefined,
    },
  ])('$what', async ({ said, say, expects, estimate, lacks = [] }) => {
    const talk = bench.talk();
    await talk.sayAll(said);
    const replies = await talk.say(say);
    expect(expectsOf(replies)).toBe(expects);
    if (estimate !== undefined) expect(estimateOf(talk)).toMatchObject(estimate);
    for (const key of lacks) expect(estimateOf(talk)[key]).toBeUndefined();
  });

  test('a value that cannot be read is explained, and the old one counts until there is another', async () => {
    const talk = bench.talk();
    await talk.sayAll(['Tính tiền BHXH tự nguyện', 'làm ruộng', '2 triệu', 'Hộ nghèo', 'Từng tháng']);
    const replies = await talk.say('sửa mức thành 100 triệu');
    expect(replies[0]?.text).toContain('100.000.000');
    expect(expectsOf(replies)).toBe('income');
    expect(estimateOf(talk)).toMatchObject({ income: 2_000_000 });
    await talk.say('3 triệu');
    expect(estimateOf(talk)).toMatchObject({ income: 3_000_000, groups: ['poor'] });
  });

  test.each([
    'đổi mức đóng được không?',
    'sửa thông tin trên thẻ BHYT ở đâu',
    'không sửa',
    'đổi số năm đã đóng sang 8 tháng',
    'đội mũ bảo hiểm',
  ])('“%s” changes nothing', async (say) => {
    const talk = bench.talk();
    await talk.sayAll(['Tính tiền BHXH tự nguyện', 'làm ruộng', '2 triệu', 'Hộ nghèo']);
    const before = valuesOf(talk);
    await talk.say(say);
    expect(valuesOf(talk)).toEqual(before);
  });
});

type Replies = Awaited<ReturnType<BenchTalk['say']>>;

function expectsOf(replies: Replies): string | undefined {
  const expects = replies.at(-1)?.channelData?.expects;
  return typeof expects === 'string' ? expects : undefined;
}

/** What the open form holds, without what was skipped or left open. */
function valuesOf(talk: BenchTalk): Record<string, unknown> {
  return positionSchema.parse(talk.openPosition).values;
}

function memoryOf(talk: BenchTalk) {
  return memorySchema.parse(talk.openMemory);
}

/** What the last estimate was made of, whichever kind it is. */
function estimateOf(talk: BenchTalk): Record<string, unknown> {
  const { estimate } = memoryOf(talk);
  if (estimate === undefined) return {};
  if (estimate.kind === 'voluntary' || estimate.kind === 'plan') return { ...estimate.input };
  const { people, covered, input } = estimate;
  return { people, covered, months: input.members?.[0]?.months };
}
