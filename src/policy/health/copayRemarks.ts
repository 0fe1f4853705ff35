import type { UsedParameter } from '../lookUp.js';
import { day, money, number, percent, term, type Operands, type Remark, type Step } from '../Outcome.js';
import { reviewWarnings } from '../reviewWarnings.js';
import type { CardHolder } from './benefitLevel.js';
import type { CoPaymentFigures, JudgedVisit } from './coPayment.js';

/** A visit and what it costs, from which steps and remarks are told. */
export type ToldVisit = Readonly<{ visit: JudgedVisit; figures: CoPaymentFigures }>;

/** How the fund's and the patient's part come about. */
export function copaySteps(told: ToldVisit): readonly Step[] {
  const { visit, figures } = told;
  const { fund, patient, routingPercent, remainingToCap } = figures;
  const steps: Step[] = [levelStep(told)];
  if (routingPercent !== visit.inLineShare) {
    const operands = { way: wayOf(visit), share: percent(routingPercent) };
    steps.push({ code: 'routing_share', value: routingPercent, operands });
  }
  steps.push(fundStep(told));
  steps.push({
    code: 'patient_pays',
    value: patient,
    operands: { cost: money(visit.cost), fund: money(fund), result: money(patient) },
  });
  if (visit.situation.fiveContinuousYears === true && figures.rule !== 'six_times') {
    steps.push({ code: 'cap_left', value: remainingToCap, operands: { result: money(remainingToCap) } });
  }
  return steps;
}

function levelStep({ visit, figures }: ToldVisit): Step {
  const { benefitPercent: value, rule } = figures;
  const level = percent(value);
  switch (rule) {
    case 'small_visit': {
      const operands = { cost: money(visit.cost), below: money(visit.smallVisitBelow), level };
      return { code: 'benefit_small_visit', value, operands };
    }
    case 'first_level':
      return { code: 'benefit_first_level', value, operands: { level } };
    case 'six_times':
      return { code: 'benefit_after_cap', value, operands: { level } };
    case 'group':
    case 'six_times_crossed':
      return { code: 'benefit_level', value, operands: { group: holderTerm(visit.bestHolder), level } };
  }
}

function fundStep({ visit, figures }: ToldVisit): Step {
  const { benefitPercent, routingPercent, fund, copay, rule, directCeiling } = figures;
  const step = (code: string, operands: Operands): Step => ({ code, value: fund, operands });
  const common = { cost: money(visit.cost), level: percent(benefitPercent), result: money(fund) };
  if (directCeiling !== null && fund === directCeiling)
    return step('fund_pays_ceiling', { ceiling: money(directCeiling), result: money(fund) });
  if (rule === 'six_times_crossed')
    return step('fund_pays_above_cap', { cost: money(visit.cost), copay: money(copay), result: money(fund) });
  if (routingPercent === visit.inLineShare) return step('fund_pays', common);
  return step('fund_pays_routed', { ...common, share: percent(routingPercent) });
}

/** The day, the card, and how co-payments of the year were counted. */
export function copayAssumptions({ visit, figures }: ToldVisit): readonly Remark[] {
  const { situation, cap, bestHolder } = visit;
  const found: Remark[] = [
    { code: 'visit_on', operands: { date: day(situation.date), group: holderTerm(bestHolder) } },
    { code: 'cost_within_cover', operands: {} },
  ];
  if (situation.fiveContinuousYears === undefined)
    found.push({ code: 'five_years_not_counted', operands: {} });
  const [before, after] = cap.bases;
  if (before !== undefined && after !== undefined) {
    found.push({ code: 'cap_rebased', operands: { before: money(before), after: money(after) } });
  }
  if (figures.rule === 'six_times_crossed') found.push({ code: 'cap_crossed_in_visit', operands: {} });
  return found;
}

/** Holders for whom a specialised hospital may count as in line, if they live in a difficult area. */
const mayLiveInDifficultArea: readonly CardHolder[] = [
  'poor',
  'ethnic_near_poor_mountain',
  'especially_difficult_area',
];

/** Everything doubtful or to be minded about a visit. */
export function copayWarnings(
  { visit, figures }: ToldVisit,
  used: readonly UsedParameter[],
): readonly Remark[] {
  const { situation, holders, bestHolder, route, inLineShare, cap } = visit;
  const remark = (code: string): Remark => ({ code, operands: {} });
  const found: Remark[] = [];
  const routed = situation.setting !== 'emergency' && situation.inLine !== true;
  if (routed) found.push(remark('routing_by_facility'));
  if (figures.rule !== 'group' && figures.routingPercent !== inLineShare)
    found.push(remark('level_out_of_line_doubtful'));
  const notFull = figures.routingPercent !== inLineShare;
  const toCentral = route.id === 'hhi.routing.inpatient_central';
  if (toCentral && notFull && mayLiveInDifficultArea.some((holder) => holders.includes(holder)))
    found.push(remark('difficult_area_possible'));
  if (holders.includes('social_pension') && bestHolder === 'social_pension' && figures.copay > 0)
    found.push(remark('social_pension_level_doubtful'));
  if (cap.ignored > 0) found.push({ code: 'copays_ignored', operands: { count: number(cap.ignored) } });
  if (situation.copayThisYear !== undefined || situation.fiveContinuousYears === true)
    found.push(remark('only_rule_visits_count'));
  if (situation.fiveContinuousYears === true) found.push(remark('office_counts_five_years'));
  return [
    ...found,
    ...directWarnings(figures, situation.contracted),
    ...reviewWarnings(used, situation.date),
  ];
}

function directWarnings({ directCeiling }: CoPaymentFigures, contracted: boolean | undefined): Remark[] {
  if (contracted !== false) return [];
  return [
    { code: 'direct_payment', operands: {} },
    directCeiling === null
      ? { code: 'direct_ceiling_unknown', operands: {} }
      : { code: 'direct_ceiling_unconfirmed', operands: { ceiling: money(directCeiling) } },
  ];
}

function holderTerm(holder: CardHolder) {
  return term(`group.${holder}`);
}

function wayOf({ route }: JudgedVisit) {
  return term(`route.${route.id.slice(route.id.lastIndexOf('.') + 1)}`);
}
