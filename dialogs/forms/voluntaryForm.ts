import { z } from 'zod';
import { estimateVoluntary, type VoluntaryInput } from '../../src/estimates/index.js';
import { formatNumber, formatVnd } from '../../src/i18n/index.js';
import {
  readChoice,
  readGroups,
  readLocality,
  readMode,
  readMoney,
  readMonths,
  readYears,
} from '../../src/language/index.js';
import { figure, type VoluntaryGroup, type VoluntaryMode } from '../../src/policy/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { sayVoluntaryEstimate } from '../sayEstimate.js';
import type { Form, Slot } from './Form.js';

const groupNames = ['poor', 'near_poor', 'ethnic_minority', 'island'] as const;
const modeNames = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance', 'arrears'] as const;

const valuesSchema = z.object({
  income: z.number().optional(),
  groups: z.array(z.enum(groupNames)).optional(),
  mode: z.enum(modeNames).optional(),
  years: z.number().optional(),
  months: z.number().optional(),
});
export type VoluntaryValues = z.infer<typeof valuesSchema>;

/** Round amounts beside the lowest that people choose most; not figures of the law. */
const exampleIncomes = [2_000_000, 3_000_000, 5_000_000];
const offeredGroups = ['poor', 'near_poor', 'ethnic_minority', 'none'] as const;
const offeredModes = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance'] as const;

/** Income, group, way to pay: what an estimate of voluntary social insurance needs. */
export const voluntaryForm: Form<VoluntaryValues> = {
  id: 'voluntary',
  schema: valuesSchema,
  slots: [incomeSlot(), groupsSlot(), modeSlot(), yearsSlot(), monthsSlot()],
  overhear: (turn) => readVoluntaryValues(turn),
  holdsPersonal: () => false,
  finish: async (turn, values) => {
    const input: VoluntaryInput = { ...values, locale: turn.memory.locale };
    const estimate = estimateVoluntary(input, turn.estimateDeps);
    await sayVoluntaryEstimate(turn, input, estimate);
  },
};

/** Whatever a message tells of an estimate: income, group, way to pay. Nothing is assumed. */
export function readVoluntaryValues(turn: ChatTurn): VoluntaryValues {
  const money = readMoney(turn.told);
  const groups = readGroups(turn.told);
  const mode = readMode(turn.told);
  // "bao nhiêu một tháng" alone asks for a price; with an income of one's own it chooses to pay by the month.
  const saysMonthly = money.status === 'value' || /\b(?:tung|hang|moi) thang\b/.test(turn.plain);
  const asksGenerally = mode.status === 'value' && mode.value.mode === 'monthly' && !saysMonthly;
  return {
    ...(money.status === 'value' && fits(turn, money.value) ? { income: money.value } : {}),
    ...(groups.status === 'value' ? { groups: [...groups.value] } : {}),
    ...(mode.status === 'value' && !asksGenerally ? { mode: mode.value.mode } : {}),
    ...(mode.status === 'value' && mode.value.years !== undefined ? { years: mode.value.years } : {}),
    ...(mode.status === 'value' && mode.value.mode === 'arrears' ? missingMonths(turn) : {}),
  };
}

/** "đóng bù 18 tháng còn thiếu" tells how many months with the way to pay. */
function missingMonths(turn: ChatTurn): Pick<VoluntaryValues, 'months'> {
  const months = readMonths(turn.told);
  const fitting =
    months.status === 'value' &&
    Number.isInteger(months.value) &&
    months.value >= 1 &&
    months.value <= mostArrears(turn);
  return fitting ? { months: months.value } : {};
}

/** The province a message names, as estimates want it; for local support. */
export function readProvince(text: string): string | undefined {
  const reading = readLocality(text);
  return reading.status === 'value' ? reading.value.province : undefined;
}

function incomeSlot(): Slot<VoluntaryValues> {
  return {
    name: 'income',
    expects: 'income',
    fills: ['income'],
    wanted: ({ income }) => income === undefined,
    ask: (turn) => {
      const lowest = floor(turn);
      return {
        text: turn.t('voluntary.income'),
        choices: [
          turn.button('lowest', { amount: formatVnd(lowest) }),
          ...exampleIncomes
            .filter((amount) => amount > lowest)
            .map((amount) => ({ title: formatVnd(amount) })),
        ],
      };
    },
    read: (turn) => {
      const lowest = floor(turn);
      const highest = ceiling(turn);
      // English words are looked for as typed: the plain form is made for Vietnamese.
      if (
        /\b(?:thap nhat|toi thieu|it nhat|re nhat)\b/.test(turn.plain) ||
        /\b(?:lowest|minimum|least)\b/i.test(turn.text)
      )
        return filled({ income: lowest });
      if (/\b(?:cao nhat|toi da|nhieu nhat)\b/.test(turn.plain) || /\b(?:highest|maximum)\b/i.test(turn.text))
        return filled({ income: highest });
      const money = readMoney(turn.told);
      const bounds = { floor: formatVnd(lowest), ceiling: formatVnd(highest) };
      if (money.status === 'none') return { status: 'missed', hint: turn.t('voluntary.income_missed') };
      if (money.status === 'range') {
        return {
          status: 'missed',
          hint: turn.t('voluntary.income_range', { from: formatVnd(money.from), to: formatVnd(money.to) }),
        };
      }
      if (money.status === 'unclear') {
        const suggestion = money.suggestion === undefined ? undefined : formatVnd(money.suggestion);
        return {
          status: 'missed',
          hint:
            suggestion === undefined
              ? turn.t('voluntary.income_missed')
              : turn.t('voluntary.income_unclear', { amount: suggestion }),
        };
      }
      if (money.value < lowest) {
        return {
          status: 'missed',
          hint: turn.t('voluntary.income_low', { amount: formatVnd(money.value), ...bounds }),
        };
      }
      if (money.value > highest) {
        return {
          status: 'missed',
          hint: turn.t('voluntary.income_high', { amount: formatVnd(money.value), ...bounds }),
        };
      }
      return filled({ income: money.value });
    },
  };
}

