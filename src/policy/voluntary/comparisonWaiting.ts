import { addMonths, monthOf } from '../dates.js';
import type { ParameterTable } from '../ParameterTable.js';
import { nextChange } from '../references.js';
import { changesWithin, type DatedChange } from './changesWithin.js';
import type { ComparisonLevel, ComparisonSituation, Waiting } from './comparisonSituation.js';
import { readVoluntaryRules } from './rules.js';
import type { VoluntaryGroup } from './situation.js';
import { voluntary } from './voluntary.js';

const watched = ['poverty_line.rural', 'reference_level'];

/**
 * What becomes of the compared incomes on the next day on which the poverty line or the reference level changes, as far
 * as the table knows; null when it knows no such day. Decree 159/2025/NĐ-CP article 5 clause 5.
 */
export function comparisonWaiting(
  situation: ComparisonSituation & Readonly<{ groups: readonly VoluntaryGroup[] }>,
  levels: readonly ComparisonLevel[],
  table: ParameterTable,
): Readonly<{ waiting: Waiting; changes: readonly DatedChange[] }> | null {
  const { date, groups, province, supportedMonths } = situation;
  const [from] = watched.flatMap((id) => nextChange(table, id, date)?.from ?? []).toSorted();
  if (from === undefined) return null;
  const read = readVoluntaryRules(table, { date: from, groups, mode: 'monthly' });
  if (read.status === 'unknown') return null;
  const { floor, ceiling } = read.rules;

  const then = levels.flatMap(({ income, cells }) => {
    const incomeThen = Math.min(ceiling, Math.max(floor, income));
    const outcome = voluntary(
      { date: from, income: incomeThen, groups, mode: 'monthly', province, supportedMonths },
      table,
    );
    const now = cells.find(({ mode }) => mode === 'monthly')?.amounts ?? null;
    if (outcome.status !== 'amount' || now === null) return [];
    const { monthly } = outcome.figures;
    return [
      {
        income,
        allowed: income === incomeThen,
        incomeThen,
        monthly,
        stateDifference: monthly.state - now.state,
        difference: monthly.pay - now.pay,
      },
    ];
  });
  const keeps = (levels[0]?.cells ?? []).flatMap(({ mode, years, months }) => {
    const until = addMonths(monthOf(date), months - 1);
    return until < monthOf(from) ? [] : [{ mode, years, until }];
  });
  const changes = changesWithin(table, { ids: watched, after: date, until: from });
  return {
    changes,
    waiting: {
      from,
      changes: changes.map(({ id, before, after }) => ({ parameter: id, before, after })),
      floor,
      ceiling,
      levels: then,
      keeps,
    },
  };
}
