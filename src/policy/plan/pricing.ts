import { addDays } from '../dates.js';
import type { UsedParameter } from '../lookUp.js';
import type { Remark } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import type { VoluntaryFigures } from '../voluntary/calculation.js';
import { readVoluntaryRules, type VoluntaryRules } from '../voluntary/rules.js';
import { monthsPaid, type VoluntaryGroup } from '../voluntary/situation.js';
import { voluntary } from '../voluntary/voluntary.js';
import type { Payment } from './payments.js';

/** A payment with its amounts, as the estimate of a contribution says them for its day. */
export type Priced = Readonly<{
  payment: Payment;
  /** Đồng a month; the lowest or highest income of the day where the chosen one is outside. */
  income: number;
  period: VoluntaryFigures['period'];
  used: readonly UsedParameter[];
  warnings: readonly Remark[];
}>;

/** Prices payments on any day from the first on. */
export type Pricing = Readonly<{
  rulesOn: (date: string) => VoluntaryRules;
  price: (payment: Payment, income: number, supportedMonths: number) => Priced;
}>;

/**
 * Prices by a table that holds a value for every day asked. Payments of the same kind under the same law are priced once:
 * a plan for forty years holds hundreds of equal months.
 */
export function createPricing(
  table: ParameterTable,
  { groups, province }: Readonly<{ groups: readonly VoluntaryGroup[]; province: string | undefined }>,
): Pricing {
  const days = changeDays(table, province);
  const eras = new Map<string, number>();
  const eraOf = (date: string): number =>
    remembered(eras, date, () => days.filter((day) => day <= date).length);
  const rules = new Map<number, VoluntaryRules>();
  const amounts = new Map<string, Omit<Priced, 'payment'>>();

  const rulesOn = (date: string): VoluntaryRules =>
    remembered(rules, eraOf(date), () => {
      const read = readVoluntaryRules(table, { date, groups, mode: 'monthly' });
      if (read.status === 'found') return read.rules;
      throw new Error(`The table is not projected: ${read.unknown.map(({ id }) => id).join(', ')}.`);
    });

  const price = (payment: Payment, chosen: number, supportedMonths: number): Priced => {
    const { date, mode, years, months } = payment;
    const { floor, ceiling, supportMaxMonths } = rulesOn(date);
    const income = Math.min(ceiling, Math.max(floor, chosen));
    const supportLeft = Math.max(0, supportMaxMonths - supportedMonths);
    const length = monthsPaid(mode, { years, months }) ?? months;
    const key = [eraOf(date), mode, months, income, Math.min(length, supportLeft)].join(' ');
    const amount = remembered(amounts, key, () => {
      const outcome = voluntary(
        { date, income, groups, mode, years, months, province, supportedMonths },
        table,
      );
      if (outcome.status !== 'amount') throw new Error(`No amount on ${date}: ${outcome.status}.`);
      const { figures, parameters, warnings } = outcome;
      return { income, period: figures.period, used: parameters, warnings };
    });
    return { payment, ...amount };
  };
  return { rulesOn, price };
}

/** The days from which another row of the table may count for a contribution. */
function changeDays(table: ParameterTable, province: string | undefined): readonly string[] {
  const rows = [
    ...[...table.parameters.values()]
      .filter(({ id }) => id.startsWith('vsi.') || contributionIds.includes(id))
      .flatMap(({ values }) => values),
    ...table.localSupport.filter((row) => row.scheme === 'vsi' && row.province === province),
  ];
  return [...new Set(rows.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)])))];
}

const contributionIds = ['poverty_line.rural', 'reference_level'];

function remembered<Key, Value>(memory: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
}
