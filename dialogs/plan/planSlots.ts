import {
  readAge,
  readChoice,
  readGroups,
  readMoney,
  readMonths,
  readSex,
  type Sex,
} from '../../src/language/index.js';
import { estimateComparison } from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { Slot, SlotReading } from '../forms/Form.js';
import { namesOf } from '../say/persons.js';
import { ceilingIncome, floorIncome } from '../tableValues.js';
import { withoutBusiness } from '../told/readFacts.js';
import { birthFromAge, readBirthday, toBirth, yearsOfAge } from '../told/readBirthday.js';
import { correctedBirth, correctedSaving } from './correctedPlan.js';
import type { PlanValues, Skipped } from './planValues.js';

const sexes = ['male', 'female'] as const;
const offeredGroups = ['poor', 'near_poor', 'ethnic_minority', 'none'] as const;
/** Two digits alone may be an age or the end of a year. */
const bareNumber = /^\D{0,3}(\d{1,2})\D{0,3}$/;
/** Levels offered with what each costs a month. */
const offeredLevels = 3;

/** What a plan asks, what matters most for the figure first. */
export const planSlots: readonly Slot<PlanValues>[] = [
  sexSlot(),
  birthSlot(),
  paidSlot(),
  groupsSlot(),
  savingSlot(),
];

/** Sex and birth belong together: either may come first or both at once. */
function sexSlot(): Slot<PlanValues> {
  return {
    name: 'sex',
    expects: 'sex',
    missing: 'sex',
    named: /^(?:gioi tinh|phai|my sex|sex|gender)\b/,
    fills: ['sex'],
    wanted: ({ sex }) => sex === undefined,
    ask: (turn, { person, birth, birthMonth, age }) => ({
      text: turn.t(sexQuestion(birth ?? birthMonth, age), { ...namesOf(turn, person, undefined) }),
      choices: sexes.map((sex) => ({ title: turn.t(`sex.${sex}`) })),
    }),
    read: (turn, values) => {
      const sex = readAnswer(turn.text);
      if (sex === undefined) return { status: 'missed', hint: turn.t('plan.sex_missed') };
      return filled({ sex, ...(values.birth === undefined ? readBirthOf(turn, values) : {}) });
    },
  };
}

/** "nam 5/1976" in answer to this question is a man, though elsewhere it would be a year. */
function readAnswer(text: string): Sex | undefined {
  const sex = readSex(text);
  if (sex.status === 'value') return sex.value;
  return /^\s*nam\b/i.test(text) ? 'male' : undefined;
}

function sexQuestion(birth: string | number | undefined, age: number | undefined): string {
  if (birth !== undefined) return 'plan.sex';
  return age === undefined ? 'plan.sex_and_birth' : 'plan.sex_and_month';
}

function birthSlot(): Slot<PlanValues> {
  return {
    name: 'birth',
    expects: 'birth',
    missing: 'birth',
    named:
      /^(?:tuoi|so tuoi|(?:ngay thang |ngay |thang |thang nam |nam )?sinh(?: nam| thang| ngay)?|my age|age|my birth\w*|birth\w*|(?:month|year) of birth)\b/,
    corrected: correctedBirth,
    fills: ['birth', 'birthMonth', 'age'],
    wanted: ({ birth }) => birth === undefined,
    ask: (turn, { person, sex, birthMonth, age }) => {
      const names = namesOf(turn, person, sex);
      const years = age === undefined ? [] : yearsOfAge(turn.scope.today, age);
      const choices = years.map((year) => ({ title: String(year) }));
      if (birthMonth !== undefined)
        return { text: turn.t('plan.birth_year', { ...names, month: birthMonth }), choices };
      const [year, before] = years;
      if (age === undefined || year === undefined || before === undefined)
        return { text: turn.t('plan.birth', names), choices };
      return {
        text: turn.t('plan.birth_of_age', { ...names, age, year, before }),
        choices: [...choices, turn.button('skip')],
      };
    },
    read: (turn, values) => {
      const missed = { status: 'missed', hint: turn.t('plan.birth_missed') } as const;
      const number = bareNumber.exec(turn.plain)?.[1];
      if (number !== undefined) return { status: 'missed', hint: turn.t('plan.birth_or_age', { number }) };
      const told = readBirthOf(turn, values);
      if (Object.keys(told).length > 0) return filled(told);
      const age = readAge(turn.told);
      return age.status === 'value' && age.value !== values.age ? filled({ age: age.value }) : missed;
    },
    // The year that an age gives may be one too late; the assumption about the month is told with the result.
    skip: ({ scope }, { age }) =>
      age === undefined ? undefined : { birth: String(yearsOfAge(scope.today, age)[0]) },
  };
}

/** What a message tells of a birth, put together with what was known of it. */
function readBirthOf(turn: ChatTurn, { age, birthMonth }: PlanValues): Partial<PlanValues> {
  const { birth, birthMonth: month = birthMonth } = readBirthday(turn);
  const done = (whole: string): Partial<PlanValues> => ({
    birth: whole,
    birthMonth: undefined,
    age: undefined,
  });
  if (birth !== undefined) {
    const isYear = !birth.includes('-');
    return done(isYear && birthMonth !== undefined ? toBirth(Number(birth), birthMonth) : birth);
  }
  if (month === undefined || month === birthMonth) return {};
  const whole = age === undefined ? undefined : birthFromAge(turn.scope.today, age, month);
  return whole === undefined ? { birthMonth: month } : done(whole);
}

