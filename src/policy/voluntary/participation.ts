import { joinUsed } from '../benefits/joinUsed.js';
import { basisOf } from '../benefits/basisOf.js';
import { readDate } from '../benefits/readDate.js';
import { findLocalSupport, usedLocalSupport, type LocalSupport } from '../localSupport.js';
import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { Outcome, Shares } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { calculateVoluntary } from './calculation.js';
import { arrearsOpening, type ArrearsOpening } from './arrearsOpening.js';
import { participationObstacles, type ParticipationRules } from './participationObstacles.js';
import {
  completeParticipationSituation,
  type CompleteParticipationSituation,
  type ParticipationSituation,
} from './participationSituation.js';
import { explainParticipation } from './participationSteps.js';
import { participationAssumptions, participationWarnings } from './participationWarnings.js';
import { readVoluntaryRules, type VoluntaryRules } from './rules.js';
import { voluntaryModes, type VoluntaryGroup, type VoluntaryMode } from './situation.js';

/**
 * What a person may join with. `floor` and `ceiling`: the lowest and highest income that can be chosen, with the shares
 * of one month. `support`: percent of the lowest contribution, đồng a month, months of it that are left.
 * `modes`: the ways to pay that are open; `arrearsFrom`: the month (`YYYY-MM`) from which missing months may be paid at
 * once, null while the sex that decides it isn't known.
 */
export type ParticipationFigures = Readonly<{
  floor: Shares & Readonly<{ income: number }>;
  ceiling: Shares & Readonly<{ income: number }>;
  support: Readonly<{
    group: VoluntaryGroup | 'other';
    percent: number;
    state: number;
    local: number;
    monthsLeft: number;
  }>;
  modes: readonly VoluntaryMode[];
  arrearsFrom: string | null;
}>;

/** Everything that steps and warnings speak of. */
export type Participation = Readonly<{
  table: ParameterTable;
  situation: CompleteParticipationSituation;
  rules: VoluntaryRules;
  participationRules: ParticipationRules;
  local: LocalSupport;
  localPercent: number;
  arrears: Extract<ArrearsOpening, { status: 'found' }>;
  figures: ParticipationFigures;
}>;

/**
 * Who may join voluntary social insurance, and with what: every reason against it at once, or the range of incomes, the
 * support and the ways to pay. Law 41/2024/QH15 articles 2, 31, 36; Decree 159/2025/NĐ-CP articles 3, 5, 7.
 */
export function participation(
  situation: ParticipationSituation,
  table: ParameterTable,
): Outcome<ParticipationFigures> {
  const completed = completeParticipationSituation(situation);
  if (completed.status === 'incomplete') return completed;
  const complete = completed.situation;
  const { date, groups, province } = complete;

  const joining = readParticipationRules(table, date);
  const paying = readVoluntaryRules(table, { date, groups, mode: 'monthly' });
  const arrears = arrearsOpening(complete, table);
  if (joining.status === 'unknown' || paying.status === 'unknown' || arrears.status === 'unknown') {
    const parts = [joining, paying, arrears];
    const unknown = parts.flatMap((part) => (part.status === 'unknown' ? part.unknown : []));
    return { status: 'unknownParameter', date, unknown };
  }
  const reasons = participationObstacles(complete, joining.rules);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };

  const { rules } = paying;
  const ownGroups = groups.length === 0 ? ['other'] : groups;
  const local = findLocalSupport(table, { scheme: 'vsi', province, groups: ownGroups, date });
  const localPercent = local.status === 'known' ? local.percent : 0;
  const figures = calculate({ situation: complete, rules, localPercent, arrears });
  const found: Participation = {
    table,
    situation: complete,
    rules,
    participationRules: joining.rules,
    local,
    localPercent,
    arrears,
    figures,
  };
  return {
    status: 'amount',
    date,
    figures,
    steps: explainParticipation(found),
    parameters: usedBy(found),
    assumptions: participationAssumptions(found),
    warnings: participationWarnings(found, usedBy(found)),
  };
}

function readParticipationRules(
  table: ParameterTable,
  date: string,
):
  | Readonly<{ status: 'found'; rules: ParticipationRules }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const ages = readParameters(table, date, ['vsi.min_age']);
  const declaration = readDate(table, date, 'household_business.declaration_from');
  const other = readDate(table, date, 'household_business.compulsory_from');
  if (ages.status === 'unknown' || declaration.status === 'unknown' || other.status === 'unknown') {
    const unknown = [declaration, other].filter((part) => part.status === 'unknown');
    return { status: 'unknown', unknown: [...(ages.status === 'unknown' ? ages.unknown : []), ...unknown] };
  }
  const used = [...ages.used, declaration.used, other.used];
  return {
    status: 'found',
    rules: {
      minAge: ages.value('vsi.min_age'),
      businessCompulsoryFrom: { declaration: declaration.value, other: other.value },
      basisOf: (id) => basisOf(used, id),
      used,
    },
  };
}

function calculate({
  situation,
  rules,
  localPercent,
  arrears,
}: Pick<Participation, 'situation' | 'rules' | 'localPercent' | 'arrears'>): ParticipationFigures {
  const shares = (income: number): Shares & Readonly<{ income: number }> => {
    const month = { ...situation, income, mode: 'monthly', months: 1 } as const;
    return { income, ...calculateVoluntary(month, rules, localPercent).figures.monthly };
  };
  const floor = shares(rules.floor);
  const isOpen = (mode: VoluntaryMode): boolean => mode !== 'arrears' || arrears.isOpen === true;
  return {
    floor,
    ceiling: shares(rules.ceiling),
    support: {
      group: rules.group,
      percent: rules.support,
      state: floor.state,
      local: floor.local,
      monthsLeft: Math.max(0, rules.supportMaxMonths - situation.supportedMonths),
    },
    modes: voluntaryModes.filter(isOpen),
    arrearsFrom: arrears.from,
  };
}

/** The rows of the law behind the amounts; the days of household businesses only for who has one. */
function usedBy({
  situation,
  rules,
  participationRules,
  local,
  arrears,
  figures,
}: Pick<
  Participation,
  'situation' | 'rules' | 'participationRules' | 'local' | 'arrears' | 'figures'
>): UsedParameter[] {
  const hasBusiness = situation.status.some((status) => status.startsWith('household_business'));
  return joinUsed([
    participationRules.used.filter(({ id }) => hasBusiness || id === 'vsi.min_age'),
    rules.used,
    figures.floor.local > 0 ? usedLocalSupport(local) : [],
    arrears.used,
  ]);
}
