import {
  estimatePlan,
  type AmountEstimate,
  type Estimate,
  type PlanInput,
} from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { PlanFigures, PlanOption } from '../../src/policy/index.js';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';
import { familyLine, rememberEstimate, rememberRefused } from '../family/family.js';
import { judgeOccupation, mayJoin } from '../occupation/sayExcluded.js';
import { sayAmount, sayNoAmount, sourceOf } from '../say/sayAmount.js';
import { layOut } from '../say/layOut.js';
import { namesOf, type Names } from '../say/persons.js';
import { sayMonth, sayMonths } from '../say/times.js';
import { pathText } from './pathText.js';
import type { PlanValues } from './planValues.js';
import { toPlanInput } from './toPlanInput.js';

/** Assumptions that the chat tells besides what its own sentence says. */
const toldAssumptions = [
  'plan_paid_months_alike',
  'plan_paid_months_supported',
  'plan_income_raised',
  'plan_income_lowered',
];

/** Says when a pension can begin and how to get there, before anything is asked about money. */
export async function sayPath(turn: ChatTurn, values: PlanValues): Promise<void> {
  const input = toPlanInput(turn, values);
  const estimate = estimatePlan(input, turn.estimateDeps);
  if (estimate.status !== 'amount') return sayNoPlan(turn, estimate, { input, person: values.person });
  const names = namesOf(turn, values.person, values.sex);
  const texts = [
    pathText(turn, estimate, { names, birth: values.birth ?? '' }),
    ...(values.monthsPaid === undefined ? [turn.t('plan.path_assumed', names)] : []),
  ];
  const layout = layOut({ texts, source: sourceOf(turn, estimate) });
  rememberEstimate(turn, values.person, { kind: 'plan', input });
  turn.memory.lastWas = 'estimate';
  await turn.sayAll(layout.bubbles, {
    choices: [turn.button('plan_money'), turn.button('plan_pension'), turn.button('call_me')],
    channelData: { estimate: { reference: estimate.reference } },
  });
}

/** Says a plan: when, how, the State's and the own share, the pension, and what a day of saving comes to. */
export async function sayPlan(turn: ChatTurn, values: PlanValues): Promise<void> {
  const { person } = values;
  const skipped = values.skipped.filter(
    (name) => values[name] === undefined && (name !== 'budget' || values.income === undefined),
  );
  return sayPlanOf(turn, toPlanInput(turn, values), { person, skipped });
}

/** The same for an input that was made before. */
export async function sayPlanOf(
  turn: ChatTurn,
  input: PlanInput,
  { person, skipped }: Pick<PlanValues, 'person' | 'skipped'>,
): Promise<void> {
  const estimate = estimatePlan(input, turn.estimateDeps);
  if (estimate.status !== 'amount') return sayNoPlan(turn, estimate, { input, person });
  rememberEstimate(turn, person, { kind: 'plan', input });
  const names = namesOf(turn, person, input.sex);
  const option = chosenOption(estimate);
  const together = familyLine(turn);
  await sayAmount(turn, estimate, {
    texts: [
      [pathText(turn, estimate, { names, birth: input.birth ?? '' }), assumedText(turn, input, skipped)].join(
        ' ',
      ),
      ...(option === undefined ? [] : [moneyText(turn, { option, estimate, names, together })]),
    ],
    remarks: [
      ...closedTo(turn, person),
      ...(skipped.includes('budget') ? [turn.t('plan.saving_skipped')] : []),
      ...estimate.assumptions.filter(({ code }) => toldAssumptions.includes(code)).map(({ text }) => text),
    ],
    // What is spoken of is paid month by month.
    concerns: (code) => !code.includes('advance'),
    choices: planChoices(turn, option),
  });
}

/** The option a plan speaks of: month by month where that is open. */
export function chosenOption({ options }: AmountEstimate<PlanFigures>): PlanOption | undefined {
  return options.find(({ mode }) => mode === 'monthly') ?? options[0];
}