function paidSlot(): Slot<PlanValues> {
  return {
    name: 'paid',
    expects: 'months',
    missing: 'paid',
    named:
      /^(?:thoi gian (?:da |tham gia )?(?:dong|bhxh)?|so nam (?:da )?dong|so thang (?:da )?dong|da dong(?: duoc)?|nam dong|thang dong|months paid|years paid|time paid|paid)\b/,
    fills: ['monthsPaid'],
    wanted: ({ want, monthsPaid, skipped }) =>
      want === 'plan' && monthsPaid === undefined && !skipped.includes('monthsPaid'),
    ask: (turn, { person, sex }) => ({
      text: turn.t('plan.months_paid', namesOf(turn, person, sex)),
      choices: [turn.button('never_paid'), turn.button('skip')],
    }),
    read: (turn) => {
      const isNone =
        /^(?:da |a |em |toi |tui )*(?:chua|khong|ko|k|no|none|not yet|never)(?: (?:dong|co|tung|a|lan nao))*$/;
      if (turn.says('never_paid') || isNone.test(turn.plain)) return filled({ monthsPaid: 0 });
      const missed = { status: 'missed', hint: turn.t('plan.months_paid_missed') } as const;
      // A number alone may be years or months.
      if (bareNumber.test(turn.plain)) return missed;
      const months = readMonths(turn.told);
      const isTime = months.status === 'value' && Number.isInteger(months.value) && !/[/]/.test(turn.text);
      return isTime ? filled({ monthsPaid: months.value }) : missed;
    },
    skip: (_turn, values) => leaveOpen(values, 'monthsPaid'),
  };
}

function groupsSlot(): Slot<PlanValues> {
  return {
    name: 'groups',
    expects: 'group',
    missing: 'groups',
    named: /^(?:dien(?: ho tro)?|ho tro|doi tuong|nhom|my group|the group|group)\b/,
    fills: ['groups'],
    wanted: ({ want, groups, skipped }) =>
      want === 'plan' && groups === undefined && !skipped.includes('groups'),
    ask: (turn) => ({
      text: turn.t('voluntary.group'),
      choices: [...offeredGroups.map((name) => ({ title: turn.t(`group.${name}`) })), turn.button('skip')],
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        offeredGroups.map((value) => ({ value, label: turn.t(`group.${value}`) })),
      );
      if (choice.status === 'value') return filled({ groups: choice.value === 'none' ? [] : [choice.value] });
      const groups = readGroups(withoutBusiness(turn.told));
      if (groups.status === 'value') return filled({ groups: [...groups.value] });
      return { status: 'missed', hint: turn.t('voluntary.group_missed') };
    },
    skip: (_turn, values) => leaveOpen(values, 'groups'),
  };
}

/** How much can be put aside; the buttons say what the usual levels cost this person a month. */
function savingSlot(): Slot<PlanValues> {
  return {
    name: 'saving',
    expects: 'income',
    missing: 'saving',
    named:
      /^(?:so tien(?: de danh)?|tien(?: de danh)?|de danh|tiet kiem|muc(?: (?:dong|thu nhap|tien))?|thu nhap|my savings|savings|saving|income|level)\b/,
    corrected: correctedSaving,
    fills: ['budget', 'income'],
    wanted: ({ want, budget, income, skipped }) =>
      want === 'plan' && budget === undefined && income === undefined && !skipped.includes('budget'),
    ask: (turn, values) => {
      const [lowest, ...others] = monthlyPays(turn, values);
      return {
        text: turn.t('plan.saving', namesOf(turn, values.person, values.sex)),
        choices: [
          ...(lowest === undefined ? [] : [turn.button('saving_lowest', { amount: formatVnd(lowest) })]),
          ...others.map((amount) => ({ title: formatVnd(amount) })),
          turn.button('skip'),
        ],
      };
    },
    read: (turn, values) => {
      const missed = { status: 'missed', hint: turn.t('plan.saving_missed') } as const;
      const [lowest] = monthlyPays(turn, values);
      const saysLowest = /\b(?:thap nhat|it nhat|toi thieu|re nhat)\b/.test(turn.plain);
      const money = readMoney(turn.told);
      if (lowest !== undefined && saysLowest) return filled({ income: floorIncome(turn) });
      if (money.status !== 'value' || money.per === 'day' || money.per === 'year') return missed;
      const isIncome = /\b(?:muc|thu nhap)\b/.test(turn.plain) || /\bincome\b/i.test(turn.text);
      if (!isIncome) return filled({ budget: money.value });
      const [floor, ceiling] = [floorIncome(turn), ceilingIncome(turn)];
      if (money.value >= floor && money.value <= ceiling) return filled({ income: money.value });
      const bounds = { amount: formatVnd(money.value), floor: formatVnd(floor), ceiling: formatVnd(ceiling) };
      const key = money.value < floor ? 'voluntary.income_low' : 'voluntary.income_high';
      return { status: 'missed', hint: turn.t(key, bounds) };
    },
    skip: (_turn, values) => leaveOpen(values, 'budget'),
  };
}

/** What the usual levels cost this person a month, cheapest first. */
function monthlyPays(turn: ChatTurn, { groups = [] }: PlanValues): readonly number[] {
  const compared = estimateComparison({ groups }, turn.estimateDeps);
  if (compared.status !== 'amount') return [];
  return compared.levels
    .slice(0, offeredLevels)
    .flatMap(({ cells }) => cells.find(({ mode }) => mode === 'monthly')?.amounts?.pay ?? []);
}

function leaveOpen({ skipped }: PlanValues, name: Skipped): Partial<PlanValues> {
  return { skipped: [...new Set([...skipped, name])] };
}

function filled(values: Partial<PlanValues>): SlotReading<PlanValues> {
  return { status: 'filled', values };
}
