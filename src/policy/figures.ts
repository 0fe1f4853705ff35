import type { ParameterUnit } from './ParameterTable.js';
import { roundedProduct } from './roundedProduct.js';

/** A figure that follows from parameters of the same day. */
export type FigureDefinition = Readonly<{
  unit: ParameterUnit;
  parameters: readonly string[];
  compute: (value: (id: string) => number) => number;
}>;

type ValueOf = (id: string) => number;

const DAYS_PER_MONTH = 30;
const MONTHS_PER_YEAR = 12;
const HOUSEHOLD_SIZES = 7;

const subsidyGroups = ['poor', 'island', 'near_poor', 'ethnic_minority', 'other'];
const supportGroups = [
  'near_poor',
  'near_poor_poor_commune',
  'student',
  'farm',
  'ethnic_left',
  'village',
  'trafficking',
  'mine_victim',
];
const ladder = ['p1', 'p2', 'p3', 'p4', 'p5'];
const periods = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: MONTHS_PER_YEAR };

const floorIds = ['poverty_line.rural', 'vsi.income_floor_multiple'];
const floorGrossIds = [...floorIds, 'vsi.rate'];
const ceilingIds = ['reference_level', 'vsi.income_cap_multiple'];
const fullHealthIds = ['reference_level', 'hhi.rate'];

const floorFactors = (value: ValueOf): number[] => floorIds.map(value);
const floorGross = (value: ValueOf): number =>
  roundedProduct({ factors: floorFactors(value), percents: [value('vsi.rate')] });
const subsidy = (value: ValueOf, group: string): number =>
  roundedProduct({
    factors: [value('poverty_line.rural')],
    percents: [value('vsi.rate'), value(`vsi.subsidy.${group}`)],
  });
const member = (value: ValueOf, rank: string, months: number): number =>
  roundedProduct({
    factors: [value('reference_level'), months],
    percents: [value('hhi.rate'), value(`hhi.ladder.${rank}`)],
  });
const support = (value: ValueOf, group: string, months: number): number =>
  roundedProduct({
    factors: [value('reference_level'), months],
    percents: [value('hhi.rate'), value(`hhi.support.${group}`)],
  });
const fullHealth = (value: ValueOf, months: number): number =>
  roundedProduct({ factors: [value('reference_level'), months], percents: [value('hhi.rate')] });

/** Every derived figure by its reference, as FAQ texts name it; all in đồng. */
export const figureDefinitions: ReadonlyMap<string, FigureDefinition> = new Map([
  define('figure.vsi.floor_income', floorIds, (value) => roundedProduct({ factors: floorFactors(value) })),
  define('figure.vsi.floor_gross', floorGrossIds, floorGross),
  define('figure.vsi.ceiling_income', ceilingIds, (value) =>
    roundedProduct({ factors: ceilingIds.map(value) }),
  ),
  define('figure.vsi.ceiling_gross', [...ceilingIds, 'vsi.rate'], (value) =>
    roundedProduct({ factors: ceilingIds.map(value), percents: [value('vsi.rate')] }),
  ),
  ...subsidyGroups.flatMap((group) => {
    const ids = [...floorGrossIds, `vsi.subsidy.${group}`];
    const floorPay = (value: ValueOf): number => floorGross(value) - subsidy(value, group);
    return [
      define(`figure.vsi.subsidy.${group}`, ids, (value) => subsidy(value, group)),
      define(`figure.vsi.floor_pay.${group}`, ids, floorPay),
      define(`figure.vsi.daily_saving.${group}`, ids, (value) => Math.ceil(floorPay(value) / DAYS_PER_MONTH)),
    ];
  }),
  ...Object.entries(periods).flatMap(([period, months]) =>
    ladder.map((rank) =>
      define(`figure.hhi.${period}.${rank}`, [...fullHealthIds, `hhi.ladder.${rank}`], (value) =>
        member(value, rank, months),
      ),
    ),
  ),
  ...Array.from({ length: HOUSEHOLD_SIZES }, (_, index) => index + 1).map((size) => {
    const ranks = Array.from(
      { length: size },
      (_, index) => ladder[Math.min(index, ladder.length - 1)] ?? 'p1',
    );
    const ids = [...fullHealthIds, ...new Set(ranks.map((rank) => `hhi.ladder.${rank}`))];
    return define(`figure.hhi.household_yearly.n${size}`, ids, (value) =>
      ranks.reduce((sum, rank) => sum + member(value, rank, MONTHS_PER_YEAR), 0),
    );
  }),
  ...supportGroups.flatMap((group) => {
    const ids = [...fullHealthIds, `hhi.support.${group}`];
    const pay = (months: number) => (value: ValueOf) =>
      fullHealth(value, months) - support(value, group, months);
    return [
      define(`figure.hhi.support_state_monthly.${group}`, ids, (value) => support(value, group, 1)),
      define(`figure.hhi.support_state_yearly.${group}`, ids, (value) =>
        support(value, group, MONTHS_PER_YEAR),
      ),
      define(`figure.hhi.support_pay_monthly.${group}`, ids, pay(1)),
      define(`figure.hhi.support_pay_yearly.${group}`, ids, pay(MONTHS_PER_YEAR)),
    ];
  }),
  define('figure.hhi.small_visit', ['reference_level', 'hhi.small_visit_percent'], (value) =>
    roundedProduct({ factors: [value('reference_level')], percents: [value('hhi.small_visit_percent')] }),
  ),
  define('figure.hhi.copay_cap', ['reference_level', 'hhi.copay_cap_multiple'], (value) =>
    roundedProduct({ factors: [value('reference_level'), value('hhi.copay_cap_multiple')] }),
  ),
  define('figure.funeral.amount', ['reference_level', 'funeral.multiple'], (value) =>
    roundedProduct({ factors: [value('reference_level'), value('funeral.multiple')] }),
  ),
]);

function define(
  reference: string,
  parameters: readonly string[],
  compute: FigureDefinition['compute'],
): readonly [string, FigureDefinition] {
  return [reference, { unit: 'vnd', parameters, compute }];
}
