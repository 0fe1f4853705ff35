import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { positionSchema, type Position } from '../../dialogs/forms/position.js';
import { householdForm } from '../../dialogs/forms/householdForm.js';
import { voluntaryForm } from '../../dialogs/forms/voluntaryForm.js';
import { validityForm } from '../../dialogs/household/validityForm.js';
import { planForm } from '../../dialogs/plan/planForm.js';
import type { OutboundActivity } from '../../src/turn/index.js';
import { exampleDay } from '../support/testService.js';
import { badInputs } from './badInputs.js';
import { ChatBench, type BenchTalk } from './ChatBench.js';
import { corrections } from './corrections.js';
import { slots } from './slots.js';

/** A short form runs with every test; `WALKS=10000` walks them all, `WALK_SEED` others. */
const walks = Number(process.env.WALKS ?? 60);
const seed = Number(process.env.WALK_SEED ?? 20_261_121);
const timeoutMs = 60_000 + walks * 2_000;
const longestWalk = 12;
const longestBubble = 320;
const mostBubbles = 3;
/** Looks like what sentences are made of. */
const oddText = '{{hotline}} $t(x)';
const hourMs = 60 * 60 * 1000;

/** Every spelling in which the four ways out are tried; one of each, drawn anew, at every step. */
const commands = {
  back: ['quay lại', 'quay lai', 'QUAY LẠI', 'lùi lại', 'trở lại', 'back', 'cho em quay lại với'],
  restart: ['làm lại', 'lam lai', 'làm lại từ đầu', 'bắt đầu lại', 'restart', 'tinh lai tu dau'],
  stop: ['dừng', 'dừng lại', 'huỷ', 'thoát', 'stop', 'cancel', 'thôi không làm nữa'],
  person: [
    'gặp người',
    'gap nguoi',
    'gặp cán bộ',
    'cho em gặp cán bộ',
    'nói chuyện với người thật',
    'person',
  ],
} as const;
type CommandName = keyof typeof commands;
const commandNames = ['back', 'restart', 'stop', 'person'] as const satisfies readonly CommandName[];

let bench: ChatBench;
beforeAll(async () => {
  bench = await ChatBench.open();
}, timeoutMs);
afterAll(async () => {
  await bench.close();
});

describe('a walk of random messages, buttons, commands and pauses', () => {
  test(
    'always answers in few short bubbles, obeys the four commands, steps back, and mixes up no two questions',
    async () => {
      await fc.assert(
        fc.asyncProperty(start, fc.commands(steps, { maxCommands: longestWalk }), async (path, walk) => {
          await fc.asyncModelRun(async () => {
            const real = new Walk(bench);
            await real.begin(path);
            return { model: {}, real };
          }, walk);
        }),
        { numRuns: walks, seed },
      );
    },
    timeoutMs,
  );
});

/** One conversation with what was offered in it so far. */
class Walk {
  readonly talk: BenchTalk;
  #at = exampleDay().getTime();
  #last: Replies = [];
  /** Buttons of questions asked before, with what those asked for. */
  readonly #older: { title: string; expects: string }[] = [];

