import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { guideSchema } from '../../src/content/guides/guideSchema.js';
import { faqEntry } from '../../src/faq/index.js';
import { projectRoot } from '../../src/paths.js';
import type { OutboundActivity } from '../../src/turn/index.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';

const content = join(projectRoot, 'content');
const guides = readdirSync(join(content, 'guides'))
  .filter((file) => file.endsWith('.json'))
  .map((file) => guideSchema.parse(JSON.parse(readFileSync(join(content, 'guides', file), 'utf8'))));
const named = guides.map((guide) => ({ id: guide.id, guide }));

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(() => bench.close());

describe.each(named)('the guide $id', ({ guide }) => {
  test.each([
    {
      locale: 'vi',
      tag: 'vi-VN',
      begin: `Hướng dẫn: ${guide.title.vi}`,
      next: 'Bước tiếp',
      last: 'Xong rồi',
    },
    { locale: 'en', tag: 'en-US', begin: `Guide: ${guide.title.en}`, next: 'Next step', last: 'Done' },
  ] as const)(
    'is walked to its end and back by its buttons ($locale)',
    async ({ locale, tag, begin, next, last }) => {
      const talk = bench.talk();
      const many = guide.steps.length;
      let replies = await talk.say(begin, tag);
      for (let step = 1; step <= many; step += 1) {
        const shown = replies.at(-1);
        expect(shown?.text).toContain(` ${step}/${many}.`);
        expect(shown?.attachments).toEqual([
          {
            contentType: 'image/svg+xml',
            contentUrl: `/guides/${guide.steps[step - 1]?.picture}`,
            name: guide.steps[step - 1]?.alt[locale],
          },
        ]);
        expect(buttonsOf(replies)[0]).toBe(step === many ? last : next);
        if (step > 1) {
          const back = talk.fork();
          expect((await back.say('quay lại', tag)).at(-1)?.text).toContain(` ${step - 1}/${many}.`);
        }
        replies = await talk.say(buttonsOf(replies)[0] ?? '', tag);
      }
      expect(talk.openForm).toBeUndefined();
      expect(replies.flatMap(({ attachments }) => attachments ?? [])).toEqual([]);
    },
  );

  test.each(guide.topics)(
    'is offered under the answer %s, and “hướng dẫn” begins it there',
    async (topic) => {
      const entry = faqEntry.parse(JSON.parse(readFileSync(join(content, 'faq', `${topic}.json`), 'utf8')));
      const offering = await answerOf(topic, entry.phrasings.vi);
      expect(buttonsOf(offering.replies)).toContain('Hướng dẫn từng bước');
      for (const wish of ['hướng dẫn', 'Hướng dẫn từng bước', 'chi toi tung buoc', 'làm sao cài']) {
        const begun = await offering.talk.fork().say(wish);
        expect(begun.at(-1)?.text).toContain(`1/${guide.steps.length}.`);
        expect(begun[0]?.text).toContain(guide.title.vi);
      }
    },
  );

  test('says what is doubtful and what it rests on before the first step', async () => {
    const [intro] = await bench.talk().say(`Hướng dẫn: ${guide.title.vi}`);
    const doubt = guide.doubtful?.vi.split('{{')[0] ?? '';
    expect(intro?.text).toContain(doubt);
    for (const { document } of guide.basis) expect(intro?.text).toContain(document);
  });
});

