import { estimatePlan, type AmountEstimate } from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { ComparisonFigures, PlanFigures } from '../../src/policy/index.js';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';
import { sayAmount } from '../say/sayAmount.js';
import { namesOf } from '../say/persons.js';
import { chosenSoFar, comparisonOf, type Chosen } from './comparisonOf.js';

/** Lines that a bubble has room for. */
const mostLevels = 4;
/** Ways to pay for less than years, in the order in which they are told. */
const shortModes = ['quarterly', 'half_yearly', 'yearly'] as const;

/** Says levels and ways to pay side by side, the cheapest first. False where there is nothing to compare. */
export async function sayComparison(turn: ChatTurn): Promise<boolean> {
  const chosen = chosenSoFar(turn);
  const compared = comparisonOf(turn, chosen, 'usual');
  if (compared === undefined) return false;
  const plans = plansOf(turn);
  const texts =
    plans === undefined
      ? [levelsText(turn, compared, chosen), modesText(turn, compared, chosen)]
      : [plansText(turn, plans, chosen), waysText(turn, plans, chosen)];
  await sayAmount(turn, plans ?? compared, { texts, choices: comparedChoices(turn, compared) });
  return true;
}

function comparedChoices(
  turn: ChatTurn,
  { waiting }: AmountEstimate<ComparisonFigures>,
): readonly ChoiceButton[] {
  return [
    ...(waiting === null ? [] : [turn.button('next_change')]),
    turn.button('per_day'),
    ...(turn.memory.estimate?.kind === 'plan' ? [turn.button('edit')] : [turn.button('plan')]),
    turn.button('call_me'),
  ];
}

/** The cheapest ones, and the chosen one where it is none of them. */
function shown<Level extends Readonly<{ income: number }>>(
  levels: readonly Level[],
  { income }: Chosen,
): readonly Level[] {
  const cheapest = levels.slice(0, mostLevels);
  const own = levels.find((level) => level.income === income);
  return own === undefined || cheapest.includes(own) ? cheapest : [...cheapest.slice(0, -1), own];
}

/** Every usual income paid month by month. */
function levelsText(turn: ChatTurn, { levels }: AmountEstimate<ComparisonFigures>, chosen: Chosen): string {
  const lines = shown(levels, chosen).flatMap(({ income, cells }) => {
    const amounts = cells.find(({ mode }) => mode === 'monthly')?.amounts;
    if (amounts === undefined || amounts === null) return [];
    const values = { income: formatVnd(income), pay: formatVnd(amounts.pay), day: formatVnd(amounts.perDay) };
    return [turn.t('compare.level', values)];
  });
  const first = levels[0]?.cells.find(({ mode }) => mode === 'monthly')?.amounts;
  const support = formatVnd((first?.state ?? 0) + (first?.local ?? 0));
  return [turn.t('compare.levels', { support }), ...lines].join('\n');
}

/** Every way to pay one income; what is saved by paying ahead. */
function modesText(turn: ChatTurn, compared: AmountEstimate<ComparisonFigures>, chosen: Chosen): string {
  const level = compared.levels.find(({ income }) => income === chosen.income) ?? compared.levels[0];
  if (level === undefined) return '';
  const short = level.cells.flatMap(({ mode, months, amounts }) =>
    amounts === null || !shortModes.some((one) => one === mode)
      ? []
      : [turn.t('compare.mode', { months, pay: formatVnd(amounts.pay) })],
  );
  const ahead = level.cells.flatMap(({ years, amounts }) =>
    years === null || amounts === null
      ? []
      : [
          turn.t('compare.ahead', {
            years,
            pay: formatVnd(amounts.pay),
            discount: formatVnd(amounts.discount),
          }),
        ],
  );
  return [turn.t('compare.modes', { income: formatVnd(level.income) }), ...short, ...ahead].join('\n');
}

/** The last plan with every usual income beside its own. */
function plansOf(turn: ChatTurn): AmountEstimate<PlanFigures> | undefined {
  const { estimate } = turn.memory;
  if (estimate?.kind !== 'plan') return undefined;
  const { incomes: _incomes, ...input } = estimate.input;
  const usual = estimatePlan(input, turn.estimateDeps);
  if (usual.status !== 'amount') return undefined;
  const all = [...new Set([...usual.options.map(({ income }) => income), ...(estimate.input.incomes ?? [])])];
  const made = estimatePlan({ ...input, incomes: all }, turn.estimateDeps);
  return made.status === 'amount' ? made : usual;
}

function plansText(turn: ChatTurn, { options }: AmountEstimate<PlanFigures>, chosen: Chosen): string {
  const monthly = options.filter(({ mode }) => mode === 'monthly' || mode === 'arrears');
  const lines = shown(monthly, chosen).map(({ income, firstPayment, pension }) =>
    turn.t('compare.plan', {
      income: formatVnd(income),
      pay: formatVnd(firstPayment.pay),
      pension: formatVnd(pension),
    }),
  );
  return [turn.t('compare.plans'), ...lines].join('\n');
}

/** The chosen income of a plan in every way to pay it. */
function waysText(turn: ChatTurn, { options }: AmountEstimate<PlanFigures>, chosen: Chosen): string {
  const own = options.filter(({ income }) => income === chosen.income);
  const lines = own.map(({ mode, total, pension }) =>
    turn.t('compare.way', {
      mode: turn.words(`estimate:term.plan_mode.${mode}`),
      pay: formatVnd(total.pay),
      pension: formatVnd(pension),
    }),
  );
  const { person } = turn.memory;
  const { them } = namesOf(turn, person, person === 'self' ? turn.memory.told.sex : undefined);
  return [turn.t('compare.ways', { them, income: formatVnd(chosen.income ?? 0) }), ...lines].join('\n');
}
