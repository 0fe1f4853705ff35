import { readHousehold } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { Slot } from '../forms/Form.js';
import type { HouseholdValues } from '../forms/householdForm.js';
import { householdGroups } from './householdGroups.js';
import { readHouseholdGroup } from './readHouseholdGroup.js';
import { childAge, coveredChoices, tellsNobody } from './coveredChoices.js';

const nobody = { worker: 0, pupil: 0, child: 0 };

/** What the cheapest way for a household hangs on, beside its size. */
export function choiceSlots(): readonly Slot<HouseholdValues>[] {
  return [coveredSlot(), groupSlot()];
}

function coveredSlot(): Slot<HouseholdValues> {
  return {
    name: 'covered',
    expects: 'covered',
    missing: 'covered',
    named: /^(?:(?:nguoi|ai) (?:da )?co the|the cua ai|nguoi co the|who has a card|cards?)\b/,
    fills: ['covered'],
    wanted: ({ want, covered }) => want === 'choice' && covered === undefined,
    ask: (turn) => ({ text: turn.t('household.covered', childAge(turn)), choices: coveredChoices(turn) }),
    read: (turn) => {
      if (tellsNobody(turn)) return filled({ covered: nobody });
      const covered = coveredIn(turn);
      return covered === undefined
        ? { status: 'missed', hint: turn.t('household.covered_missed') }
        : filled({ covered });
    },
    skip: () => ({ covered: nobody }),
  };
}

/** Tact: a whole household is asked, with the reason, and nobody has to answer. */
function groupSlot(): Slot<HouseholdValues> {
  return {
    name: 'healthGroup',
    expects: 'group',
    missing: 'household_group',
    named: /^(?:dien(?: ho tro| cua nha)?|ho tro|ho|nhom|my group|the group|group)\b/,
    fills: ['healthGroup'],
    wanted: ({ want, healthGroup }) => want === 'choice' && healthGroup === undefined,
    ask: (turn) => ({
      text: turn.t('household.group'),
      choices: householdGroups.map((name) => ({ title: turn.t(`household_group.${name}`) })),
    }),
    read: (turn) => {
      const healthGroup = readHouseholdGroup(turn);
      return healthGroup === undefined
        ? { status: 'missed', hint: turn.t('household.group_missed') }
        : filled({ healthGroup });
    },
    skip: () => ({ healthGroup: 'none' }),
  };
}

/** Who has a card already, as a message tells it. */
function coveredIn(turn: ChatTurn): HouseholdValues['covered'] {
  const household = readHousehold(turn.told);
  if (household.status !== 'value') return undefined;
  const { worker, pupil, child } = household.value.covered;
  return worker + pupil + child > 0 || household.value.people === null ? { worker, pupil, child } : undefined;
}

function filled(values: Partial<HouseholdValues>) {
  return { status: 'filled', values } as const;
}
