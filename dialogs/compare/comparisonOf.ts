import { estimateComparison, type AmountEstimate } from '../../src/estimates/index.js';
import type { ComparisonFigures, VoluntaryGroup, VoluntaryMode } from '../../src/policy/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { usualHarvests } from '../usualHarvests.js';

/** What the citizen chose so far, as far as a comparison can use it. */
export type Chosen = Readonly<{
  income: number | undefined;
  mode: VoluntaryMode;
  years: number | undefined;
  groups: readonly VoluntaryGroup[];
}>;

/** The choice behind the last estimate; what was told of the group where there is none. */
export function chosenSoFar({ memory }: ChatTurn): Chosen {
  const { estimate, told } = memory;
  if (estimate?.kind === 'voluntary') {
    const { income, mode = 'monthly', years, groups = [] } = estimate.input;
    return { income, mode, years, groups };
  }
  if (estimate?.kind === 'plan') {
    const { incomes, groups = [] } = estimate.input;
    return { income: incomes?.[0], mode: 'monthly', years: undefined, groups };
  }
  return { income: undefined, mode: 'monthly', years: undefined, groups: told.groups ?? [] };
}

/** The comparison for that choice; undefined where a figure of the law isn't published or the income is no longer open. */
export function comparisonOf(
  turn: ChatTurn,
  { income, groups }: Chosen,
  only: 'chosen' | 'usual',
): AmountEstimate<ComparisonFigures> | undefined {
  const input = { groups: [...groups], locale: turn.memory.locale, harvests: usualHarvests };
  const usual = estimateComparison(input, turn.estimateDeps);
  if (usual.status !== 'amount') return undefined;
  if (income === undefined || (only === 'usual' && usual.levels.some((level) => level.income === income)))
    return usual;
  const incomes = only === 'chosen' ? [income] : [...usual.levels.map((level) => level.income), income];
  const compared = estimateComparison({ ...input, incomes }, turn.estimateDeps);
  return compared.status === 'amount' ? compared : undefined;
}

/** The figures of one way to pay at one income. */
export function cellOf(
  { levels }: ComparisonFigures,
  { income, mode, years }: Pick<Chosen, 'income' | 'mode' | 'years'>,
): NonNullable<ComparisonFigures['levels'][number]['cells'][number]['amounts']> | undefined {
  const level = levels.find((one) => one.income === income) ?? levels[0];
  const cell = level?.cells.find((one) => one.mode === mode && (one.years ?? undefined) === years);
  return cell?.amounts ?? undefined;
}
