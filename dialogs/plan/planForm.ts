import type { ChatTurn } from '../ChatTurn.js';
import type { Form } from '../forms/Form.js';
import { birthChange } from '../told/birthChange.js';
import { readBirthday } from '../told/readBirthday.js';
import { keep } from '../told/readFacts.js';
import { planSlots } from './planSlots.js';
import { planValuesSchema, type PlanValues } from './planValues.js';
import { readPlanValues } from './readPlanValues.js';
import { sayPath, sayPlan } from './sayPlan.js';

/** Two digits alone may be an age or the end of a year. */
const bareNumber = /^\D{0,3}\d{1,2}\D{0,3}$/;

/** Sex, birth, what was paid, group and savings: what a plan for a pension needs. */
export const planForm: Form<PlanValues> = {
  id: 'plan',
  schema: planValuesSchema,
  slots: planSlots,
  overhear: (turn, asked, { birth }) => {
    // Another person is another estimate; what is said here is of the one who is asked about.
    const { person: _person, ...values } = readPlanValues(turn);
    // Sex and birth are asked together: either may be all of the answer.
    const alone =
      asked === 'sex' && birth === undefined && !bareNumber.test(turn.plain) ? readBirthday(turn) : {};
    return { ...alone, ...values, ...birthChange(turn, values, birth) };
  },
  holdsPersonal: () => false,
  finish: async (turn, values) => {
    rememberTold(turn, values);
    if (values.want === 'path') await sayPath(turn, values);
    else await sayPlan(turn, values);
  },
};

function rememberTold(turn: ChatTurn, values: PlanValues): void {
  const { person, want: _want, skipped: _skipped, ...facts } = values;
  if (person === 'self') keep(turn, facts);
}
