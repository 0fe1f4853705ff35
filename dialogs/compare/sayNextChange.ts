import { estimatePlan, type AmountEstimate } from '../../src/estimates/index.js';
import { formatDate, formatVnd } from '../../src/i18n/index.js';
import type { ComparisonFigures } from '../../src/policy/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { sayAmount } from '../say/sayAmount.js';
import { sayMonth } from '../say/times.js';
import { cellOf, chosenSoFar, comparisonOf, type Chosen } from './comparisonOf.js';

type Compared = AmountEstimate<ComparisonFigures>;
type Waiting = NonNullable<ComparisonFigures['waiting']>;

/** What the next known change of the law does to the last estimate, and whether paying before it is of use. */
export async function sayNextChange(turn: ChatTurn): Promise<boolean> {
  const chosen = chosenSoFar(turn);
  const compared = comparisonOf(turn, chosen, 'chosen');
  if (compared === undefined) return false;
  const { waiting } = compared;
  const choices = [turn.button('compare'), turn.button('per_day'), turn.button('call_me')];
  // The doubts of a change are told whenever it is asked for.
  turn.memory.warned = [];
  const texts =
    waiting === null
      ? [turn.t('next.none')]
      : [levelText(turn, compared, waiting), aheadText(turn, waiting, chosen), ...planTexts(turn)];
  await sayAmount(turn, compared, { texts, choices, isKept: false });
  return true;
}

/** What a month costs before and after. */
function levelText(turn: ChatTurn, compared: Compared, waiting: Waiting): string {
  const [level] = waiting.levels;
  const now = cellOf(compared, { income: level?.income, mode: 'monthly', years: undefined });
  const start = turn.t('next.floor', {
    from: formatDate(waiting.from),
    before: formatVnd(compared.floor),
    after: formatVnd(waiting.floor),
  });
  if (level === undefined || now === undefined) return start;
  const values = {
    income: formatVnd(level.income),
    then: formatVnd(level.incomeThen),
    state: formatVnd(level.monthly.state + level.monthly.local),
    stateNow: formatVnd(now.state + now.local),
    pay: formatVnd(level.monthly.pay),
    payNow: formatVnd(now.pay),
  };
  return `${start} ${turn.t(level.allowed ? 'next.level_stays' : 'next.level_ends', values)}`;
}

/** Until when the payment of today holds, without a word of hurry. */
function aheadText(turn: ChatTurn, { keeps, levels }: Waiting, { mode, years }: Chosen): string {
  const kept =
    keeps.find((one) => one.mode === mode && (one.years ?? undefined) === years) ??
    keeps.find((one) => one.mode === 'yearly');
  const dearer = (levels[0]?.difference ?? 0) > 0;
  const until =
    kept === undefined
      ? []
      : [turn.t('next.keeps', { mode: modeText(turn, kept), until: sayMonth(kept.until) })];
  return [...until, turn.t(dearer ? 'next.dearer' : 'next.cheaper')].join(' ');
}

function modeText(turn: ChatTurn, { mode, years }: Pick<Waiting['keeps'][number], 'mode' | 'years'>): string {
  return years === null ? turn.t(`mode.${mode}`).toLocaleLowerCase('vi') : turn.t('compare.years', { years });
}

/** For a plan what waiting until then does to the whole of it. */
function planTexts(turn: ChatTurn): readonly string[] {
  const { estimate } = turn.memory;
  if (estimate?.kind !== 'plan') return [];
  const made = estimatePlan(estimate.input, turn.estimateDeps);
  if (made.status !== 'amount' || made.waiting === null) return [];
  const { startsOn, ownDifference, pensionDifference, pensionLaterMonths, months } = made.waiting;
  const values = {
    from: formatDate(startsOn),
    own: formatVnd(Math.abs(ownDifference)),
    pension: formatVnd(Math.abs(pensionDifference)),
    months: pensionLaterMonths,
  };
  return [
    [
      turn.t(ownDifference < 0 ? 'next.plan_cheaper' : 'next.plan_dearer', values),
      turn.t(pensionDifference < 0 ? 'next.pension_lower' : 'next.pension_higher', values),
      ...(months < 0 ? [turn.t('next.plan_fewer', { fewer: -months })] : []),
      ...(pensionLaterMonths > 0 ? [turn.t('next.pension_later', values)] : []),
    ].join(' '),
  ];
}
