import { month, number, term, type Step } from '../Outcome.js';
import type { Retirement, Sex } from '../retirement.js';

/** The line that tells when a person reaches the retirement age. */
export function retirementStep(
  { sex, birth }: Readonly<{ sex: Sex; birth: string }>,
  retirement: Retirement,
): Step {
  const { years, months } = retirement.age;
  return {
    code: months === 0 ? 'retirement_age' : 'retirement_age_with_months',
    value: retirement.month,
    operands: {
      ...{ sex: term(`sex.${sex}`), birth: month(birth) },
      ...{ years: number(years), months: number(months), result: month(retirement.month) },
    },
  };
}
