import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { positionSchema } from '../../dialogs/forms/position.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
});
afterAll(async () => {
  await bench.close();
});

const ofAge = 'khi nào tôi được nghỉ hưu';
const ofPrice = 'bhxh tu nguyen dong bao nhieu 1 thang';
const ofHealth = 'bhyt hộ gia đình bao nhiêu tiền';

describe('a bare value after an answer that leads on', () => {
  test.each([
    [ofAge, '1981', 'plan', { birth: '1981' }],
    [ofAge, '5/1981', 'plan', { birth: '1981-05' }],
    [ofAge, 'nữ 1981', 'plan', { sex: 'female', birth: '1981' }],
    [ofAge, 'nữ sinh tháng 3/1981', 'plan', { sex: 'female', birth: '1981-03' }],
    [ofAge, 'nữ', 'plan', { sex: 'female' }],
    [ofAge, 'nam 45 tuổi', 'plan', { sex: 'male', age: 45 }],
    [ofAge, 'ừ', 'plan', {}],
    [ofAge, '45', 'plan', {}],
    ['đủ bao nhiêu năm thì có lương hưu', '3 năm', 'plan', { monthsPaid: 36 }],
    [ofPrice, '2 triệu', 'voluntary', { income: 2_000_000 }],
    [ofPrice, '3tr', 'voluntary', { income: 3_000_000 }],
    [ofPrice, 'hộ cận nghèo', 'voluntary', { groups: ['near_poor'] }],
    [ofPrice, '6 tháng một lần', 'voluntary', { mode: 'half_yearly' }],
    [ofHealth, '4 người', 'household', { people: 4 }],
    [ofHealth, '4', 'household', { people: 4 }],
    [ofHealth, '2 vợ chồng 2 con', 'household', { people: 4 }],
  ])('“%s”, “%s” opens %s', async (question, value, form, values) => {
    const talk = bench.talk();
    await talk.sayAll([question, value]);
    expect(talk.openForm).toBe(form);
    expect(valuesOf(talk)).toMatchObject(values);
  });

  test('a day after an answer about when a card holds works that out', async () => {
    const talk = bench.talk();
    await talk.say('thẻ bhyt mua xong bao lâu thì dùng được');
    expect(textOf(await talk.say('20/12/2026'))).toContain('21/12/2026');
  });

  test('a number that may be an age or a year is asked about', async () => {
    const talk = bench.talk();
    await talk.say(ofAge);
    const replies = await talk.say('45');
    expect(textOf(replies)).toContain('Tôi hiểu là 45, nhưng chưa rõ là tuổi hay năm sinh');
    expect(expectsOf(replies)).toBe('birth');
  });

  test('after an answer that leads on to nothing it is no value', async () => {
    const talk = bench.talk();
    await talk.sayAll(['tổng đài số mấy', '1981']);
    expect(talk.openForm).toBeUndefined();
  });
});

describe('a household', () => {
  test('is worked out when its size is all that is told', async () => {
    const talk = bench.talk();
    expect(expectsOf(await talk.say('Nhà 4 người'))).toBe('months');
  });

  test('“không ai” while the months are asked is taken for who has a card, and said so', async () => {
    const talk = bench.talk();
    await talk.say('Nhà 4 người');
    const replies = await talk.say('không ai');
    expect(textOf(replies)).toContain('tôi ghi ai trong nhà đã có thẻ');
    expect(expectsOf(replies)).toBe('months');
    const result = await talk.say('12 tháng');
    expect(textOf(result)).toContain('4 người mua theo hộ');
    expect(expectsOf(result)).toBeUndefined();
  });

  test.each(['3', '6'])('“%s” people are no months', async (say) => {
    const talk = bench.talk();
    await talk.say('Tính tiền BHYT hộ gia đình');
    expect(expectsOf(await talk.say(say))).toBe('months');
  });
});

