import type { UsedParameter } from '../lookUp.js';
import { toNumber } from '../lookUpNumber.js';
import { money, month, number, percent, type Step } from '../Outcome.js';
import { calculateVoluntary } from './calculation.js';
import type { Participation } from './participation.js';

/** How the lowest month, the highest income, the months of support and the month of arrears come about. */
export function explainParticipation({
  situation,
  rules,
  localPercent,
  arrears,
  figures: { floor, ceiling, support },
}: Participation): Step[] {
  const lowest = { ...situation, income: floor.income, mode: 'monthly', months: 1 } as const;
  const steps: Step[] = [
    ...calculateVoluntary(lowest, rules, localPercent).steps,
    {
      code: 'highest_income',
      value: ceiling.income,
      operands: {
        multiple: number(valueOf(rules.used, 'vsi.income_cap_multiple')),
        referenceLevel: money(valueOf(rules.used, 'reference_level')),
        result: money(ceiling.income),
      },
    },
    {
      code: 'highest_gross',
      value: ceiling.gross,
      operands: {
        rate: percent(rules.rate),
        income: money(ceiling.income),
        result: money(ceiling.gross),
      },
    },
    {
      code: 'support_months_left',
      value: support.monthsLeft,
      operands: {
        max: number(rules.supportMaxMonths),
        used: number(situation.supportedMonths),
        result: number(support.monthsLeft),
      },
    },
  ];
  if (arrears.from === null) return steps;
  return [...steps, { code: 'arrears_from', value: arrears.from, operands: { result: month(arrears.from) } }];
}

function valueOf(used: readonly UsedParameter[], id: string): number {
  return toNumber(id, used.find((parameter) => parameter.id === id)?.value);
}
