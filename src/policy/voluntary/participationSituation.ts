import type { Sex } from '../retirement.js';
import type { VoluntaryGroup } from './situation.js';

/** What a person does or receives that decides, or seems to decide, whether voluntary insurance is open. */
export const participationStatuses = [
  /** Employed with a contract under compulsory insurance. */
  'employee_compulsory',
  /** Employed, but the contract is suspended for now. */
  'contract_suspended',
  /** Owner of a household business taxed by declaration. */
  'household_business_declaration',
  /** Owner of a household business taxed otherwise. */
  'household_business_other',
  'domestic_worker',
  /** Draws a pension. */
  'pension',
  /** Draws one of the monthly allowances that Decree 158/2025 article 3 clause 4 lists, such as for lost working capacity. */
  'monthly_allowance_listed',
  /** Draws the monthly allowance of Law 41/2024 article 23, for who reached the age with too few years. */
  'early_allowance_art23',
  /** Draws a monthly survivors' allowance. */
  'survivor_allowance',
  'social_pension',
] as const;
export type ParticipationStatus = (typeof participationStatuses)[number];

/** What is known of the person who wants to join; a field not yet told is undefined. */
export type ParticipationSituation = Readonly<{
  /** Day on which they want to join, `YYYY-MM-DD`. */
  date: string;
  /** Day of birth, `YYYY-MM-DD`. */
  birth?: string | undefined;
  /** Whether they are a Vietnamese citizen. */
  citizen?: boolean | undefined;
  /** Empty when none applies; undefined while not asked. */
  status?: readonly ParticipationStatus[] | undefined;
  /** With a suspended contract: whether both sides agreed to keep paying compulsory insurance. */
  keepsPaying?: boolean | undefined;
  groups?: readonly VoluntaryGroup[] | undefined;
  /** Only for the retirement age, from which missing months may be paid at once. */
  sex?: Sex | undefined;
  /** Kebab-case province, for local support. */
  province?: string | undefined;
  /** Months the State has supported so far; 0 when not told. */
  supportedMonths?: number | undefined;
}>;

/** A situation with everything that must be known. */
export type CompleteParticipationSituation = Readonly<{
  date: string;
  birth: string;
  citizen: boolean;
  status: readonly ParticipationStatus[];
  keepsPaying: boolean;
  groups: readonly VoluntaryGroup[];
  sex: Sex | undefined;
  province: string | undefined;
  supportedMonths: number;
  supportedMonthsTold: boolean;
}>;

/** Completes a situation, or names the fields still to be asked, in the order in which to ask them. */
export function completeParticipationSituation(
  situation: ParticipationSituation,
):
  | Readonly<{ status: 'complete'; situation: CompleteParticipationSituation }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, birth, citizen, status, groups, sex, province, supportedMonths } = situation;
  const isSuspended = status?.includes('contract_suspended') ?? false;
  const keepsPaying = isSuspended ? situation.keepsPaying : false;
  if (
    birth === undefined ||
    citizen === undefined ||
    status === undefined ||
    keepsPaying === undefined ||
    groups === undefined
  ) {
    const wanted = Object.entries({ birth, citizen, status, keepsPaying, groups });
    return {
      status: 'incomplete',
      missing: wanted.flatMap(([field, value]) => (value === undefined ? [field] : [])),
    };
  }
  return {
    status: 'complete',
    situation: {
      date,
      birth,
      citizen,
      status,
      keepsPaying,
      groups,
      sex,
      province,
      supportedMonths: supportedMonths ?? 0,
      supportedMonthsTold: supportedMonths !== undefined,
    },
  };
}
