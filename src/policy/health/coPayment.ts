import type { UsedParameter } from '../lookUp.js';
import type { Outcome } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import { ageOn } from './ageOn.js';
import { benefitId, type BenefitId, type CardHolder } from './benefitLevel.js';
import { copayAssumptions, copaySteps, copayWarnings } from './copayRemarks.js';
import { copayCap, type Copay, type CopayCap } from './copayCap.js';
import { directCeiling, type DirectCeiling } from './directCeiling.js';
import { routeOf, type CareSetting, type Facility, type Route } from './routing.js';

export type CoPaymentSituation = Readonly<{
  /** Day of the visit, `YYYY-MM-DD`. */
  date: string;
  /** Cost within the insurance, đồng. */
  cost?: number | undefined;
  holder?: CardHolder | undefined;
  /** Further groups of the same person: the highest level holds. */
  otherGroups?: readonly CardHolder[] | undefined;
  /** `YYYY-MM-DD`; asked for where the level goes by age. */
  birth?: string | undefined;
  setting?: CareSetting | undefined;
  facility?: Facility | undefined;
  /** At the place of registration, with referral, or for a listed disease. */
  inLine?: boolean | undefined;
  /** False: the facility has no contract, and the patient asks for the money back. */
  contracted?: boolean | undefined;
  fiveContinuousYears?: boolean | undefined;
  copayThisYear?: readonly Copay[] | undefined;
}>;

/**
 * Why the level is what it is: the card's group, a cheap visit, a first-level facility, the year's co-payments already
 * above the cap, or the cap crossed by this visit.
 */
export const copayRules = ['group', 'small_visit', 'first_level', 'six_times', 'six_times_crossed'] as const;
export type CopayRule = (typeof copayRules)[number];

/**
 * `fund` and `patient` sum to the cost. Of the patient's part `copay` is the co-payment and `selfPaid` what falls out for
 * the way to the facility or above a ceiling; `countsForCap` says whether the co-payment counts for the yearly cap, of
 * which `remainingToCap` is left after this visit. All in đồng.
 */
export type CoPaymentFigures = Readonly<{
  benefitPercent: number;
  routingPercent: number;
  fund: number;
  patient: number;
  copay: number;
  selfPaid: number;
  rule: CopayRule;
  countsForCap: boolean;
  remainingToCap: number;
  directCeiling: number | null;
}>;

/** Everything that was found out about a visit. */
export type JudgedVisit = Readonly<{
  situation: CoPaymentSituation;
  cost: number;
  holders: readonly CardHolder[];
  bestHolder: CardHolder;
  route: Route;
  groupLevel: number;
  smallVisitBelow: number;
  inLineShare: number;
  cap: Extract<CopayCap, { status: 'found' }>;
  ceiling: DirectCeiling;
}>;

const levelIds = [
  'reference_level',
  'hhi.small_visit_percent',
  'hhi.benefit.small_visit',
  'hhi.benefit.first_level',
  'hhi.benefit.after_cap',
  'hhi.benefit.elder_age',
  'hhi.routing.in_line',
] as const;

/**
 * What the fund and the patient pay for a visit: cost × level × share of the way to the facility.
 * Law on Health Insurance article 22; Decree 188/2025/NĐ-CP articles 18, 19 and 57; Resolution 261/2025/QH15 article 2.
 */
