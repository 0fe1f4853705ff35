import { createHash } from 'node:crypto';
import {
  estimateHousehold,
  estimateSupported,
  estimateVoluntary,
  type AmountEstimate,
  type Estimate,
  type HouseholdInput,
  type VoluntaryInput,
} from '../src/estimates/index.js';
import { formatDate, formatNumber, formatVnd } from '../src/i18n/index.js';
import type { LeadEstimate } from '../src/leads/index.js';
import { figure, type HouseholdFigures, type VoluntaryFigures } from '../src/policy/index.js';
import type { ChatTurn, ChoiceButton } from './ChatTurn.js';
import { sourceLine } from './questions.js';
import type { HouseholdValues } from './forms/householdForm.js';

/** Members shown one by one; from the last of them on everybody pays the same. */
const shownRanks = 5;
/** Months of a full year's card, for the comparison with a pupil's card. */
const fullYear = 12;

/** Says an estimate of voluntary social insurance: the State's share, the own share, what it rests on, and what is doubtful. */
export async function sayVoluntaryEstimate(
  turn: ChatTurn,
  input: VoluntaryInput,
  estimate: Estimate<VoluntaryFigures>,
): Promise<void> {
  if (estimate.status !== 'amount') return sayNoAmount(turn, estimate, editVoluntary(turn));
  turn.memory.estimate = { kind: 'voluntary', input };
  const assumptions = estimate.assumptions.map(({ text }) => text).join(' ');
  await sayAmount(turn, estimate, {
    headline: voluntaryHeadline(turn, input, estimate),
    assumed: turn.t('estimate.assumed', { assumptions }),
    choices: [turn.button('edit'), turn.button('why'), turn.button('benefits'), turn.button('call_me')],
  });
}

/** Says what household health insurance costs those of a household who have no card yet. */
export async function sayHouseholdEstimate(turn: ChatTurn, values: HouseholdValues): Promise<void> {
  const { people = 1, months = fullYear, covered } = values;
  const coveredPeople = covered === undefined ? 0 : covered.worker + covered.pupil + covered.child;
  const counted = people - coveredPeople;
  const coveredLines = covered === undefined ? [] : sayCovered(turn, covered);
  if (counted <= 0) {
    delete turn.memory.estimate;
    await turn.say({
      text: [turn.t('household.nobody'), ...coveredLines].join('\n'),
      choices: [turn.button('edit_members'), turn.button('call_me')],
    });
    return;
  }
  const input: HouseholdInput = {
    locale: turn.memory.locale,
    members: Array.from({ length: counted }, () => ({ months: asPeriod(months) })),
  };
  const estimate = estimateHousehold(input, turn.estimateDeps);
  const edits = [turn.button('edit_members'), turn.button('edit_months')];
  if (estimate.status !== 'amount') return sayNoAmount(turn, estimate, edits);
  const coveredKnown = covered !== undefined || people === 1;
  turn.memory.estimate = { kind: 'household', input, people, coveredKnown };
  const headline = [
    householdHeadline(turn, { estimate, counted, people, months, coveredKnown }),
    ...coveredLines,
  ].join('\n');
  if (coveredKnown) {
    await sayAmount(turn, estimate, {
      headline,
      assumed: turn.t('household.assumed', { date: formatDate(estimate.date) }),
      choices: [turn.button('edit'), turn.button('why'), turn.button('where_to_buy'), turn.button('call_me')],
    });
    return;
  }
  const source = sourceLine(
    turn,
    estimate.parameters.map(({ basis }) => basis.document),
  );
  await turn.sayAll([`${headline}\n\n${source}`, turn.t('household.covered', childAge(turn))], {
    choices: coveredChoices(turn),
    expects: 'covered',
    channelData: { estimate: { reference: estimate.reference } },
  });
  turn.memory.lastWas = 'estimate';
}

/** The buttons that tell who of a household has a card already. */
export function coveredChoices(turn: ChatTurn): readonly ChoiceButton[] {
  return [
    turn.button('covered_none'),
    turn.button('covered_worker'),
    turn.button('covered_pupil'),
    turn.button('covered_child', childAge(turn)),
  ];
}

/** Shows how the last estimate came about, and on what law. False when there is none. */
export async function explainEstimate(turn: ChatTurn): Promise<boolean> {
  const estimate = repeatEstimate(turn);
  if (estimate === undefined) return false;
  const steps = estimate.steps.map(({ label, text }) => `- ${label}: ${text}`).join('\n');
  const documents = new Set(estimate.parameters.map(({ basis }) => basisLine(turn, basis)));
  await turn.sayAll(
    [steps, `${turn.t('faq.basis')}\n${[...documents].map((line) => `- ${line}`).join('\n')}`],
    {
      choices: [turn.button('edit'), turn.button('call_me')],
    },
  );
  return true;
}

/** The last estimate in a few lines, for the officer who calls. */
export function summariseEstimate(turn: ChatTurn): LeadEstimate | undefined {
  const { estimate: last } = turn.memory;
  const estimate = repeatEstimate(turn);
  if (last === undefined || estimate === undefined) return undefined;
  const headline =
    last.kind === 'voluntary'
      ? voluntaryHeadline(turn, last.input, estimateAmount(estimateVoluntary(last.input, turn.estimateDeps)))
      : turn.t('household.summary', {
          people: last.input.members?.length ?? 0,
          total: formatVnd(estimateAmount(estimateHousehold(last.input, turn.estimateDeps)).total),
        });
  return {
    reference: estimate.reference,
    product: last.kind === 'voluntary' ? 'vsi' : 'hhi',
    summary: [headline.replaceAll('**', ''), ...estimate.assumptions.map(({ text }) => text)],
  };
}

