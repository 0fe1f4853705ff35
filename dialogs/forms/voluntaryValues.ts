import { z } from 'zod';
import { readGroups, readMode, readMoney, readMonths } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { readRelation, relations } from '../family/relations.js';
import { occupationIn } from '../occupation/occupationSlots.js';
import { amountOf, ceilingIncome, floorIncome } from '../tableValues.js';
import { factsSchema } from '../told/facts.js';
import { withoutBusiness } from '../told/readFacts.js';

const modeNames = ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance', 'arrears'] as const;

/** What an estimate of voluntary social insurance is made of. */
export const voluntaryValuesSchema = factsSchema
  .pick({ occupation: true, tax: true, income: true, groups: true })
  .extend({
    /** For whom it is; the citizen when left out. */
    person: z.enum(relations).optional(),
    /** The occupation was left open. */
    occupationOpen: z.boolean().optional(),
    /** The group was left open: the lowest support is taken, and told. */
    groupOpen: z.boolean().optional(),
    mode: z.enum(modeNames).optional(),
    years: z.number().optional(),
    months: z.number().optional(),
  });
export type VoluntaryValues = z.infer<typeof voluntaryValuesSchema>;

/** Whatever a message tells of an estimate: income, group, way to pay. Nothing is assumed. */
export function readVoluntaryValues(turn: ChatTurn): VoluntaryValues {
  const money = readMoney(turn.told);
  const groups = readGroups(withoutBusiness(turn.told));
  // "nam" alone is rather a man or a number than a way to pay.
  const mode = readMode(turn.plain.includes(' ') ? turn.told : '');
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

/** What an estimate for the citizen can start from: everything told so far, and this message. */
export function startOfVoluntary(turn: ChatTurn): Partial<VoluntaryValues> {
  const now = { ...occupationIn(turn), ...readVoluntaryValues(turn) };
  const person = readRelation(turn);
  if (person !== undefined) return { ...now, person };
  const { occupation, tax, groups, income } = turn.memory.told;
  const fitting = income !== undefined && fits(turn, income) ? { income } : {};
  return { occupation, tax, groups, ...fitting, ...now };
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

/** Most months that may be paid at once when of age. */
export function mostArrears(turn: ChatTurn): number {
  return amountOf(turn, 'vsi.arrears.max_months');
}

function fits(turn: ChatTurn, amount: number): boolean {
  return amount >= floorIncome(turn) && amount <= ceilingIncome(turn);
}