function groupsSlot(): Slot<VoluntaryValues> {
  return {
    name: 'groups',
    expects: 'group',
    fills: ['groups'],
    wanted: ({ groups }) => groups === undefined,
    ask: (turn) => ({
      text: turn.t('voluntary.group'),
      choices: offeredGroups.map((name) => ({ title: turn.t(`group.${name}`) })),
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        offeredGroups.map((value) => ({ value, label: turn.t(`group.${value}`) })),
      );
      if (choice.status === 'value') return filled({ groups: choice.value === 'none' ? [] : [choice.value] });
      const groups = readGroups(turn.told);
      if (groups.status === 'value') return filled({ groups: [...groups.value] satisfies VoluntaryGroup[] });
      return { status: 'missed', hint: turn.t('voluntary.group_missed') };
    },
  };
}

function modeSlot(): Slot<VoluntaryValues> {
  return {
    name: 'mode',
    expects: 'mode',
    fills: ['mode', 'years', 'months'],
    wanted: ({ mode }) => mode === undefined,
    ask: (turn) => ({
      text: turn.t('voluntary.mode'),
      choices: offeredModes.map((name) => ({ title: turn.t(`mode.${name}`) })),
    }),
    read: (turn) => {
      const choice = readChoice(
        turn.text,
        offeredModes.map((value) => ({ value, label: turn.t(`mode.${value}`) })),
      );
      const mode = readMode(turn.told);
      if (mode.status === 'value') {
        const { years } = mode.value;
        return filled({
          mode: mode.value.mode satisfies VoluntaryMode,
          ...(years === undefined ? {} : { years }),
        });
      }
      if (choice.status === 'value') return filled({ mode: choice.value });
      return {
        status: 'missed',
        hint: turn.t(mode.status === 'unclear' ? 'voluntary.mode_unclear' : 'voluntary.mode_missed'),
      };
    },
  };
}

function yearsSlot(): Slot<VoluntaryValues> {
  return {
    name: 'years',
    expects: 'years',
    fills: ['years'],
    wanted: ({ mode, years }) => mode === 'advance' && years === undefined,
    ask: (turn) => {
      const { fewest, most } = yearsAhead(turn);
      return {
        text: turn.t('voluntary.years'),
        choices: Array.from({ length: most - fewest + 1 }, (_, index) => ({
          title: turn.t('voluntary.years_choice', { years: fewest + index }),
        })),
      };
    },
    read: (turn) => {
      const { fewest, most } = yearsAhead(turn);
      const years = readYears(turn.told);
      if (
        years.status === 'value' &&
        Number.isInteger(years.value) &&
        years.value >= fewest &&
        years.value <= most
      ) {
        return filled({ years: years.value });
      }
      return { status: 'missed', hint: turn.t('voluntary.years_missed', { fewest, most }) };
    },
  };
}

function monthsSlot(): Slot<VoluntaryValues> {
  return {
    name: 'months',
    expects: 'months',
    fills: ['months'],
    wanted: ({ mode, months }) => mode === 'arrears' && months === undefined,
    ask: (turn) => ({ text: turn.t('voluntary.months', { most: mostArrears(turn) }), choices: [] }),
    read: (turn) => {
      const most = mostArrears(turn);
      const months = readMonths(turn.told);
      if (
        months.status === 'value' &&
        Number.isInteger(months.value) &&
        months.value >= 1 &&
        months.value <= most
      ) {
        return filled({ months: months.value });
      }
      return { status: 'missed', hint: turn.t('voluntary.months_missed', { most: formatNumber(most) }) };
    },
  };
}

function filled(values: Partial<VoluntaryValues>) {
  return { status: 'filled', values } as const;
}

function fits(turn: ChatTurn, amount: number): boolean {
  return amount >= floor(turn) && amount <= ceiling(turn);
}

function floor(turn: ChatTurn): number {
  return amountOf(turn, 'figure.vsi.floor_income');
}

function ceiling(turn: ChatTurn): number {
  return amountOf(turn, 'figure.vsi.ceiling_income');
}

function yearsAhead(turn: ChatTurn): Readonly<{ fewest: number; most: number }> {
  return { fewest: amountOf(turn, 'vsi.advance.min_years'), most: amountOf(turn, 'vsi.advance.max_years') };
}

function mostArrears(turn: ChatTurn): number {
  return amountOf(turn, 'vsi.arrears.max_months');
}

/** A number of the table on the turn's day. The content is checked for these at start, so a missing one is a bug. */
function amountOf(turn: ChatTurn, reference: string): number {
  const found = figure(turn.scope.content.table, reference, turn.scope.today);
  if (found.status !== 'found' || typeof found.value !== 'number')
    throw new Error(`${reference} has no value today.`);
  return found.value;
}
