import { ladderId, referenceLevelWarnings } from '../household.js';
import { localRowsInForce } from '../localSupport.js';
import type { UsedParameter } from '../lookUp.js';
import { lookUpNumber } from '../lookUpNumber.js';
import { day, money, number, percent, term, type Remark, type Step } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { roundedProduct } from '../roundedProduct.js';
import { ageOn } from './ageOn.js';
import { benefitId } from './benefitLevel.js';
import { supportedGroups } from './groups.js';
import type { HouseholdChoiceFigures, JudgedMember, MemberFigures } from './householdChoice.js';
import { supportLimitIds } from './supportShares.js';

/** The result of a household's choice, from which steps and remarks are told. */
export type ToldChoice = Readonly<{
  date: string;
  province: string | undefined;
  judged: readonly JudgedMember[];
  figures: HouseholdChoiceFigures;
  value: (id: 'reference_level' | 'hhi.rate' | ReturnType<typeof ladderId>) => number;
}>;

/** How each payment and the compared totals come about. */
export function choiceSteps({ figures, value }: ToldChoice): readonly Step[] {
  const [referenceLevel, rate] = [value('reference_level'), value('hhi.rate')];
  const first = roundedProduct({ factors: [referenceLevel], percents: [rate] });
  const { members, total, totalByHousehold, totalByGroup, saving } = figures;
  const byHousehold = members.some(({ form }) => form === 'household');
  const steps = members.flatMap((member) => memberStep(member, first, value));
  const totals: Step[] = [
    { code: 'choice_total', value: total, operands: { result: money(total) } },
    { code: 'choice_by_household', value: totalByHousehold, operands: { result: money(totalByHousehold) } },
    { code: 'choice_by_group', value: totalByGroup, operands: { result: money(totalByGroup) } },
  ];
  if (saving > 0) {
    const operands = { dearer: money(total + saving), total: money(total), result: money(saving) };
    totals.push({ code: 'choice_saving', value: saving, operands });
  }
  if (!byHousehold) return [...steps, ...totals];
  const operands = { rate: percent(rate), referenceLevel: money(referenceLevel), result: money(first) };
  return [{ code: 'first_member_month', value: first, operands }, ...steps, ...totals];
}

function memberStep(figures: MemberFigures, first: number, value: ToldChoice['value']): Step[] {
  const { position, form, group, rank, months, gross, state, local, pay } = figures;
  if (months === null || gross === null || state === null || local === null || pay === null) return [];
  const common = { member: number(position), months: number(months), result: money(pay) };
  if (form === 'household' && rank !== null) {
    const share = percent(value(ladderId(rank)));
    const operands = { ...common, rank: number(rank), share, first: money(first) };
    return [{ code: 'choice_household', value: pay, operands }];
  }
  const full = { ...common, full: money(gross) };
  if (form === 'supported' && group !== null) {
    const operands = { ...full, group: term(`group.${group}`), state: money(state) };
    return local > 0
      ? [{ code: 'choice_supported_local', value: pay, operands: { ...operands, local: money(local) } }]
      : [{ code: 'choice_supported', value: pay, operands }];
  }
  if (form === 'local')
    return [{ code: 'choice_local', value: pay, operands: { ...full, local: money(local) } }];
  return [{ code: 'choice_individual', value: pay, operands: full }];
}

/** What was taken for granted: who has another card, and that the rest are registered together. */
export function choiceAssumptions({ date, judged }: ToldChoice): readonly Remark[] {
  const settled = judged.flatMap(({ position, settled: form }): Remark[] =>
    form === null
      ? []
      : [
          {
            code: form.form === 'state_paid' ? 'state_paid_member' : 'other_card_member',
            operands: { member: number(position), group: term(`group.${form.group}`) },
          },
        ],
  );
  const untold = judged.some(({ settled: form, member }) => form === null && member.resident === undefined);
  return [
    { code: 'paid_on', operands: { date: day(date) } },
    ...settled,
    ...(untold ? [{ code: 'registered_together', operands: {} }] : []),
  ];
}