describe('a guide that is told', () => {
  const open = async () => {
    const talk = bench.talk();
    await talk.sayAll(['Hướng dẫn: Cài và đăng ký VssID', 'tiếp']);
    return talk;
  };

  test('is remembered by its id and step alone', async () => {
    const talk = await open();
    const stack = z
      .object({ dialogs: z.object({ dialogStack: z.array(z.unknown()) }) })
      .parse(Object.values(JSON.parse(talk.memory))[0]);
    expect(stack.dialogs.dialogStack).toEqual([{ id: 'guide', state: { guide: 'vssid-cai-dat', step: 2 } }]);
  });

  test('a number typed into it is held under guard and not remembered', async () => {
    const talk = await open();
    await talk.say('số căn cước của tôi là 001085012345');
    expect(talk.held).toBe(true);
    expect(talk.memory).not.toContain('001085012345');
    expect(talk.openForm).toBe('guide');
  });

  test.each(['dừng', 'thôi', 'dung', 'để sau', 'Dừng'])('“%s” stops it', async (text) => {
    const talk = await open();
    expect(textOf(await talk.say(text))).toContain('dừng “Cài và đăng ký VssID”');
    expect(talk.openForm).toBeUndefined();
  });

  test('“đúng rồi” goes on where “dừng” stops', async () => {
    const talk = await open();
    expect(textOf(await talk.say('đúng rồi'))).toContain('Bước 3/8');
  });

  test('after a question in between “hướng dẫn” still means the guide that was stopped', async () => {
    const talk = await open();
    await talk.sayAll(['Đóng BHXH tự nguyện thì sinh con được hưởng bao nhiêu?', 'dừng']);
    expect(textOf(await talk.say('hướng dẫn'))).toContain('Cài và đăng ký VssID');
  });

  test('a choice among topics in between is answered, and the guide goes on', async () => {
    const talk = await open();
    const asked = await talk.say('can I pay monthly?', 'en-US');
    const [topic = ''] = buttonsOf(asked);
    expect(buttonsOf(asked)).toEqual(expect.arrayContaining(['Next step', 'Stop']));
    const answered = await talk.say(topic, 'en-US');
    expect(answered.length).toBeGreaterThan(1);
    expect(answered.at(-1)?.text).toContain('Step 2/8');
  });

  test('“xem thêm” tells more of what was answered in between, and the guide goes on', async () => {
    const talk = await open();
    await talk.say('Đóng BHXH tự nguyện thì sinh con được hưởng bao nhiêu?');
    const more = await talk.say('xem thêm');
    expect(more.length).toBeGreaterThan(1);
    expect(more.at(-1)?.text).toContain('Bước 2/8');
  });

  test.each(['', '   ', '😀🎉', 'x'.repeat(1_001), 'asdf ghjk'])(
    '%p is answered and loses nothing',
    async (text) => {
      const talk = await open();
      expect(textOf(await talk.say(text)).length).toBeGreaterThan(10);
      expect(textOf(await talk.say('tiếp'))).toContain('Bước 3/8');
    },
  );

  test.each([
    ['bước 0', 1],
    ['bước 1', 1],
    ['bước 8', 8],
    ['bước 99', 8],
  ])('“%s” is step %i', async (text, step) => {
    expect(textOf(await (await open()).say(text))).toContain(`Bước ${step}/8`);
  });

  test.each([
    ['Nhờ cán bộ gọi', 'lead'],
    ['Tính tiền BHXH tự nguyện', 'voluntary'],
    ['Tính tiền BHYT hộ gia đình', 'household'],
    ['0912 345 678', 'lead'],
  ])('“%s” ends it and begins the form %s', async (text, form) => {
    const talk = await open();
    await talk.say(text);
    expect(talk.openForm).toBe(form);
  });

  test('another guide takes its place', async () => {
    const talk = await open();
    expect(textOf(await talk.say('Hướng dẫn: Lấy lại mật khẩu VssID'))).toContain('Bước 1/6');
    expect(textOf(await talk.say('tiếp'))).toContain('Bước 2/6');
  });

  test('deleting one’s data and starting anew end it', async () => {
    for (const text of ['xóa số của tôi', 'làm lại']) {
      const talk = await open();
      await talk.say(text);
      expect(talk.openForm).toBeUndefined();
    }
  });

  test('a walk of random messages stays within the guide, or leaves it, and always answers', async () => {
    const sayings = [
      ...[
        'tiếp',
        'xong',
        'quay lại',
        'Bước trước',
        'bước 3',
        'nhắc lại',
        'đợi chút',
        'Gặp cán bộ',
        'trợ giúp',
        'vì sao',
      ],
      ...[
        'xem thêm',
        'English',
        'tiếng Việt',
        'sinh con có được tiền không',
        'không thấy',
        'cảm ơn',
        'bỏ qua',
        'dung',
        '1',
        '?',
      ],
      ...['{{ hotline }} $t(x)', 'Hướng dẫn từng bước', 'Step by step', 'hướng dẫn'],
    ];
    const start = fc.constantFrom(...guides.map(({ title }) => `Hướng dẫn: ${title.vi}`));
    await fc.assert(
      fc.asyncProperty(
        start,
        fc.array(fc.constantFrom(...sayings), { minLength: 3, maxLength: 12 }),
        async (first, texts) => {
          const talk = bench.talk();
          await talk.say(first);
          for (const text of texts) {
            const replies = await talk.say(text);
            expect(replies.length).toBeGreaterThan(0);
            for (const reply of replies) checkReply(reply);
          }
        },
      ),
      { numRuns: 60, seed: Number(process.env.WALK_SEED ?? 20_261_121) },
    );
  });
});

function checkReply({ text = '', attachments = [] }: OutboundActivity): void {
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(/undefined|NaN|\{\{ ?(?!hotline)|\[object|\b(?:chat|guide|button)[:.][a-z]/);
  const [, step = '1', many = '1'] = /^\*\*(?:Bước|Step) (\d+)\/(\d+)\./.exec(text) ?? [];
  expect(Number(step)).toBeGreaterThanOrEqual(1);
  expect(Number(step)).toBeLessThanOrEqual(Number(many));
  expect(attachments.length).toBe(/^\*\*(?:Bước|Step) \d/.test(text) ? 1 : 0);
}

/** A talk in which the topic was just answered: the first of its wordings that is understood. */
async function answerOf(
  topic: string,
  phrasings: readonly string[],
): Promise<Readonly<{ talk: BenchTalk; replies: readonly OutboundActivity[] }>> {
  for (const phrasing of phrasings) {
    const talk = bench.talk();
    const replies = await talk.say(phrasing);
    if (replies.at(-1)?.channelData?.topic === topic || replies[0]?.channelData?.topic === topic)
      return { talk, replies };
  }
  throw new Error(`No wording of ${topic} leads to its answer.`);
}

function buttonsOf(replies: readonly OutboundActivity[]): readonly string[] {
  return (replies.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
}

function textOf(replies: readonly OutboundActivity[]): string {
  return replies.map(({ text }) => text ?? '').join('\n');
}