/** One line of a plan, for the officer who calls and for the whole family. */
export function planLine(turn: ChatTurn, estimate: AmountEstimate<PlanFigures>): string {
  const option = chosenOption(estimate);
  const month = sayMonth(estimate.path.pensionFrom.slice(0, 'YYYY-MM'.length));
  if (option === undefined) return turn.t('plan.line_now', { month });
  return turn.t('plan.line', {
    month,
    income: formatVnd(option.income),
    pension: formatVnd(option.pension),
    pay: formatVnd(option.total.pay),
  });
}

/** What of a plan can be changed. */
export function editPlan(turn: ChatTurn): readonly ChoiceButton[] {
  return [
    turn.button('edit_birth'),
    turn.button('edit_paid'),
    turn.button('edit_group'),
    turn.button('edit_saving'),
  ];
}

/** Not yet: too young, or already drawing a pension; the answers can be corrected. */
async function sayNoPlan(
  turn: ChatTurn,
  estimate: Exclude<Estimate<PlanFigures>, AmountEstimate<PlanFigures>>,
  { input, person }: Readonly<{ input: PlanInput; person: PlanValues['person'] }>,
): Promise<void> {
  rememberRefused(turn, person, { kind: 'plan', input });
  await sayNoAmount(turn, estimate, editPlan(turn));
}

/** Why the citizen can't pay voluntarily as long as they work as they told. */
function closedTo(turn: ChatTurn, person: PlanValues['person']): readonly string[] {
  const { occupation, tax } = turn.memory.told;
  if (person !== 'self' || mayJoin({ occupation, tax })) return [];
  const judged = judgeOccupation(turn, { occupation, tax });
  return judged.status === 'not_eligible' ? judged.reasons.map(({ text }) => text) : [];
}

function planChoices(turn: ChatTurn, option: PlanOption | undefined): readonly ChoiceButton[] {
  return [
    ...(option === undefined ? [] : [turn.button('compare'), turn.button('per_day')]),
    turn.button('why'),
    turn.button('edit'),
    turn.button('call_me'),
  ];
}

/** What a plan costs and brings; beside the rest of a family without what their line says of a month. */
function moneyText(
  turn: ChatTurn,
  {
    option,
    estimate,
    names,
    together,
  }: Readonly<{
    option: PlanOption;
    estimate: AmountEstimate<PlanFigures>;
    names: Names;
    together: string | undefined;
  }>,
): string {
  const { total, firstPayment, arrears, perDay, mode } = option;
  const values = {
    ...names,
    income: formatVnd(option.income),
    nowState: formatVnd(firstPayment.state + firstPayment.local),
    nowPay: formatVnd(firstPayment.pay),
    state: formatVnd(total.state + total.local),
    pay: formatVnd(total.pay),
    arrears: formatVnd(arrears?.pay ?? 0),
    pension: formatVnd(option.pension),
    month: sayMonth(estimate.path.pensionFrom.slice(0, 'YYYY-MM'.length)),
    day: formatVnd(perDay ?? 0),
  };
  const isAlone = together === undefined;
  const tellsLast = isAlone && arrears !== null && mode !== 'arrears';
  return [
    turn.t(isAlone && mode !== 'arrears' ? 'plan.now' : 'plan.at_income', values),
    turn.t(tellsLast ? 'plan.total_with_arrears' : 'plan.total', values),
    turn.t('plan.pension', values),
    ...(isAlone && perDay !== null ? [turn.t('plan.per_day', values)] : []),
    ...(isAlone ? [] : [together]),
  ].join(' ');
}

/** What a plan was reckoned with, beside the birth that it begins with. */
function assumedText(turn: ChatTurn, input: PlanInput, skipped: PlanValues['skipped']): string {
  const { monthsPaid = 0, groups = [] } = input;
  const paidKey = skipped.includes('monthsPaid') ? 'plan.paid_skipped' : 'plan.paid_none';
  const named = groups.length === 0 ? ['other'] : groups;
  const read = [
    monthsPaid === 0 ? turn.t(paidKey) : turn.t('plan.paid', { length: sayMonths(turn, monthsPaid) }),
    ...(skipped.includes('groups')
      ? [turn.t('plan.group_skipped')]
      : named.map((group) => turn.words(`estimate:term.group.${group}`))),
  ];
  return turn.t('plan.assumed', { read: read.join(', ') });
}
