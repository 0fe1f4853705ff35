import { localSupportWarnings } from '../localSupport.js';
import type { UsedParameter } from '../lookUp.js';
import { day, number, term, type Remark } from '../Outcome.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { nextFloorWarnings } from './nextFloorWarnings.js';
import type { Participation } from './participation.js';

/** Everything doubtful or easily overlooked about joining. */
export function participationWarnings(found: Participation, used: readonly UsedParameter[]): Remark[] {
  const { situation, local, figures } = found;
  return [
    ...businessWarnings(found),
    ...supportWarnings(found),
    ...localSupportWarnings(local, figures.floor.local > 0),
    ...arrearsWarnings(found),
    ...nextFloorWarnings(found, { date: situation.date }),
    ...reviewWarnings(used, situation.date),
  ];
}

/** What was taken for granted, and which of the things told do not stand in the way. */
export function participationAssumptions({ situation, rules }: Participation): Remark[] {
  const { date, status, supportedMonthsTold } = situation;
  const told = [...new Set(status)].map((one): Remark => ({
    code: 'status_does_not_exclude',
    operands: { status: term(`status.${one}`) },
  }));
  return [
    { code: 'joined_on', operands: { date: day(date), group: term(`group.${rules.group}`) } },
    ...told,
    ...(supportedMonthsTold ? [] : [{ code: 'no_month_supported_yet', operands: {} }]),
  ];
}

/** The way a household business is taxed decides, and many change it: it has to be asked before anything is promised. */
function businessWarnings({
  situation: { status },
  participationRules: { businessCompulsoryFrom },
}: Participation): Remark[] {
  if (!status.includes('household_business_other')) return [];
  const operands = { from: day(businessCompulsoryFrom.other) };
  return [{ code: 'business_tax_method_doubtful', operands }];
}

function supportWarnings({ situation, rules, localPercent, figures: { support } }: Participation): Remark[] {
  const warnings: Remark[] = [];
  const max = number(rules.supportMaxMonths);
  if (support.monthsLeft === 0) {
    warnings.push({ code: 'support_used_up', operands: { max } });
    if (localPercent > 0) warnings.push({ code: 'local_support_limit_doubtful', operands: { max } });
  }
  if (situation.supportedMonths > 0) warnings.push({ code: 'earlier_months_doubtful', operands: { max } });
  if (rules.group === 'island') warnings.push({ code: 'island_list_doubtful', operands: {} });
  return warnings;
}

function arrearsWarnings({ arrears }: Participation): Remark[] {
  if (arrears.isOpen === null) return [{ code: 'arrears_needs_sex', operands: {} }];
  if (!arrears.isOpen) return [];
  return [
    { code: 'arrears_who_may_use', operands: { max: number(arrears.maxMonths) } },
    { code: 'arrears_support_doubtful', operands: {} },
  ];
}