  constructor(from: ChatBench) {
    this.talk = from.talk(() => new Date(this.#at));
  }

  async begin(path: readonly string[]): Promise<void> {
    this.#last = await this.talk.sayAll(['Xin chào', ...path]);
  }

  wait(hours: number): void {
    this.#at += hours * hourMs;
  }

  get buttons(): readonly string[] {
    return buttonsOf(this.#last);
  }

  /** A button of an earlier question that the open one doesn't offer. */
  staleButton(index: number): string | undefined {
    const asked = expectsOf(this.#last);
    if (asked === undefined) return undefined;
    const stale = this.#older.filter(
      ({ title, expects }) =>
        expects !== asked && !this.buttons.includes(title) && !isWayOut(title) && !saysBoth(title, asked),
    );
    return stale[index % Math.max(stale.length, 1)]?.title;
  }

  /** Says something and looks at everything that must hold after it. */
  async say(text: string, spelling: number): Promise<void> {
    const before = this.#state();
    this.#last = await this.talk.say(text);
    checkReplies(text, this.#last, this.talk);
    checkLeads(before, this.talk);
    await this.#checkStepBack(before);
    for (const name of commandNames) await checkCommand(this.talk.fork(), name, spelling);
    const expects = expectsOf(this.#last);
    if (expects !== undefined) this.#older.push(...this.buttons.map((title) => ({ title, expects })));
  }

  async sayStale(text: string): Promise<void> {
    const before = this.#state();
    const asked = before.position?.asked;
    const main = asked === undefined ? undefined : fillsOf(before.form, asked)[0];
    this.#last = await this.talk.say(text);
    checkReplies(text, this.#last, this.talk);
    const after = this.#state();
    if (main === undefined || after.form !== before.form) return;
    expect({ text, asked, value: after.position?.values[main] }).toEqual({ text, asked, value: undefined });
  }

  #state(): State {
    const form = this.talk.openForm;
    const position = form === undefined || form === 'guide' ? undefined : this.talk.openPosition;
    return {
      form,
      position: position === undefined ? undefined : positionSchema.parse(position),
      expects: expectsOf(this.#last),
      leads: this.talk.leads.length,
    };
  }

  /** Answer, then back: the same question is open, and of the form's values only what was told beside the answer is new. */
  async #checkStepBack(before: State): Promise<void> {
    const after = this.#state();
    const asked = before.position?.asked;
    if (before.position === undefined || after.position === undefined || asked === undefined) return;
    if (before.form !== after.form || after.position.aside === true || after.position.resuming === true)
      return;
    const filled = [...before.position.filled.filter((name) => name !== asked), asked];
    if (JSON.stringify(after.position.filled) !== JSON.stringify(filled)) return;
    if (before.position.filled.includes(asked) || after.position.asked === asked) return;
    const talk = this.talk.fork();
    await talk.say('quay lại');
    const back = positionSchema.parse(talk.openPosition);
    expect(back.asked).toBe(asked);
    for (const key of fillsOf(before.form, asked)) {
      expect({ key, value: back.values[key] }).toEqual({ key, value: before.position.values[key] });
    }
    expect(back.filled).toEqual(before.position.filled.filter((name) => name !== asked));
  }
}

type State = Readonly<{
  form: string | undefined;
  position: Position | undefined;
  expects: string | undefined;
  leads: number;
}>;

class Say implements fc.AsyncCommand<object, Walk> {
  constructor(
    readonly text: string,
    readonly spelling: number,
  ) {}
  check = () => true;
  run = (_model: object, walk: Walk) => walk.say(this.text, this.spelling);
  toString = () => `say ${JSON.stringify(this.text)}`;
}

class Press implements fc.AsyncCommand<object, Walk> {
  constructor(
    readonly button: number,
    readonly spelling: number,
  ) {}
  check = () => true;
  run = (_model: object, walk: Walk) => walk.say(pick(walk.buttons, this.button) ?? 'ừ', this.spelling);
  toString = () => `press ${this.button}`;
}

class PressStale implements fc.AsyncCommand<object, Walk> {
  constructor(readonly button: number) {}
  check = () => true;
  run = async (_model: object, walk: Walk) => {
    const title = walk.staleButton(this.button);
    if (title !== undefined) await walk.sayStale(title);
  };
  toString = () => `press older ${this.button}`;
}

/** "Làm nông, sống trung bình" was a button of the groups, and says as well what one does for a living. */
function saysBoth(title: string, asked: string): boolean {
  return asked === 'occupation' && title.startsWith('Làm nông');
}

class Wait implements fc.AsyncCommand<object, Walk> {
  constructor(readonly hours: number) {}
  check = () => true;
  run = async (_model: object, walk: Walk) => walk.wait(this.hours);
  toString = () => `wait ${this.hours} h`;
}

const spelling = fc.nat(41);
const steps = [
  fc.tuple(fc.nat(7), spelling).map(([button, other]) => new Press(button, other)),
  fc.tuple(fc.nat(7), spelling).map(([button, other]) => new Press(button, other)),
  fc.tuple(fc.constantFrom(...sayings()), spelling).map(([text, other]) => new Say(text, other)),
  fc.tuple(fc.constantFrom(...sayings()), spelling).map(([text, other]) => new Say(text, other)),
  fc
    .tuple(fc.constantFrom(...commandNames), spelling)
    .map(([name, other]) => new Say(pick(commands[name], other) ?? '', other)),
  fc.nat(30).map((button) => new PressStale(button)),
  fc.constantFrom(1, 5, 48, 700).map((hours) => new Wait(hours)),
];

/** From the beginning, or from some way into a form: a walk of chance alone seldom gets to the end of one. */
const start = fc.constantFrom<readonly string[]>(
  [],
  ...slots.map(({ path }) => path),
  ...corrections.map(({ path, rest }) => [...path, ...rest]),
);

type Replies = readonly OutboundActivity[];

function checkReplies(said: string, replies: Replies, talk: BenchTalk): void {
  expect({ said, replies: replies.length > 0 && replies.length <= mostBubbles }).toEqual({
    said,
    replies: true,
  });
  for (const { text = '', channelData } of replies) {
    expect({ said, text: text.trim() }).not.toEqual({ said, text: '' });
    // What a citizen types is shown back as typed.
    expect(text.replaceAll(oddText, '')).not.toMatch(
      /undefined|\bNaN\b|\{\{|\[object|\b(?:chat|estimate|lead|voluntary|household|command|button|form|faq|group|mode|smalltalk|time|product|plan|person|span|compare|next|saving|occupation|tax|family|choice|validity|back|missing|matter|several|claim|my_data)[:.][a-z]\w*/,
    );
    // A consent says all that it is given for, and an approved answer is as long as its editors made it.
    const isEstimate = channelData?.estimate !== undefined;
    const asks = channelData?.expects !== undefined && talk.openForm !== 'lead' && talk.openForm !== 'guide';
    if (isEstimate || asks)
      expect({ said, text, fits: text.length <= longestBubble }).toEqual({ said, text, fits: true });
  }
}

function checkLeads(before: State, talk: BenchTalk): void {
  const opened = talk.leads.length - before.leads;
  expect(opened).toBeLessThanOrEqual(before.expects === 'consent' ? 1 : 0);
}

async function checkCommand(talk: BenchTalk, name: CommandName, other: number): Promise<void> {
  const command = pick(commands[name], other) ?? '';
  const form = talk.openForm;
  const replies = await talk.say(command);
  checkReplies(command, replies, talk);
  const state = { command, form: talk.openForm };
  if (name === 'stop' || name === 'restart') expect(state).toEqual({ command, form: undefined });
  else expect(state).toEqual({ command, form });
  if (name === 'restart') expect(textOf(replies)).toMatch(/trợ lý tự động|automated assistant/);
  if (name === 'person') expect(textOf(replies)).toContain('1900 9068');
}

/** What a step back from a question clears; nothing is known of forms that hold names. */
function fillsOf(form: string | undefined, slot: string): readonly string[] {
  const known = [voluntaryForm, planForm, householdForm, validityForm].flatMap(({ id, slots: all }) =>
    all.map(({ name, fills }) => ({ id, name, fills: fills.map(String) })),
  );
  return known.find(({ id, name }) => id === form && name === slot)?.fills ?? [];
}

/** Buttons that every question may have. */
function isWayOut(title: string): boolean {
  return ['Bỏ qua', 'Skip', 'Gặp người', 'Dừng', 'Tiếp tục', 'Làm lại', 'Person', 'Stop'].includes(title);
}

function expectsOf(replies: Replies): string | undefined {
  const expects = replies.at(-1)?.channelData?.expects;
  return typeof expects === 'string' ? expects : undefined;
}

function textOf(replies: Replies): string {
  return replies.map(({ text }) => text ?? '').join('\n');
}

function buttonsOf(replies: Replies): readonly string[] {
  return (replies.at(-1)?.suggestedActions?.actions ?? []).map(({ title }) => title);
}

function pick(choices: readonly string[], index: number): string | undefined {
  return choices[index % Math.max(choices.length, 1)];
}

function sayings(): readonly string[] {
  return [
    ...slots.flatMap(({ answer, wrong }) => [answer, wrong]),
    ...badInputs.flatMap(({ inputs }) => inputs.map(([typed]) => typed)),
    ...corrections.flatMap(({ phrasings }) => phrasings.map(({ say }) => say)),
    ...['Tính tiền BHXH tự nguyện', 'Tính tiền BHYT hộ gia đình', 'Tính lương hưu', 'Nhờ cán bộ gọi'],
    ...[
      'Xem thêm',
      'Vì sao?',
      'So sánh mức',
      'Để dành mỗi ngày',
      'Sang năm thế nào?',
      'tiếp tục',
      'Sửa',
      'Sửa thông tin',
    ],
    ...[
      'Tôi đồng ý',
      'Không đồng ý',
      'đúng',
      'dung',
      'không',
      'ừ',
      'à mức 3 triệu',
      'không ai',
      'có',
      '1',
      '2',
      '3',
    ],
    ...['em 45 tuổi hộ cận nghèo muốn đóng mức 2 triệu, đóng luôn 5 năm', 'nhà em 4 người mua bhyt 1 năm'],
    ...[
      'bhxh tự nguyện là gì',
      'sinh con có được tiền không',
      'khi nào tôi được nghỉ hưu',
      '1981',
      'sang năm có tăng không',
    ],
    ...[
      'đóng bao nhiêu, bao giờ được lương hưu và có được rút không?',
      'thẻ mất thì làm sao? đi khám trái tuyến được mấy phần trăm?',
    ],
    ...[
      '5',
      '12',
      '0',
      '6 tháng',
      'English',
      'tiếng Việt',
      'xóa số của tôi',
      'bạn biết gì về tôi',
      '0912 345',
      'Nhà 4 người',
    ],
    ...[
      'số 0987654321 gọi bảo chuyển tiền có thật không',
      'Kiểm tra số, tin nhắn',
      'http://vssid-gov.top',
      'còn vợ tôi thì sao',
    ],
    ...[
      'cài VssID thế nào',
      'Hướng dẫn từng bước',
      'xong',
      'asdf ghjk',
      '😀',
      'trợ giúp',
      'tạm biệt',
      'cảm ơn',
      'alo',
    ],
    ...[oddText, ' ', 'x'.repeat(1_001), '- 2 triệu', '***', '1'.repeat(40)],
  ];
}
