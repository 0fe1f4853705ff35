import {
  estimateHouseholdChoice,
  type AmountEstimate,
  type HouseholdChoiceInput,
} from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { HealthGroup, HouseholdChoiceFigures } from '../../src/policy/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { HouseholdValues } from '../forms/householdForm.js';
import { answerTopic } from '../questions.js';
import { sayAmount, sayNoAmount } from '../say/sayAmount.js';
import { asPeriod } from './asPeriod.js';

type Member = HouseholdChoiceFigures['members'][number];

/** Months of a full year's card. */
const fullYear = 12;
/** What tells of the groups that no button names. */
const otherGroupsTopic = 'yt-mien-phi';

/** Says how each of a household is insured cheapest, what all pay, and what that saves. */
export async function sayChoice(turn: ChatTurn, values: HouseholdValues): Promise<void> {
  const { people = 1, covered = { worker: 0, pupil: 0, child: 0 }, healthGroup } = values;
  if (healthGroup === 'other' && (await answerTopic(turn, otherGroupsTopic))) return;
  const input = toInput(turn, values);
  const estimate = estimateHouseholdChoice(input, turn.estimateDeps);
  if (estimate.status !== 'amount')
    return sayNoAmount(turn, estimate, [turn.button('edit_members'), turn.button('edit_months')]);
  turn.memory.estimate = {
    ...{ kind: 'household-choice', input, people, covered },
    ...(healthGroup === undefined ? {} : { healthGroup }),
  };
  turn.memory.person = 'self';
  await sayAmount(turn, estimate, {
    texts: [
      [totalText(turn, estimate), ...memberLines(turn, estimate)].join('\n'),
      ...savingTexts(turn, estimate),
    ],
    choices: [
      turn.button('card_valid'),
      turn.button('where_to_buy'),
      turn.button('why'),
      turn.button('edit'),
      turn.button('call_me'),
    ],
  });
}

function toInput(turn: ChatTurn, values: HouseholdValues): HouseholdChoiceInput {
  const { people = 1, covered = { worker: 0, pupil: 0, child: 0 }, healthGroup } = values;
  const months = asPeriod(values.months ?? fullYear);
  const own: readonly HealthGroup[] =
    healthGroup === undefined || healthGroup === 'none' || healthGroup === 'other' ? [] : [healthGroup];
  const { worker, pupil, child } = covered;
  const rest = Math.max(0, people - worker - pupil - child);
  const members = (count: number, groups: readonly HealthGroup[]) =>
    Array.from({ length: count }, () => ({ months, groups: [...groups] }));
  return {
    locale: turn.memory.locale,
    members: [
      ...members(rest, own),
      ...members(worker, ['employee']),
      ...members(pupil, ['pupil', ...own]),
      ...members(child, ['child_under_6']),
    ],
  };
}

function totalText(turn: ChatTurn, { total, members }: AmountEstimate<HouseholdChoiceFigures>): string {
  const months = members.find((member) => member.months !== null)?.months ?? 0;
  if (total === 0) return turn.t('choice.nothing');
  return turn.t('choice.total', { total: formatVnd(total), months });
}

/** Members who are insured alike are told in one line. */
function memberLines(turn: ChatTurn, { members }: AmountEstimate<HouseholdChoiceFigures>): readonly string[] {
  const kinds = new Map<string, Member[]>();
  for (const member of members) {
    const key = `${member.form} ${member.group ?? ''}`;
    kinds.set(key, [...(kinds.get(key) ?? []), member]);
  }
  return [...kinds.values()].map((alike) => `- ${memberLine(turn, alike)}`);
}

function memberLine(turn: ChatTurn, alike: readonly Member[]): string {
  const [first] = alike;
  if (first === undefined) return '';
  const { form, group, pay, state, local } = first;
  const values = {
    people: alike.length,
    group: group === null ? '' : turn.words(`estimate:term.group.${group}`),
    pay: formatVnd(pay ?? 0),
    state: formatVnd((state ?? 0) + (local ?? 0)),
    each: alike.map((member) => formatVnd(member.pay ?? 0)).join(', '),
  };
  switch (form) {
    case 'state_paid':
      return turn.t('choice.state_paid', values);
    case 'other_card':
      return turn.t('choice.other_card', values);
    case 'supported':
    case 'local':
      return turn.t('choice.supported', values);
    case 'individual':
      return turn.t('choice.individual', values);
    case 'household':
      return turn.t('choice.household', values);
  }
}

/** Against which way it is cheaper, and by how much. */
function savingTexts(
  turn: ChatTurn,
  { total, totalByHousehold, totalByGroup, saving }: AmountEstimate<HouseholdChoiceFigures>,
): readonly string[] {
  if (saving === 0) return total === 0 ? [] : [turn.t('choice.no_saving')];
  const text = totalByHousehold >= totalByGroup ? 'choice.saving_household' : 'choice.saving_group';
  return [turn.t(text, { saving: formatVnd(saving) })];
}