describe('“sang năm có tăng không”', () => {
  test.each([
    [ofAge, ['01/01/2027', '61 tuổi 9 tháng', '57 tuổi 4 tháng']],
    [ofPrice, ['01/01/2027', '2.200.000', '387.200']],
    [ofHealth, ['Có chủ trương tăng từ năm 2027']],
  ])('after “%s” means that', async (question, told) => {
    const talk = bench.talk();
    await talk.say(question);
    const text = textOf(await talk.say('sang năm có tăng không'));
    for (const one of told) expect(text).toContain(one);
  });

  test.each([
    'sang năm có tăng không',
    'năm sau có đổi gì không',
    'rồi có tăng nữa không',
    'thế sang năm thì sao',
  ])('after the price of a household means that: “%s”', async (say) => {
    const talk = bench.talk();
    await talk.sayAll(['nhà em 4 người mua bhyt 1 năm bao nhiêu', 'Không ai']);
    expect(textOf(await talk.say(say))).toContain('Có chủ trương tăng từ năm 2027');
  });

  test('a matter of its own is answered as that', async () => {
    const talk = bench.talk();
    await talk.say(ofHealth);
    const text = textOf(await talk.say('sang năm bhxh tự nguyện có tăng không'));
    expect(text).toContain('484.000');
  });
});

describe('a question that may mean several things, in the middle of a form', () => {
  test('is offered to choose from; the choice is answered and the form goes on', async () => {
    const talk = bench.talk();
    await talk.sayAll(['Tính tiền BHXH tự nguyện', 'làm ruộng']);
    const offered = await talk.say('nộp tiền ở đâu gần tôi?');
    const buttons = buttonsOf(offered);
    expect(talk.openForm).toBe('voluntary');
    if (expectsOf(offered) === 'income') return;
    expect(buttons).toContain('Tiếp tục');
    const answered = await talk.say(buttons[0] ?? '');
    expect(expectsOf(answered)).toBe('income');
    expect(answered.length).toBeGreaterThan(1);
  });

  test('“Tiếp tục” and an answer to the open question both go on', async () => {
    for (const [say, expects] of [
      ['Tiếp tục', 'income'],
      ['2 triệu', 'group'],
    ] as const) {
      const talk = bench.talk();
      await talk.sayAll(['Tính tiền BHXH tự nguyện', 'làm ruộng', 'bảo hiểm có đắt không bao nhiêu?']);
      expect(expectsOf(await talk.say(say))).toBe(expects);
    }
  });
});

describe('several questions in one message', () => {
  test.each([
    ['đóng bao nhiêu, bao giờ được lương hưu và có được rút không?', ['đủ cả tuổi nghỉ hưu', 'Rút được nếu']],
    ['sinh con có được tiền không? rút một lần được không?', ['sinh', 'Rút được nếu']],
    ['mất sổ bhxh thì làm sao, chuyển nơi đóng có được không', ['']],
  ])('“%s”: nothing is dropped', async (say, told) => {
    const talk = bench.talk();
    const replies = await talk.say(say);
    const text = `${textOf(replies)}\n${buttonsOf(replies).join('\n')}`.toLowerCase();
    for (const one of told) expect(text).toContain(one.toLowerCase());
    expect(replies.length).toBeLessThanOrEqual(3);
    expect(textOf(replies)).not.toContain('chưa rõ anh/chị hỏi điều nào');
  });

  test('what is left over is a button, and is answered when pressed', async () => {
    const talk = bench.talk();
    const replies = await talk.say('đóng bao nhiêu, bao giờ được lương hưu và có được rút không?');
    expect(buttonsOf(replies)[0]).toBe('Mức đóng, cách tính tiền đóng');
    expect(textOf(await talk.say('1'))).toMatch(/\d đ/);
  });

  test('in the middle of a form they are answered, and the form goes on', async () => {
    const talk = bench.talk();
    await talk.sayAll(['Tính tiền BHXH tự nguyện', 'làm ruộng']);
    const replies = await talk.say('bao giờ được lương hưu và có được rút một lần không?');
    expect(textOf(replies)).toContain('Rút được nếu');
    expect(expectsOf(replies)).toBe('income');
  });
});

type Replies = Awaited<ReturnType<BenchTalk['say']>>;

function expectsOf(replies: Replies): string | undefined {
  const expects = replies.at(-1)?.channelData?.expects;
  return typeof expects === 'string' ? expects : undefined;
}

function textOf(replies: Replies): string {
  return replies.map(({ text }) => (text ?? '').replaceAll('\u00a0', ' ')).join('\n');
}

function buttonsOf(replies: Replies): readonly string[] {
  return (replies.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
}

function valuesOf(talk: BenchTalk): unknown {
  return positionSchema.parse(talk.openPosition).values;
}