/** A legal basis as a line: `Luật BHXH 41/2024/QH15, Điều 31 khoản 2`. */
export function basisLine(
  turn: ChatTurn,
  {
    document,
    article,
    clause,
  }: Readonly<{ document: string; article?: string | undefined; clause?: string | undefined }>,
): string {
  const place = [
    ...(article === undefined ? [] : [turn.t('basis.article', { article })]),
    ...(clause === undefined ? [] : [turn.t('basis.clause', { clause })]),
  ].join(' ');
  return place === '' ? document : `${document}, ${place}`;
}

function repeatEstimate(turn: ChatTurn): AmountEstimate<object> | undefined {
  const { estimate: last } = turn.memory;
  if (last === undefined) return undefined;
  const estimate =
    last.kind === 'voluntary'
      ? estimateVoluntary(last.input, turn.estimateDeps)
      : estimateHousehold(last.input, turn.estimateDeps);
  return estimate.status === 'amount' ? estimate : undefined;
}

function estimateAmount<Figures>(estimate: Estimate<Figures>): AmountEstimate<Figures> {
  if (estimate.status !== 'amount') throw new Error('An estimate that was given can no longer be made.');
  return estimate;
}

async function sayAmount(
  turn: ChatTurn,
  estimate: AmountEstimate<object>,
  {
    headline,
    assumed,
    choices,
  }: Readonly<{ headline: string; assumed: string; choices: readonly ChoiceButton[] }>,
): Promise<void> {
  turn.memory.lastWas = 'estimate';
  // What was said of an estimate a moment ago needs no saying again when one thing in it changes.
  const news = estimate.warnings.filter(({ text }) => !turn.memory.warned.includes(digestOf(text)));
  turn.memory.warned = estimate.warnings.map(({ text }) => digestOf(text));
  const warnings = news.map(({ text }) => `- ${text}`).join('\n');
  const source = sourceLine(
    turn,
    estimate.parameters.map(({ basis }) => basis.document),
  );
  const bubbles = [
    `${headline}\n\n${assumed}\n\n${source}`,
    ...(warnings === '' ? [] : [`${turn.t('estimate.mind')}\n${warnings}`]),
  ];
  await turn.sayAll(bubbles, { choices, channelData: { estimate: { reference: estimate.reference } } });
}

async function sayNoAmount(
  turn: ChatTurn,
  estimate: Exclude<Estimate<object>, AmountEstimate<object>>,
  edits: readonly ChoiceButton[],
): Promise<void> {
  if (estimate.status === 'incomplete')
    throw new Error(`A finished form lacks ${estimate.missing.join(', ')}.`);
  if (estimate.status === 'not_eligible') {
    const reasons = estimate.reasons.map(({ text }) => text).join('\n');
    await turn.say({ text: reasons, choices: [...edits, turn.button('call_me')] });
    return;
  }
  const unknown = estimate.unknown.map(({ text }) => text).join('\n');
  await turn.say({
    text: `${unknown}\n${turn.t('estimate.unknown', { hotline: turn.hotline })}`,
    choices: [...edits, turn.button('call_me')],
  });
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

function householdHeadline(
  turn: ChatTurn,
  input: Readonly<{
    estimate: AmountEstimate<HouseholdFigures>;
    counted: number;
    people: number;
    months: number;
    coveredKnown: boolean;
  }>,
): string {
  const { estimate, counted, people, months, coveredKnown } = input;
  const values = { people: counted, months, total: formatVnd(estimate.total) };
  if (counted === 1) {
    return turn.t(people > 1 ? 'household.result_only_one' : 'household.result_one', values);
  }
  const each = estimate.members
    .slice(0, shownRanks)
    .map(({ rank, pay }) =>
      turn.t(
        rank === shownRanks && counted > shownRanks ? 'household.rank_and_later' : `household.rank_${rank}`,
        {
          pay: formatVnd(pay),
        },
      ),
    )
    .join(', ');
  return turn.t(coveredKnown ? 'household.result_counted' : 'household.result_all', { ...values, each });
}

function sayCovered(turn: ChatTurn, covered: NonNullable<HouseholdValues['covered']>): readonly string[] {
  const lines: string[] = [];
  if (covered.worker > 0) lines.push(turn.t('household.covered_worker', { people: covered.worker }));
  if (covered.pupil > 0)
    lines.push(turn.t('household.covered_pupil', { people: covered.pupil, ...pupilCard(turn) }));
  if (covered.child > 0) lines.push(turn.t('household.covered_child', { people: covered.child }));
  return lines;
}

function pupilCard(turn: ChatTurn): Readonly<{ pay: string; state: string }> {
  const estimate = estimateSupported(
    { group: 'pupil', months: fullYear, locale: turn.memory.locale },
    turn.estimateDeps,
  );
  const { pay, state } = estimateAmount(estimate);
  return { pay: formatVnd(pay), state: formatVnd(state) };
}

function childAge(turn: ChatTurn): Readonly<{ age: number }> {
  const found = figure(turn.scope.content.table, 'hhi.child_age', turn.scope.today);
  if (found.status !== 'found' || typeof found.value !== 'number')
    throw new Error('hhi.child_age has no value today.');
  return { age: found.value };
}

function editVoluntary(turn: ChatTurn): readonly ChoiceButton[] {
  return [turn.button('edit_income'), turn.button('edit_group'), turn.button('edit_mode')];
}

/** Enough to tell one warning's words from another's in a conversation. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}

/** The form takes no other length; anything else would be a bug there. */
function asPeriod(months: number): 3 | 6 | 12 {
  if (months === 3 || months === 6 || months === 12) return months;
  throw new Error(`No card is sold for ${months} months.`);
}
