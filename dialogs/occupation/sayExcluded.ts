import { estimateParticipation } from '../../src/estimates/index.js';
import type { ParticipationStatus } from '../../src/policy/index.js';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';
import type { VoluntaryValues } from '../forms/voluntaryValues.js';
import { namesOf } from '../say/persons.js';
import { sourceLine } from '../questions.js';

/** A grown-up's birthday: only the occupation is judged here, and the age isn't known. */
const someAdult = '1990-01-01';

/** Whether voluntary insurance is open to who does this for a living, as far as it was told. */
export function mayJoin({ occupation, tax }: Pick<VoluntaryValues, 'occupation' | 'tax'>): boolean {
  return occupation !== 'employee' && !(occupation === 'business' && tax === 'declaration');
}

/** What an occupation is to the law; undefined where it makes no difference. */
export function statusOf({
  occupation,
  tax,
}: Pick<VoluntaryValues, 'occupation' | 'tax'>): ParticipationStatus | undefined {
  switch (occupation) {
    case 'employee':
      return 'employee_compulsory';
    case 'suspended':
      return 'contract_suspended';
    case 'domestic':
      return 'domestic_worker';
    case 'business':
      return tax === 'declaration' ? 'household_business_declaration' : 'household_business_other';
    default:
      return undefined;
  }
}

/** What the law says of an occupation: reasons against joining, or what has to be minded. */
export function judgeOccupation(turn: ChatTurn, values: Pick<VoluntaryValues, 'occupation' | 'tax'>) {
  const status = statusOf(values);
  return estimateParticipation(
    {
      ...{ birth: someAdult, citizen: true, groups: [], keepsPaying: false },
      status: status === undefined ? [] : [status],
      locale: turn.memory.locale,
    },
    turn.estimateDeps,
  );
}

/** Why somebody is insured otherwise already, and the ways on: it was misunderstood, for a relative, health insurance. */
export async function sayExcluded(turn: ChatTurn, values: VoluntaryValues): Promise<void> {
  const judged = judgeOccupation(turn, values);
  if (judged.status !== 'not_eligible') throw new Error('The occupation was found to exclude.');
  const { person = 'self', occupation } = values;
  const reasons = judged.reasons.map(({ text }) => text).join(' ');
  const source = sourceLine(
    turn,
    judged.reasons.map(({ basis }) => basis.document),
  );
  const hint = turn.t(
    occupation === 'employee' ? 'occupation.unless_employee' : 'occupation.unless_business',
  );
  turn.memory.topic = occupation === 'employee' ? 'tn-dang-bat-buoc' : 'tn-ho-kinh-doanh';
  turn.memory.lastWas = 'topic';
  await turn.say({
    text:
      person === 'self'
        ? `${reasons}\n\n${hint}\n\n${source}`
        : `${turn.t('family.for', { ...namesOf(turn, person, undefined), text: reasons })}\n\n${source}`,
    choices: waysOn(turn, values),
  });
}

function waysOn(turn: ChatTurn, { occupation, person = 'self' }: VoluntaryValues): readonly ChoiceButton[] {
  if (person !== 'self') return [turn.button('for_relative'), turn.button('call_me')];
  const own =
    occupation === 'employee'
      ? [turn.button('no_contract'), turn.button('contract_suspended')]
      : [turn.button('taxed_otherwise')];
  return [...own, turn.button('for_relative'), turn.button('estimate_household'), turn.button('call_me')];
}
