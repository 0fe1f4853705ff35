import { estimateHousehold, type AmountEstimate, type HouseholdInput } from '../../src/estimates/index.js';
import { formatDate, formatVnd } from '../../src/i18n/index.js';
import type { HouseholdFigures } from '../../src/policy/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { HouseholdValues } from '../forms/householdForm.js';
import { layOut } from '../say/layOut.js';
import { sayAmount, sayNoAmount, sourceOf } from '../say/sayAmount.js';
import { asPeriod } from './asPeriod.js';
import { childAge, coveredChoices } from './coveredChoices.js';
import { coveredLines } from './coveredLines.js';

/** Members shown one by one; from the last of them on everybody pays the same. */
const shownRanks = 5;
/** Months of a full year's card. */
const fullYear = 12;

/** Says what household health insurance costs those of a household who have no card yet. */
export async function sayHouseholdEstimate(turn: ChatTurn, values: HouseholdValues): Promise<void> {
  const { people = 1, months = fullYear, covered } = values;
  const coveredPeople = covered === undefined ? 0 : covered.worker + covered.pupil + covered.child;
  const counted = people - coveredPeople;
  const others = covered === undefined ? [] : coveredLines(turn, covered);
  if (counted <= 0) {
    delete turn.memory.estimate;
    await turn.say({
      text: [turn.t('household.nobody'), ...others].join('\n'),
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
  turn.memory.estimate = {
    ...{ kind: 'household', input, people, coveredKnown },
    ...(covered === undefined ? {} : { covered }),
  };
  const headline = [
    householdHeadline(turn, { estimate, counted, people, months, coveredKnown }),
    ...others,
  ].join('\n');
  if (coveredKnown) {
    await sayAmount(turn, estimate, {
      texts: [
        headline,
        turn.t('household.assumed', { date: formatDate(estimate.date) }),
        turn.t('household.maybe_cheaper'),
      ],
      choices: [
        turn.button('where_to_buy'),
        turn.button('card_valid'),
        turn.button('cheaper'),
        turn.button('edit'),
        turn.button('call_me'),
      ],
    });
    return;
  }
  const { bubbles } = layOut({
    texts: [headline, sourceOf(turn, estimate), turn.t('household.covered', childAge(turn))],
  });
  await turn.sayAll(bubbles, {
    choices: coveredChoices(turn),
    expects: 'covered',
    channelData: { estimate: { reference: estimate.reference } },
  });
  turn.memory.lastWas = 'estimate';
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
