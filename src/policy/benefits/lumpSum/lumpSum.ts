import { day, month, number, term, type Outcome, type Remark } from '../../Outcome.js';
import type { ParameterTable } from '../../ParameterTable.js';
import { reviewWarnings } from '../../reviewWarnings.js';
import { joinUsed } from '../joinUsed.js';
import { timePaid, type TimePaid } from '../timePaid.js';
import { calculateLumpSum, type Calculated } from './calculate.js';
import { explainLumpSum } from './explain.js';
import { lumpSumReasons } from './reasons.js';
import { readLumpSumRules, type LumpSumRules } from './rules.js';
import { completeLumpSum, type CompleteLumpSum, type LumpSumSituation } from './situation.js';
import { lumpSumWarnings } from './warnings.js';

/** Money in đồng; years as they count for the sum, both null where less than one was paid. */
export type LumpSumFigures = Readonly<{
  months: number;
  averageIncome: number;
  yearsBefore2014: number | null;
  yearsFrom2014: number | null;
  gross: number;
  /** The State's part that goes back to the budget. */
  deducted: number;
  amount: number;
  /** Months still missing to a pension, which the lump sum gives up; 0 when none is. */
  monthsToPension: number;
  /** Working days in which the request is settled. */
  answerDays: number;
}>;

const MONTHS_PER_YEAR = 12;

/**
 * What is paid out at once of voluntary insurance, who may ask for it and what is given up with it.
 * Law 41/2024/QH15 articles 102 and 107; Decree 159/2025/NĐ-CP articles 5 clause 6, 9 and 10.
 */
export function lumpSum(situation: LumpSumSituation, table: ParameterTable): Outcome<LumpSumFigures> {
  const { date } = situation;
  const completed = completeLumpSum(situation);
  if (completed.status === 'incomplete') return completed;
  const complete = completed.situation;
  const read = readLumpSumRules(complete, table);
  const paid = timePaid(complete, table);
  if (read.status === 'unknown' || paid.status === 'unknown') {
    const unknown = [read, paid].flatMap((part) => (part.status === 'unknown' ? part.unknown : []));
    return { status: 'unknownParameter', date, unknown };
  }
  const { rules } = read;
  const { time } = paid;
  const reasons = lumpSumReasons(complete, time, rules);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };
  const counted = calculateLumpSum(complete, { time, rules }, table);
  if (counted.status === 'unknown') return { status: 'unknownParameter', date, unknown: counted.unknown };
  const { calculated } = counted;
  const used = joinUsed([rules.used, time.used, calculated.used]).filter(({ id }) => !judgingOnly.has(id));
  return {
    status: 'amount',
    date,
    figures: figuresOf(calculated, { time, rules }),
    steps: explainLumpSum(complete, { time, rules }, calculated),
    parameters: used,
    assumptions: assumptions(complete, calculated),
    warnings: [...lumpSumWarnings(complete, { time, rules, calculated }), ...reviewWarnings(used, date)],
  };
}

/** Read to judge the case or to word a remark; they don't enter the amount. */
const judgingOnly: ReadonlySet<string> = new Set(['vsi.arrears.max_months', 'monthly_allowance.min_months']);

function figuresOf(
  { gross, deducted }: Calculated,
  { time, rules }: Readonly<{ time: TimePaid; rules: LumpSumRules }>,
): LumpSumFigures {
  const years = gross.kind === 'years' ? gross : null;
  return {
    months: time.months,
    averageIncome: time.average,
    yearsBefore2014: years?.before ?? null,
    yearsFrom2014: years?.from ?? null,
    gross: gross.gross,
    deducted,
    amount: gross.gross - deducted,
    monthsToPension: Math.max(0, rules.value('pension.min_years') * MONTHS_PER_YEAR - time.months),
    answerDays: rules.value('lump_sum.answer_days'),
  };
}

function assumptions({ date, ground, told }: CompleteLumpSum, { gross, derived }: Calculated): Remark[] {
  return [
    { code: 'lump_sum_case', operands: { case: term(`lump_sum_case.${ground.case}`) } },
    ...(derived === null
      ? []
      : [
          {
            code: 'support_derived',
            operands: {
              group: term(`group.${derived.group}`),
              ...{ from: month(derived.from), months: number(derived.months) },
            },
          },
        ]),
    ...(gross.kind === 'paid' && told.kind === 'average'
      ? [{ code: 'paid_from_average', operands: {} }]
      : []),
    ...(ground.case === 'age' && ground.birthYearOnly
      ? [{ code: 'birth_year_only', operands: { birth: month(ground.birth) } }]
      : []),
    { code: 'law_unchanged', operands: { date: day(date) } },
  ];
}
