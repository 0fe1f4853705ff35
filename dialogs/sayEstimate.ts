import {
  estimateHousehold,
  estimateHouseholdChoice,
  estimatePlan,
  estimateVoluntary,
  type AmountEstimate,
  type Estimate,
  type VoluntaryInput,
} from '../src/estimates/index.js';
import { formatNumber, formatVnd } from '../src/i18n/index.js';
import type { LeadEstimate } from '../src/leads/index.js';
import type { VoluntaryFigures } from '../src/policy/index.js';
import type { ChatTurn, ChoiceButton } from './ChatTurn.js';
import { familyLine, rememberEstimate, rememberRefused } from './family/family.js';
import type { Relation } from './family/relations.js';
import type { MemorisedEstimate } from './memory.js';
import { explainPlanSteps } from './plan/explainPlanSteps.js';
import { editPlan, planLine } from './plan/sayPlan.js';
import { layOutLines } from './say/layOut.js';
import { lowerFirst } from './forms/withinSentence.js';
import { namesOf } from './say/persons.js';
import { asAmount, sayAmount, sayNoAmount, shortName } from './say/sayAmount.js';

/** Says an estimate of voluntary social insurance: the State's share, the own share, what it rests on, and what is doubtful. */
export async function sayVoluntaryEstimate(
  turn: ChatTurn,
  input: VoluntaryInput,
  { person = 'self', fitting = [] }: Readonly<{ person?: Relation; fitting?: readonly string[] }> = {},
): Promise<void> {
  const estimate = estimateVoluntary(input, turn.estimateDeps);
  if (estimate.status !== 'amount') {
    rememberRefused(turn, person, { kind: 'voluntary', input });
    return sayNoAmount(turn, estimate, editVoluntary(turn));
  }
  rememberEstimate(turn, person, { kind: 'voluntary', input });
  const assumptions = estimate.assumptions.map(({ text }) => text).join(' ');
  const together = familyLine(turn);
  await sayAmount(turn, estimate, {
    texts: [
      forPerson(turn, person, voluntaryHeadline(turn, input, estimate)),
      ...(together === undefined ? [] : [together]),
      ...fitting,
      turn.t('estimate.assumed', { assumptions }),
    ],
    choices: [
      turn.button('edit'),
      turn.button('compare'),
      turn.button('why'),
      turn.button('plan'),
      turn.button('call_me'),
    ],
  });
}

/** Shows how the last estimate came about, and on what law. False when there is none. */
export async function explainEstimate(turn: ChatTurn): Promise<boolean> {
  const estimate = repeatEstimate(turn);
  if (estimate === undefined) return false;
  const shown = turn.memory.estimate?.kind === 'plan' ? explainPlanSteps(estimate.steps) : estimate.steps;
  const steps = shown.map(({ label, text }) => `- ${label}: ${text}`);
  await turn.sayAll(layOutLines([...steps, ...basisLines(turn, estimate)]), {
    choices: [turn.button('edit'), turn.button('call_me')],
  });
  return true;
}

/** The last estimate in a few lines, for the officer who calls. */
export function summariseEstimate(turn: ChatTurn): LeadEstimate | undefined {
  const { estimate: last } = turn.memory;
  const estimate = repeatEstimate(turn);
  if (last === undefined || estimate === undefined) return undefined;
  const together = familyLine(turn);
  const summary = [
    lineOf(turn, last),
    ...estimate.assumptions.map(({ text }) => text),
    ...(together === undefined ? [] : [together]),
  ];
  return {
    reference: estimate.reference,
    product: last.kind === 'voluntary' || last.kind === 'plan' ? 'vsi' : 'hhi',
    summary: summary.map((line) => line.replaceAll('**', '')),
  };
}

/** What of the last estimate can be changed. */
export function editButtons(turn: ChatTurn): readonly ChoiceButton[] {
  switch (turn.memory.estimate?.kind) {
    case undefined:
      return [];
    case 'voluntary':
      return editVoluntary(turn);
    case 'plan':
      return editPlan(turn);
    case 'household':
    case 'household-choice':
      return [turn.button('edit_members'), turn.button('edit_months')];
  }
}

function lineOf(turn: ChatTurn, last: MemorisedEstimate): string {
  const deps = turn.estimateDeps;
  switch (last.kind) {
    case 'voluntary':
      return voluntaryHeadline(turn, last.input, asAmount(estimateVoluntary(last.input, deps)));
    case 'plan':
      return planLine(turn, asAmount(estimatePlan(last.input, deps)));
    case 'household': {
      const total = formatVnd(asAmount(estimateHousehold(last.input, deps)).total);
      return turn.t('household.summary', { people: last.input.members?.length ?? 0, total });
    }
    case 'household-choice': {
      const total = formatVnd(asAmount(estimateHouseholdChoice(last.input, deps)).total);
      return turn.t('household.summary', { people: last.input.members?.length ?? 0, total });
    }
  }
}

/** What an estimate rests on, a line for each document: its name and its articles. */
function basisLines(turn: ChatTurn, { parameters }: AmountEstimate<object>): readonly string[] {
  const articles = new Map<string, Set<string>>();
  for (const { basis } of parameters) {
    const known = articles.get(shortName(basis.document)) ?? new Set<string>();
    articles.set(shortName(basis.document), basis.article === undefined ? known : known.add(basis.article));
  }
  const lines = [...articles].map(([document, numbers]) =>
    numbers.size === 0
      ? `- ${document}`
      : `- ${document}, ${turn.t('basis.article', { article: [...numbers].join(', ') })}`,
  );
  return [turn.t('faq.basis'), ...lines];
}

/** The last estimate made anew; undefined when there is none or it can no longer be made. */
export function repeatEstimate(turn: ChatTurn): AmountEstimate<object> | undefined {
  const { estimate: last } = turn.memory;
  if (last === undefined) return undefined;
  const estimate = estimateAgain(turn, last);
  return estimate.status === 'amount' ? estimate : undefined;
}

function estimateAgain(turn: ChatTurn, last: MemorisedEstimate): Estimate<object> {
  const deps = turn.estimateDeps;
  switch (last.kind) {
    case 'voluntary':
      return estimateVoluntary(last.input, deps);
    case 'plan':
      return estimatePlan(last.input, deps);
    case 'household':
      return estimateHousehold(last.input, deps);
    case 'household-choice':
      return estimateHouseholdChoice(last.input, deps);
  }
}

/** "Chồng chị: …" before what is said of somebody else than the citizen. */
function forPerson(turn: ChatTurn, person: Relation, text: string): string {
  if (person === 'self') return text;
  return turn.t('family.for', { who: namesOf(turn, person, undefined).who, text: lowerFirst(text) });
}

function voluntaryHeadline(
  turn: ChatTurn,
  input: VoluntaryInput,
  { period }: AmountEstimate<VoluntaryFigures>,
): string {
  const mode = input.mode ?? 'monthly';
  const values = {
    months: formatNumber(period.months),
    years: input.years ?? 0,
    pay: formatVnd(period.pay),
    state: formatVnd(period.state),
    local: formatVnd(period.local),
    discount: formatVnd(period.discount),
  };
  const lines = [turn.t(`voluntary.result_${mode}`, values)];
  if (period.local > 0) lines.push(turn.t('voluntary.result_local', values));
  return lines.join(' ');
}

function editVoluntary(turn: ChatTurn): readonly ChoiceButton[] {
  return [turn.button('edit_income'), turn.button('edit_group'), turn.button('edit_mode')];
}
