import { addDays } from '../../dates.js';
import { day, money, number, percent, type Outcome, type Reason, type Remark } from '../../Outcome.js';
import type { ParameterTable } from '../../ParameterTable.js';
import { reviewWarnings } from '../../reviewWarnings.js';
import { roundedProduct } from '../../roundedProduct.js';
import { basisOf } from '../basisOf.js';
import { joinUsed } from '../joinUsed.js';
import { calculateSurvivors, type CalculatedSurvivors } from './calculate.js';
import { explainSurvivors } from './explain.js';
import { readSurvivorsRules, type SurvivorsRules } from './rules.js';
import { completeSurvivors, type CompleteSurvivors, type SurvivorsSituation } from './situation.js';

/** Money in đồng. */
export type SurvivorsFigures = Readonly<{
  /** For who buries the person; null where the conditions aren't met. */
  funeral: number | null;
  /** For the relatives. */
  lumpSum: number;
  total: number;
  /** Last day to hand in the file, `YYYY-MM-DD`. */
  fileBy: string;
  /** Working days in which it is settled. */
  answerDays: number;
}>;

const MONTHS_PER_YEAR = 12;

/**
 * What the family of a person receives who paid voluntary insurance, kept the time, or had a pension of it.
 * Law 41/2024/QH15 articles 109 to 112; Decree 159/2025/NĐ-CP article 12.
 */
export function survivors(situation: SurvivorsSituation, table: ParameterTable): Outcome<SurvivorsFigures> {
  const { date } = situation;
  const completed = completeSurvivors(situation);
  if (completed.status === 'incomplete') return completed;
  const complete = completed.situation;
  const read = readSurvivorsRules(complete, table);
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };
  const { rules } = read;
  const reasons = survivorsReasons(complete, rules);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };
  const counted = calculateSurvivors(complete, rules, table);
  if (counted.status === 'incomplete') return counted;
  if (counted.status === 'unknown') return { status: 'unknownParameter', date, unknown: counted.unknown };
  const { calculated } = counted;
  const { funeral, lumpSum } = calculated;
  const used = joinUsed([rules.used, calculated.used]);
  return {
    status: 'amount',
    date,
    figures: {
      ...{ funeral, lumpSum, total: (funeral ?? 0) + lumpSum },
      fileBy: addDays(date, rules.value('survivor.file_days')),
      answerDays: rules.value('survivor.answer_days'),
    },
    steps: explainSurvivors(rules, calculated),
    parameters: used,
    assumptions: assumptions(complete, calculated),
    warnings: [...warnings(complete, rules, calculated), ...reviewWarnings(used, date)],
  };
}

function survivorsReasons({ deceased }: CompleteSurvivors, { used }: SurvivorsRules): Reason[] {
  if (deceased.kind === 'pensioner' || deceased.monthsBefore + deceased.monthsFrom > 0) return [];
  return [{ code: 'nothing_paid_by_deceased', operands: {}, basis: basisOf(used, 'survivor.from_2014') }];
}

function assumptions(
  { date, deceased, compulsoryTold }: CompleteSurvivors,
  { reckoned }: CalculatedSurvivors,
): Remark[] {
  const fromAverage = reckoned.kind === 'paid' && reckoned.parts.length > 0;
  return [
    { code: 'survivors_receivers', operands: {} },
    ...(deceased.kind === 'contributor' && !compulsoryTold
      ? [{ code: 'no_compulsory_months', operands: {} }]
      : []),
    ...(fromAverage ? [{ code: 'paid_from_average', operands: {} }] : []),
    { code: 'law_unchanged', operands: { date: day(date) } },
  ];
}

function warnings(
  { date, deceased, compulsoryMonths }: CompleteSurvivors,
  { value }: SurvivorsRules,
  { funeral, reckoned }: CalculatedSurvivors,
): Remark[] {
  const days = value('survivor.file_days');
  const found: Remark[] = [
    { code: 'file_by', operands: { by: day(addDays(date, days)), days: number(days) } },
  ];
  if (deceased.kind === 'contributor') found.push({ code: 'average_income_as_given', operands: {} });
  if (funeral === null) {
    const min = number(value('funeral.min_months'));
    const compulsory = number(value('funeral.min_months_compulsory'));
    found.push({ code: 'no_funeral', operands: { min, compulsory } });
  }
  if (reckoned.kind === 'paid') found.push({ code: 'paid_in_with_support_doubtful', operands: {} });
  const years = value('survivor.monthly.min_years');
  if (compulsoryMonths >= years * MONTHS_PER_YEAR) {
    const level = value('reference_level');
    const share = (id: 'survivor.monthly.percent' | 'survivor.monthly.percent_alone') =>
      money(roundedProduct({ factors: [level], percents: [value(id)] }));
    found.push({
      code: 'survivor_monthly_possible',
      operands: {
        years: number(years),
        share: percent(value('survivor.monthly.percent')),
        each: share('survivor.monthly.percent'),
        alone: share('survivor.monthly.percent_alone'),
        people: number(value('survivor.monthly.max_people')),
      },
    });
  }
  return found;
}