/** Everything doubtful or to be minded, each once. */
export function choiceWarnings(
  table: ParameterTable,
  told: ToldChoice,
  used: readonly UsedParameter[],
): readonly Remark[] {
  const { date, province, judged, figures } = told;
  const remark = (code: string): Remark => ({ code, operands: {} });
  const joined = figures.members.filter(({ form }) => form === 'household');
  const paysMost = judged.some(({ own, settled }) => settled === null && own === null);
  const nothingKnown = localRowsInForce(table, { scheme: 'hhi', province, date }).length === 0;
  const longest = Math.max(0, ...figures.members.map(({ months }) => months ?? 0));
  const unequal = new Set(joined.map(({ months }) => months)).size > 1;
  const found = [
    ...(joined.length > 1 ? [remark('rank_by_declared_order'), remark('household_by_registration')] : []),
    ...(unequal ? [remark('rank_with_unequal_periods')] : []),
    ...(judged.some(({ settled }) => settled?.form === 'other_card')
      ? [remark('other_cards_not_ranked')]
      : []),
    ...benefitWarnings(table, told),
    ...supportLimits(table, told),
    ...judged.flatMap(({ own, remarks }) => [...(own?.remarks ?? []), ...remarks]),
    ...(paysMost && nothingKnown ? [remark('local_support_unknown')] : []),
    ...(judged.some(({ birthNeeded }) => birthNeeded) ? [remark('birth_decides_local_support')] : []),
    ...socialPensionWarnings(table, told),
    ...referenceLevelWarnings(table, date, longest),
    ...reviewWarnings(used, date),
  ];
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** The card of a supported group may pay more at the doctor's than a household card: cheaper isn't always better. */
function benefitWarnings(table: ParameterTable, { date, judged }: ToldChoice): Remark[] {
  return judged.flatMap(({ own, mayJoin }): Remark[] => {
    if (!mayJoin || own?.form !== 'supported' || own.group === null) return [];
    const groupId = benefitId(own.group, false);
    const read = readParameters(table, date, ['hhi.benefit.household', groupId]);
    if (read.status === 'unknown') return [];
    const [byGroup, byHousehold] = [read.value(groupId), read.value('hhi.benefit.household')];
    if (byGroup === byHousehold) return [];
    const group = term(`group.${own.group}`);
    const operands = { group, byGroup: percent(byGroup), byHousehold: percent(byHousehold) };
    return [{ code: 'benefit_level_differs', operands }];
  });
}

function supportLimits(table: ParameterTable, { date, figures }: ToldChoice): Remark[] {
  return figures.members.flatMap(({ group }): Remark[] => {
    const supported = supportedGroups.find((code) => code === group);
    const limitId = supported === undefined ? undefined : supportLimitIds[supported];
    const limit = limitId === undefined ? undefined : lookUpNumber(table, limitId, date);
    if (limit?.status !== 'found') return [];
    return [{ code: 'support_ends', operands: { months: number(limit.value) } }];
  });
}

/** Who is old enough for the social pension, with which the card is free, but wasn't said to have it. */
function socialPensionWarnings(table: ParameterTable, { date, judged }: ToldChoice): Remark[] {
  const read = readParameters(table, date, ['social_pension.age', 'social_pension.age_poor']);
  if (read.status === 'unknown') return [];
  return judged.flatMap(({ settled, member }): Remark[] => {
    if (settled !== null || member.birth === undefined) return [];
    const nearPoor = ['near_poor', 'near_poor_poor_commune'].some((group) =>
      member.groups?.some((code) => code === group),
    );
    const age = nearPoor ? read.value('social_pension.age_poor') : read.value('social_pension.age');
    if (ageOn(member.birth, date) < age) return [];
    return [{ code: 'social_pension_possible', operands: { age: number(age) } }];
  });
}
