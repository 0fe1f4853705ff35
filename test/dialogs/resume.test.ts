import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { positionSchema } from '../../dialogs/forms/position.js';
import { exampleDay } from '../support/testService.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';
import { slots } from './slots.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(async () => {
  await bench.close();
});

/** A conversation whose clock is moved by hand. */
function timed(): Readonly<{ talk: BenchTalk; wait: (ms: number) => void }> {
  let at = exampleDay().getTime();
  return {
    talk: bench.talk(() => new Date(at)),
    wait: (ms) => {
      at += ms;
    },
  };
}

const form = ['Tính tiền BHXH tự nguyện', 'làm ruộng'];

describe('who comes back in the middle of a form', () => {
  test.each([5 * hourMs, 3 * dayMs, 30 * dayMs])(
    'after %d ms is greeted with the last step and goes on',
    async (pause) => {
      const { talk, wait } = timed();
      const asked = (await talk.sayAll(form)).at(-1);
      wait(pause);
      const [back, ...more] = await talk.say('chào em');
      expect(more).toEqual([]);
      expect(back?.text).toContain('đang tính tiền đóng BHXH tự nguyện, còn thiếu mức thu nhập chọn đóng');
      expect(buttonsOf([back])).toEqual(['Tiếp tục', 'Làm lại']);
      const again = await talk.say('Tiếp tục');
      expect(again.at(-1)?.text).toBe(asked?.text);
      expect(expectsOf(await talk.say('2 triệu'))).toBe('group');
    },
  );

  test.each(['1', 'tiếp tục', 'ừ', 'có', 'vâng ạ', 'Tiep tuc', 'ok', 'continue'])(
    '“%s” goes on, and answers nothing else',
    async (say) => {
      const { talk, wait } = timed();
      await talk.sayAll(form);
      wait(dayMs);
      await talk.say('alo');
      const before = valuesOf(talk);
      expect(expectsOf(await talk.say(say))).toBe('income');
      expect(valuesOf(talk)).toEqual(before);
    },
  );

  test.each(['2', 'Làm lại', 'lam lai tu dau'])('“%s” starts anew', async (say) => {
    const { talk, wait } = timed();
    await talk.sayAll(form);
    wait(dayMs);
    await talk.say('alo');
    expect(textOf(await talk.say(say))).toContain('trợ lý tự động');
    expect(talk.openForm).toBeUndefined();
  });

  test('“không” stops, and nothing is lost by it', async () => {
    const { talk, wait } = timed();
    await talk.sayAll(form);
    wait(dayMs);
    await talk.say('alo');
    expect(buttonsOf(await talk.say('không'))).toContain('Tiếp tục');
    expect(expectsOf(await talk.say('tiếp tục'))).toBe('income');
    expect(valuesOf(talk)).toMatchObject({ occupation: 'farmer' });
  });

  test('an answer is taken at once, without being asked whether to go on', async () => {
    const { talk, wait } = timed();
    await talk.sayAll(form);
    wait(10 * dayMs);
    expect(expectsOf(await talk.say('2 triệu'))).toBe('group');
  });

  test('so is an answer given to “Tiếp tục?”', async () => {
    const { talk, wait } = timed();
    await talk.sayAll(form);
    wait(10 * dayMs);
    await talk.say('alo');
    expect(expectsOf(await talk.say('2 triệu'))).toBe('group');
  });

  test('a question is answered and the form goes on', async () => {
    const { talk, wait } = timed();
    await talk.sayAll(form);
    wait(10 * dayMs);
    const replies = await talk.say('Bao nhiêu tuổi thì được tham gia BHXH tự nguyện?');
    expect(replies[0]?.text).toContain('đủ 15 tuổi');
    expect(expectsOf(replies)).toBe('income');
  });

  test('a short pause is none', async () => {
    const { talk, wait } = timed();
    await talk.sayAll(form);
    wait(hourMs);
    const replies = await talk.say('cái ghế');
    expect(textOf(replies)).not.toContain('quay lại. Mình đang');
    expect(expectsOf(replies)).toBe('income');
  });

  test.each(slots.filter(({ form: name }) => name !== 'lead'))(
    'at $form, “$slot”: what is missing is named, in words',
    async ({ path, expects }) => {
      const { talk, wait } = timed();
      await talk.sayAll(path);
      wait(dayMs);
      const [back] = await talk.say('alo');
      expect(back?.text).toMatch(/Mình đang .+, còn thiếu .+\. Anh\/chị muốn làm tiếp không ạ\?/);
      expect(expectsOf(await talk.say('tiếp tục'))).toBe(expects);
    },
  );

  test('is greeted in English too', async () => {
    const { talk, wait } = timed();
    await talk.say('Work out voluntary social insurance', 'en-US');
    wait(dayMs);
    const [back] = await talk.say('hello', 'en-US');
    expect(back?.text).toContain('Welcome back');
    expect(back?.text).toContain('the work you do');
    expect(buttonsOf([back])).toEqual(['Continue', 'Start over']);
  });
});

