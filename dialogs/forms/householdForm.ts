import { z } from 'zod';
import { readChoice, readHousehold, readMonths } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { sayHouseholdEstimate } from '../household/sayHousehold.js';
import { choiceSlots } from '../household/choiceSlots.js';
import { readHouseholdGroup } from '../household/readHouseholdGroup.js';
import { householdGroups } from '../household/householdGroups.js';
import { sayChoice } from '../household/sayChoice.js';
import type { Form } from './Form.js';

const valuesSchema = z.object({
  people: z.number().optional(),
  months: z.number().optional(),
  covered: z.object({ worker: z.number(), pupil: z.number(), child: z.number() }).optional(),
  /** `choice`: the cheapest way for everybody, which needs to know the groups too. */
  want: z.enum(['price', 'choice']).optional(),
  healthGroup: z.enum(householdGroups).optional(),
});
export type HouseholdValues = z.infer<typeof valuesSchema>;

/** The lengths of a card, as the words "3 tháng", "6 tháng", "12 tháng" mean them. */
const periods = [12, 6, 3] as const;
const commonSizes = [1, 2, 3, 4, 5];
/** "6", "6 ạ": a number with nothing that says of what. */
const bareNumber = /^\D{0,3}\d{1,2}\D{0,3}$/;

/** How many people and for how many months: what an estimate of household health insurance needs. */
export const householdForm: Form<HouseholdValues> = {
  id: 'household',
  schema: valuesSchema,
  slots: [
    {
      name: 'people',
      expects: 'members',
      missing: 'people',
      named:
        /^(?:so (?:nguoi|thanh vien|nhan khau|khau)|nguoi(?! (?:da )?co the)|thanh vien|nhan khau|may nguoi|people|number of people|members)\b/,
      fills: ['people', 'covered'],
      wanted: ({ people }) => people === undefined,
      ask: (turn) => ({
        text: turn.t('household.people'),
        choices: commonSizes.map((people) => ({ title: turn.t('household.people_choice', { people }) })),
      }),
      read: (turn) => {
        const people = readPeople(turn.told);
        if (people.people !== undefined) return { status: 'filled', values: people };
        const household = readHousehold(turn.told);
        const ambiguous = household.status === 'unclear' && household.reason === 'ambiguous';
        return {
          status: 'missed',
          hint: turn.t(ambiguous ? 'household.people_ambiguous' : 'household.people_missed'),
        };
      },
    },
    {
      name: 'months',
      expects: 'months',
      missing: 'card_months',
      named:
        /^(?:so thang|thoi han|thang|ky han|may thang|thoi gian(?: mua)?|months|number of months|length)\b/,
      fills: ['months'],
      wanted: ({ months }) => months === undefined,
      ask: (turn) => ({
        text: turn.t('household.months'),
        choices: periods.map((months) => ({ title: turn.t('household.months_choice', { months }) })),
      }),
      read: (turn) => {
        const months = readPeriod(turn);
        return months === undefined
          ? { status: 'missed', hint: turn.t('household.months_missed') }
          : { status: 'filled', values: { months } };
      },
    },
    ...choiceSlots(),
  ],
  overhear: (turn, asked, { want, people }) => ({
    ...besideSize(readHouseholdValues(turn), people),
    ...(people !== undefined && asked !== 'covered' ? coveredBeside(turn) : {}),
    ...(want === 'choice' && asked !== 'healthGroup' ? groupIn(turn) : {}),
  }),
  holdsPersonal: () => false,
  finish: (turn, values) =>
    values.want === 'choice' ? sayChoice(turn, values) : sayHouseholdEstimate(turn, values),
};

/** "Có 1 cháu lớp 8" tells of a pupil in a household whose size is known, and no other size. */
function besideSize(told: HouseholdValues, people: number | undefined): HouseholdValues {
  const { people: size, covered, ...others } = told;
  if (people === undefined || covered === undefined || size === undefined) return told;
  const { worker, pupil, child } = covered;
  return size <= worker + pupil + child ? { ...others, covered } : told;
}

/** Who has a card already, or that nobody has, told while something else was asked. */
function coveredBeside(turn: ChatTurn): Pick<HouseholdValues, 'covered'> {
  const saysNobody =
    turn.says('covered_none') || /\b(?:khong|chua|ko) (?:co )?ai\b|\b(?:nobody|no one)\b/.test(turn.plain);
  if (saysNobody) return { covered: { worker: 0, pupil: 0, child: 0 } };
  const household = readHousehold(turn.told);
  if (household.status !== 'value' || household.value.people !== null) return {};
  const { worker, pupil, child } = household.value.covered;
  return worker + pupil + child > 0 ? { covered: { worker, pupil, child } } : {};
}

/** A group told while something else was asked; that there is none is no answer to another question. */
function groupIn(turn: ChatTurn): Pick<HouseholdValues, 'healthGroup'> {
  const healthGroup = readHouseholdGroup(turn);
  return healthGroup === undefined || healthGroup === 'none' ? {} : { healthGroup };
}

/** Whatever a message tells of a household: its size, who has a card already, for how long. */
export function readHouseholdValues(turn: ChatTurn): HouseholdValues {
  const months = readMonths(turn.told);
  const isBare = bareNumber.test(turn.plain);
  return {
    // A number alone answers what was asked; unasked it may be people, months or anything.
    ...(isBare ? {} : readPeople(turn.told)),
    ...(!isBare && months.status === 'value' && isPeriod(months.value) ? { months: months.value } : {}),
  };
}

function readPeople(text: string): Pick<HouseholdValues, 'people' | 'covered'> {
  const household = readHousehold(text);
  if (household.status === 'value' && household.value.people !== null) {
    const { worker, pupil, child } = household.value.covered;
    const covered = worker + pupil + child > 0 ? { covered: { worker, pupil, child } } : {};
    return { people: household.value.people, ...covered };
  }
  return {};
}

function readPeriod(turn: ChatTurn): number | undefined {
  const choice = readChoice(
    turn.text,
    periods.map((months) => ({
      value: String(months),
      label: turn.t('household.months_choice', { months }),
    })),
  );
  const months = readMonths(turn.told);
  if (months.status === 'value' && isPeriod(months.value)) return months.value;
  return choice.status === 'value' ? Number(choice.value) : undefined;
}

function isPeriod(months: number): boolean {
  return periods.some((period) => period === months);
}