export function coPayment(situation: CoPaymentSituation, table: ParameterTable): Outcome<CoPaymentFigures> {
  const { date, cost, holder, setting, facility, inLine, birth, otherGroups = [] } = situation;
  const missing = missingOf(situation);
  if (missing.length > 0 || cost === undefined || holder === undefined || setting === undefined) {
    return { status: 'incomplete', missing };
  }
  const holders = [holder, ...otherGroups];
  const route = routeOf({ setting, facility, inLine: inLine ?? false, holders });
  const read = readParameters(table, date, [...levelIds, route.id]);
  const oldEnough =
    read.status === 'found' &&
    birth !== undefined &&
    ageOn(birth, date) >= read.value('hhi.benefit.elder_age');
  const ids = new Set(holders.map((one) => benefitId(one, oldEnough)));
  const levels = readParameters<BenefitId>(table, date, [...ids]);
  const cap = copayCap(table, date, situation.copayThisYear ?? []);
  if (read.status === 'unknown' || levels.status === 'unknown' || cap.status === 'unknown') {
    const unknown = [read, levels, cap].flatMap((found) => (found.status === 'unknown' ? found.unknown : []));
    return {
      status: 'unknownParameter',
      date,
      unknown: [...new Map(unknown.map((one) => [one.id, one])).values()],
    };
  }

  const levelOf = (one: CardHolder): number => levels.value(benefitId(one, oldEnough));
  const [bestHolder = holder] = holders.toSorted((a, b) => levelOf(b) - levelOf(a));
  const smallVisitBelow = roundedProduct({
    factors: [read.value('reference_level')],
    percents: [read.value('hhi.small_visit_percent')],
  });
  const isSmall = cost < smallVisitBelow;
  const visit: JudgedVisit = {
    situation,
    cost,
    holders,
    bestHolder,
    route,
    groupLevel: levelOf(bestHolder),
    smallVisitBelow,
    inLineShare: read.value('hhi.routing.in_line'),
    cap,
    ceiling: directCeiling(table, situation),
  };
  const rule = ruleOf(visit, {
    first_level: facility === 'first_level' ? read.value('hhi.benefit.first_level') : null,
    small_visit: isSmall ? read.value('hhi.benefit.small_visit') : null,
    six_times:
      situation.fiveContinuousYears === true && cap.reached ? read.value('hhi.benefit.after_cap') : null,
  });
  const figures = reckon(visit, rule, read.value(route.id));
  const used = usedIn([read.used, levels.used, cap.used, visit.ceiling.used], figures.rule);
  const told = { visit, figures };
  return {
    status: 'amount',
    date,
    figures,
    steps: copaySteps(told),
    parameters: used,
    assumptions: copayAssumptions(told),
    warnings: copayWarnings(told, used),
  };
}

function missingOf({
  cost,
  holder,
  otherGroups,
  birth,
  setting,
  facility,
  inLine,
}: CoPaymentSituation): string[] {
  const byAge = [holder, ...(otherGroups ?? [])].includes('social_pension');
  const wanted = {
    cost,
    holder,
    ...(byAge ? { birth } : {}),
    setting,
    ...(setting === 'emergency' ? {} : { facility, inLine }),
  };
  return Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [field] : []));
}

type Levels = Readonly<Record<'first_level' | 'small_visit' | 'six_times', number | null>>;

/** The group's level, unless another rule that applies yields more. */
function ruleOf({ groupLevel }: JudgedVisit, levels: Levels): Readonly<{ rule: CopayRule; level: number }> {
  const rules = ['first_level', 'small_visit', 'six_times'] as const;
  const better = rules.find((rule) => (levels[rule] ?? 0) > groupLevel);
  return better === undefined
    ? { rule: 'group', level: groupLevel }
    : { rule: better, level: levels[better] ?? groupLevel };
}

function reckon(
  { situation, cost, route, cap, ceiling }: JudgedVisit,
  { rule, level }: Readonly<{ rule: CopayRule; level: number }>,
  share: number,
): CoPaymentFigures {
  const within = roundedProduct({ factors: [cost], percents: [share] });
  const byLevel = roundedProduct({ factors: [cost], percents: [level, share] });
  const contracted = situation.contracted !== false;
  const counts = route.countsForCap && contracted;
  const asked = within - byLevel;
  const crosses = counts && situation.fiveContinuousYears === true && !cap.reached && asked > cap.remaining;
  const copay = crosses ? cap.remaining : asked;
  const fund = Math.min(within - copay, ceiling.amount ?? cost);
  const patient = cost - fund;
  return {
    benefitPercent: level,
    routingPercent: share,
    fund,
    patient,
    copay,
    selfPaid: patient - copay,
    rule: crosses ? 'six_times_crossed' : rule,
    countsForCap: counts && copay > 0,
    remainingToCap: Math.max(0, cap.remaining - (counts ? copay : 0)),
    directCeiling: ceiling.amount,
  };
}

/** The levels of rules that weren't applied don't belong to the result. */
function usedIn(parts: readonly (readonly UsedParameter[])[], rule: CopayRule): readonly UsedParameter[] {
  const ofRule: Readonly<Record<string, CopayRule>> = {
    'hhi.benefit.small_visit': 'small_visit',
    'hhi.benefit.first_level': 'first_level',
    'hhi.benefit.after_cap': 'six_times',
  };
  const applied = parts.flat().filter(({ id }) => ofRule[id] === undefined || ofRule[id] === rule);
  const wanted = applied.filter(
    ({ id }) =>
      id !== 'hhi.benefit.elder_age' ||
      applied.some((other) => other.id === 'hhi.benefit.elder_social_pension'),
  );
  return [...new Map(wanted.map((row) => [`${row.id} ${row.from}`, row])).values()];
}
