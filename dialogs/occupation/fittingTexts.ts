import { estimateComparison } from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { VoluntaryValues } from '../forms/voluntaryValues.js';
import { judgeOccupation, statusOf } from './sayExcluded.js';
import { usualHarvests } from '../usualHarvests.js';

/** What an estimate means for who does this for a living: a day on the road, a crop; and what the law adds for them. */
export function fittingTexts(turn: ChatTurn, values: VoluntaryValues): readonly string[] {
  const legal = legalLines(turn, values);
  return [
    ...(legal.length === 0 ? [] : [legal.join(' ')]),
    ...openLines(turn, values),
    ...dailyLines(turn, values),
  ];
}

function legalLines(turn: ChatTurn, values: VoluntaryValues): readonly string[] {
  if (statusOf(values) === undefined) return [];
  const judged = judgeOccupation(turn, values);
  if (judged.status !== 'amount') return [];
  const doubts = judged.warnings.filter(({ code }) => code === 'business_tax_method_doubtful');
  const allowed = judged.assumptions.filter(({ code }) => code === 'status_does_not_exclude');
  const unless = values.occupation === 'suspended' ? [turn.t('occupation.suspended_unless')] : [];
  return [...(doubts.length > 0 ? doubts : allowed).map(({ text }) => text), ...unless];
}

function openLines(turn: ChatTurn, { groupOpen }: VoluntaryValues): readonly string[] {
  return groupOpen === true ? [turn.t('voluntary.group_skipped')] : [];
}

function dailyLines(turn: ChatTurn, values: VoluntaryValues): readonly string[] {
  const { occupation, income, groups, mode, years } = values;
  if (occupation === undefined || income === undefined || groups === undefined) return [];
  const compared = estimateComparison(
    { groups, incomes: [income], harvests: usualHarvests },
    turn.estimateDeps,
  );
  if (compared.status !== 'amount') return [];
  const cell = compared.levels
    .find((level) => level.income === income)
    ?.cells.find((one) => one.mode === mode && (one.years ?? undefined) === years);
  const { perDay, perHarvest } = cell?.amounts ?? {};
  if (perDay === undefined || perHarvest === undefined || perHarvest === null) return [];
  const amounts = { day: formatVnd(perDay), harvest: formatVnd(perHarvest), harvests: usualHarvests };
  switch (occupation) {
    case 'farmer':
      return [turn.t('occupation.fits_farmer', amounts)];
    case 'trader':
    case 'casual':
      return [turn.t('occupation.fits_trader', amounts)];
    case 'driver':
      return [turn.t('occupation.fits_driver', amounts)];
    case 'home':
      return [turn.t('occupation.fits_home', amounts)];
    case 'student':
      return [turn.t('occupation.fits_student', amounts)];
    default:
      return [];
  }
}