describe('a consent that was open', () => {
  const toConsent = [
    'Nhờ cán bộ gọi',
    'BHXH tự nguyện',
    'xã Tam Hải',
    'Đà Nẵng',
    'Hương',
    '0912 345 678',
    'buổi tối',
  ];

  test('is not given by the yes to “Tiếp tục?”', async () => {
    const { talk, wait } = timed();
    await talk.sayAll(toConsent);
    wait(5 * hourMs);
    const [back] = await talk.say('alo');
    expect(back?.text).toContain('Chào anh/chị quay lại');
    await talk.say('ừ');
    expect(talk.leads).toEqual([]);
    expect(talk.openForm).toBe('lead');
  });
});

describe('who comes back in the middle of a guide', () => {
  test('is told the guide and the step, and “tiếp tục” shows that step again', async () => {
    const { talk, wait } = timed();
    await talk.sayAll(['cài VssID thế nào', 'Hướng dẫn từng bước', 'xong']);
    wait(2 * dayMs);
    const [back] = await talk.say('alo em ơi');
    expect(back?.text).toMatch(/tới bước 2\/\d/);
    expect(buttonsOf([back])).toEqual(['Tiếp tục', 'Làm lại']);
    const again = await talk.say('tiếp tục');
    expect(again.at(-1)?.text).toMatch(/Bước 2\//);
    expect((await talk.say('tiếp tục')).at(-1)?.text).toMatch(/Bước 3\//);
  });
});

describe('a form that was left', () => {
  test.each([
    ['by “dừng”', ['dừng']],
    ['for another form, when that is done', ['Bao giờ thẻ có hiệu lực?', 'Mua lần đầu']],
  ])('%s is opened again by “tiếp tục”', async (_how, said) => {
    const talk = bench.talk();
    await talk.sayAll([...form, '2 triệu', ...said]);
    expect(expectsOf(await talk.say('tiếp tục'))).toBe('group');
  });

  test('waits behind one that was left later', async () => {
    const talk = bench.talk();
    await talk.sayAll([...form, '2 triệu', 'Bao giờ thẻ có hiệu lực?', 'dừng']);
    expect(expectsOf(await talk.say('tiếp tục'))).toBe('expiry');
    await talk.say('Mua lần đầu');
    expect(expectsOf(await talk.say('tiếp tục'))).toBe('group');
  });

  test('holds no name and no number', async () => {
    const talk = bench.talk();
    await talk.sayAll(['Nhờ cán bộ gọi', 'BHXH tự nguyện', 'xã Tam Hải', 'Đà Nẵng', 'Hương', 'dừng']);
    expect(talk.memory).not.toContain('Hương');
    expect(textOf(await talk.say('tiếp tục'))).toContain('không có việc gì');
  });

  test('is forgotten by starting anew', async () => {
    const talk = bench.talk();
    await talk.sayAll([...form, 'dừng', 'làm lại']);
    expect(textOf(await talk.say('tiếp tục'))).toContain('không có việc gì');
  });
});

type Replies = readonly (Awaited<ReturnType<BenchTalk['say']>>[number] | undefined)[];

function expectsOf(replies: Replies): string | undefined {
  const expects = replies.at(-1)?.channelData?.expects;
  return typeof expects === 'string' ? expects : undefined;
}

function textOf(replies: Replies): string {
  return replies.map((reply) => reply?.text ?? '').join('\n');
}

function buttonsOf(replies: Replies): readonly string[] {
  return (replies.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
}

function valuesOf(talk: BenchTalk): unknown {
  return positionSchema.parse(talk.openPosition).values;
}
