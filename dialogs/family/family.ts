import { estimatePlan, estimateVoluntary } from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { Sex } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { largestFamily, type Memory, type MemorisedEstimate } from '../memory.js';
import { chosenOption } from '../plan/sayPlan.js';
import { namesOf } from '../say/persons.js';
import { sayMonth } from '../say/times.js';
import { sexOf, type Relation } from './relations.js';

type Member = Memory['family'][number];

/** People whom a line about the family names one by one. */
const mostNamed = { voluntary: 3, plan: 2 } as const;

/** Keeps what was asked for though it gives no amount, so that it can be corrected. */
export function rememberRefused({ memory }: ChatTurn, person: Relation, estimate: MemorisedEstimate): void {
  Object.assign(memory, { estimate, person, lastWas: 'estimate' });
}

/** Keeps an estimate as the last one and as that person's; estimates of another kind are not added up with it. */
export function rememberEstimate(turn: ChatTurn, person: Relation, estimate: MemorisedEstimate): void {
  const { memory } = turn;
  const known = memory.family.find((member) => member.person === person);
  const alike = memory.family.filter((member) => member.estimate.kind === estimate.kind);
  memory.estimate = estimate;
  memory.person = person;
  memory.family = alike.includes(known ?? { person, estimate })
    ? alike.map((member) => (member.person === person ? { person, estimate } : member))
    : [...alike, { person, estimate }].slice(-largestFamily);
}

/** Whether somebody else still has a place beside those whose estimates are kept. */
export function hasRoom({ memory }: ChatTurn, person: Relation): boolean {
  return memory.family.length < largestFamily || memory.family.some((member) => member.person === person);
}

/** What all of a family come to; undefined for one alone. */
export function familyLine(turn: ChatTurn): string | undefined {
  const { family, estimate } = turn.memory;
  if (family.length < 2 || estimate === undefined) return undefined;
  return estimate.kind === 'plan' ? planLine(turn, family) : voluntaryLine(turn, family);
}

function voluntaryLine(turn: ChatTurn, family: readonly Member[]): string {
  const parts = family.flatMap(({ person, estimate }) => {
    if (estimate.kind !== 'voluntary') return [];
    const made = estimateVoluntary(estimate.input, turn.estimateDeps);
    // What was open when it was told may be closed on another day.
    if (made.status !== 'amount') return [];
    const { period } = made;
    return [
      {
        them: nameOf(turn, person),
        pay: period.pay,
        state: period.state + period.local,
        months: period.months,
      },
    ];
  });
  const each = parts
    .map(({ them, pay, months }) => turn.t('family.pays', { them, pay: formatVnd(pay), months }))
    .join(', ');
  return familyText(turn, 'voluntary', { each, parts });
}

function planLine(turn: ChatTurn, family: readonly Member[]): string {
  const parts = family.flatMap(({ person, estimate }) => {
    if (estimate.kind !== 'plan') return [];
    const made = estimatePlan(estimate.input, turn.estimateDeps);
    if (made.status !== 'amount') return [];
    const first = chosenOption(made)?.firstPayment;
    return [
      {
        them: nameOf(turn, person),
        month: sayMonth(made.path.pensionFrom.slice(0, 'YYYY-MM'.length)),
        pay: first?.pay ?? 0,
        state: (first?.state ?? 0) + (first?.local ?? 0),
      },
    ];
  });
  const each = parts.map(({ them, month }) => turn.t('family.retires', { them, month })).join(', ');
  return familyText(turn, 'plan', { each, parts });
}

/** Everybody by name as long as a bubble has room for that. */
function familyText(
  turn: ChatTurn,
  kind: 'voluntary' | 'plan',
  { each, parts }: Readonly<{ each: string; parts: readonly Readonly<{ pay: number; state: number }>[] }>,
): string {
  const key = parts.length <= mostNamed[kind] ? `family.${kind}` : `family.${kind}_many`;
  return turn.t(key, { each, people: parts.length, ...sums(parts) });
}

function sums(parts: readonly Readonly<{ pay: number; state: number }>[]) {
  const add = (amounts: readonly number[]): string => formatVnd(amounts.reduce((sum, one) => sum + one, 0));
  return { pay: add(parts.map(({ pay }) => pay)), state: add(parts.map(({ state }) => state)) };
}

/** What the citizen told of themselves, or what a husband or a wife tells. */
function citizenSex({ memory: { told, family } }: ChatTurn): Sex | undefined {
  if (told.sex !== undefined) return told.sex;
  if (family.some(({ person }) => person === 'husband')) return 'female';
  return family.some(({ person }) => person === 'wife') ? 'male' : undefined;
}

function nameOf(turn: ChatTurn, person: Relation): string {
  return namesOf(turn, person, person === 'self' ? citizenSex(turn) : sexOf(person)).them;
}
