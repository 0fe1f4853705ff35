import { addMonths, monthOf } from '../dates.js';
import { day, money, month, number, percent, type Remark } from '../Outcome.js';
import { healthCard } from '../pension/remarks.js';
import type { PlannedOption } from './option.js';
import type { Planned } from './planned.js';
import { projectedRows } from './projection.js';

/** What was taken for granted because nobody said otherwise or nobody can know it yet. */
export function planAssumptions(planned: Planned): Remark[] {
  const { situation, table, options } = planned;
  const { date, birth, birthYearOnly, monthsPaid, averageIncome, supportedMonthsTold } = situation;
  const assumptions: Remark[] = [];
  if (birthYearOnly) assumptions.push({ code: 'birth_year_only', operands: { birth: month(birth) } });
  const card = healthCard(date, table);
  if (card !== undefined) {
    assumptions.push({ code: 'pension_health_card', operands: { percent: percent(card.percent) } });
  }
  if (options.length === 0) return assumptions;
  assumptions.push({ code: 'plan_without_gap', operands: { date: day(date) } });
  if (monthsPaid > 0 && averageIncome === undefined) {
    assumptions.push({ code: 'plan_paid_months_alike', operands: { months: number(monthsPaid) } });
  }
  if (monthsPaid > 0 && !supportedMonthsTold) {
    assumptions.push({ code: 'plan_paid_months_supported', operands: { months: number(monthsPaid) } });
  }
  return [...assumptions, ...changedIncomes(options)];
}

/** An income outside the range of a later day is paid at its limit: told once for each income and limit. */
function changedIncomes(options: readonly PlannedOption[]): Remark[] {
  const changes = options.flatMap(({ figures: { income }, changed }) =>
    changed.map(({ date, income: limit }) => ({ income, limit, date })),
  );
  const first = new Map<string, (typeof changes)[number]>();
  for (const each of changes.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    const key = `${each.income} ${each.limit}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()].map(({ income, limit, date }) => ({
    code: limit > income ? 'plan_income_raised' : 'plan_income_lowered',
    operands: { income: money(income), limit: money(limit), from: month(monthOf(date)) },
  }));
}

/** Everything doubtful or easily overlooked about a plan. */
export function planWarnings(planned: Planned): Remark[] {
  if (planned.options.length === 0) {
    return planned.age.warnings.filter(({ code }) => code === 'pension_start_may_be_earlier');
  }
  return [
    ...projectionWarnings(planned),
    ...pathWarnings(planned),
    ...supportWarnings(planned),
    ...budgetWarnings(planned),
    ...waitingWarnings(planned),
    ...advanceWarnings(planned),
    ...contributionWarnings(planned),
  ];
}

function projectionWarnings({ situation, table, options, waiting }: Planned): Remark[] {
  const all = [...options, ...(waiting === null ? [] : [waiting.planned])];
  return [
    { code: 'plan_projection', operands: { date: day(situation.date) } },
    ...projectedRows(
      table,
      all.flatMap(({ used }) => used),
    ).map(({ id, knownUntil }): Remark => ({
      code: 'plan_value_projected',
      operands: { parameter: { kind: 'parameter', value: id }, until: day(knownUntil) },
    })),
  ];
}

function pathWarnings({ path }: Planned): Remark[] {
  const { enoughFrom, withoutArrearsFrom } = path;
  return [
    ...(enoughFrom === null ? [] : [{ code: 'plan_enough_earlier', operands: { from: month(enoughFrom) } }]),
    ...(withoutArrearsFrom === null
      ? []
      : [{ code: 'plan_without_arrears', operands: { from: day(withoutArrearsFrom) } }]),
  ];
}

function supportWarnings({ situation, rules, path }: Planned): Remark[] {
  const left = Math.max(0, rules.supportMaxMonths - situation.supportedMonths);
  if (rules.support === 0 || left >= path.payMonths) return [];
  const operands = {
    max: number(rules.supportMaxMonths),
    from: month(addMonths(monthOf(situation.date), left)),
  };
  return [{ code: 'plan_support_ends', operands }];
}

function budgetWarnings({ situation, budgetIncome, options }: Planned): Remark[] {
  const { budget } = situation;
  if (budget === undefined) return [];
  if (budgetIncome === null)
    return [{ code: 'plan_budget_below_floor', operands: { budget: money(budget) } }];
  const monthly = options.find(
    ({ figures }) => figures.income === budgetIncome && figures.mode === 'monthly',
  );
  const highest = monthly?.figures.highestPerMonth ?? 0;
  if (highest <= budget) return [];
  const operands = { income: money(budgetIncome), pay: money(highest), budget: money(budget) };
  return [{ code: 'plan_budget_exceeded_later', operands }];
}

/** Months that waiting costs make the pension later, or lower. */
function waitingWarnings({ waiting }: Planned): Remark[] {
  if (waiting === null) return [];
  const { startsOn, pensionLaterMonths, pensionDifference } = waiting.figures;
  const from = day(startsOn);
  return [
    ...(pensionLaterMonths > 0
      ? [{ code: 'plan_waiting_later', operands: { from, months: number(pensionLaterMonths) } }]
      : []),
    ...(pensionDifference < 0
      ? [{ code: 'plan_waiting_lower', operands: { from, amount: money(-pensionDifference) } }]
      : []),
  ];
}

function advanceWarnings({ advance, options }: Planned): Remark[] {
  const [unknown] = advance.unknown;
  if (unknown !== undefined) {
    const parameter = { kind: 'parameter', value: unknown.id } as const;
    return [{ code: 'plan_advance_unpriced', operands: { parameter, date: day(unknown.date) } }];
  }
  const isFollowed = options.some(
    ({ figures: { mode, segments } }) =>
      mode === 'advance' &&
      segments.some((segment) => segment.mode === 'yearly' || segment.mode === 'monthly'),
  );
  return isFollowed ? [{ code: 'plan_advance_once', operands: { years: number(advance.years) } }] : [];
}

/** Doubts of single contributions and of the pension that hold for a plan as well; the others speak of one payment. */
const kept = [
  'advance_return_unconfirmed',
  'advance_support_nominal',
  'arrears_support_doubtful',
  'arrears_return_unconfirmed',
  'local_support_unknown',
  'local_support_condition',
  'local_support_doubtful',
  'local_support_limit_doubtful',
  'earlier_months_doubtful',
  'island_list_doubtful',
  'income_below_next_floor',
  'income_step_doubtful',
  'old_joiner_possible',
];

function contributionWarnings({ situation, options }: Planned): Remark[] {
  const found = options
    .flatMap(({ warnings }) => warnings)
    .filter(({ code }) => kept.includes(code))
    // Later payments of the plan follow its own months, which nobody doubts.
    .filter(({ code }) => code !== 'earlier_months_doubtful' || situation.supportedMonths > 0);
  return [
    ...new Map(found.map((remark) => [`${remark.code} ${JSON.stringify(remark.operands)}`, remark])).values(),
  ];
}
