import { firstDayOf, isDate } from '../dates.js';
import type { UsedParameter } from '../lookUp.js';
import { day, number, type Operands, type Reason } from '../Outcome.js';
import type { Basis } from '../ParameterTable.js';
import type { CompleteParticipationSituation, ParticipationStatus } from './participationSituation.js';

/** The parameters that decide who may join, as they hold on the day. */
export type ParticipationRules = Readonly<{
  minAge: number;
  /** Days from which owners of household businesses fall under compulsory insurance, by the way they are taxed. */
  businessCompulsoryFrom: Readonly<{ declaration: string; other: string }>;
  basisOf: (id: string) => Basis;
  used: readonly UsedParameter[];
}>;

/**
 * Every reason why voluntary social insurance is closed to a person; empty when it is open. Law 41/2024 article 2
 * clause 4; Decree 159/2025 article 3 clause 2 with Decree 158/2025 article 3.
 */
export function participationObstacles(
  situation: CompleteParticipationSituation,
  rules: ParticipationRules,
): Reason[] {
  const { date, birth, citizen, status } = situation;
  // The parameter of the lowest age stands on the clause that says who may join: its other conditions share it.
  const basis = rules.basisOf('vsi.min_age');
  const reasons: Reason[] = [];
  const from = birthdayOf(birth, rules.minAge);
  if (date < from) {
    const operands = { age: number(rules.minAge), from: day(from) };
    reasons.push({ code: 'younger_than_min_age', operands, basis });
  }
  if (!citizen) reasons.push({ code: 'not_a_citizen', operands: {}, basis });
  return [...reasons, ...[...new Set(status)].flatMap((one) => statusObstacle(one, situation, rules))];
}

function statusObstacle(
  status: ParticipationStatus,
  { date, keepsPaying }: CompleteParticipationSituation,
  { businessCompulsoryFrom: { declaration, other }, basisOf }: ParticipationRules,
): Reason[] {
  const law = basisOf('vsi.min_age');
  const reason = (code: string, basis: Basis, operands: Operands = {}): Reason[] => [
    { code, operands, basis },
  ];
  switch (status) {
    case 'employee_compulsory':
      return reason('compulsory_insurance', law);
    case 'contract_suspended':
      return keepsPaying ? reason('suspended_but_keeps_paying', { ...law, clause: '4 b' }) : [];
    case 'household_business_declaration':
      if (date < declaration) return [];
      return reason('household_business_compulsory', basisOf('household_business.declaration_from'), {
        from: day(declaration),
      });
    case 'household_business_other':
      if (date < other) return [];
      return reason('household_business_compulsory', basisOf('household_business.compulsory_from'), {
        from: day(other),
      });
    case 'pension':
      return reason('draws_pension', law);
    case 'monthly_allowance_listed':
      return reason('draws_listed_allowance', listedAllowances);
    case 'early_allowance_art23':
      return reason('draws_early_allowance', listedAllowances);
    case 'domestic_worker':
    case 'survivor_allowance':
    case 'social_pension':
      return [];
  }
}

/** Which monthly allowances exclude: a list without a figure of its own, so no parameter stands on it. */
const listedAllowances: Basis = { document: 'Nghị định 159/2025/NĐ-CP', article: '3', clause: '2' };

/** The day on which a person reaches an age; who was born on 29 February reaches it on 1 March of other years. */
function birthdayOf(birth: string, age: number): string {
  const birthday = `${Number(birth.slice(0, 4)) + age}${birth.slice(4)}`;
  return isDate(birthday) ? birthday : firstDayOf(`${birthday.slice(0, 4)}-03`);
}
