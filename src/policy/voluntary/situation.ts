/** Groups with a rate of support of their own; anybody else is `other`. Higher support stands first. */
export const voluntaryGroups = ['poor', 'island', 'near_poor', 'ethnic_minority'] as const;
export type VoluntaryGroup = (typeof voluntaryGroups)[number];

/** Ways to pay: by periods, once for years ahead (`advance`), once for missing months at retirement age (`arrears`). */
export const voluntaryModes = [
  'monthly',
  'quarterly',
  'half_yearly',
  'yearly',
  'advance',
  'arrears',
] as const;
export type VoluntaryMode = (typeof voluntaryModes)[number];

/** What is known of the person who wants to pay; a field not yet told is undefined. */
export type VoluntarySituation = Readonly<{
  /** Day of payment, `YYYY-MM-DD`. */
  date: string;
  /** Chosen monthly income in đồng. */
  income?: number | undefined;
  /** Empty for `other`; undefined while not asked. */
  groups?: readonly VoluntaryGroup[] | undefined;
  mode?: VoluntaryMode | undefined;
  /** Years paid ahead, for `advance`. */
  years?: number | undefined;
  /** Missing months, for `arrears`. */
  months?: number | undefined;
  /** Months the State has supported so far; 0 when not told. */
  supportedMonths?: number | undefined;
  /** Kebab-case province, for local support. */
  province?: string | undefined;
}>;

/** A situation with everything the chosen mode needs. */
export type CompleteVoluntarySituation = Readonly<{
  date: string;
  income: number;
  groups: readonly VoluntaryGroup[];
  mode: VoluntaryMode;
  /** Months paid for now. */
  months: number;
  supportedMonths: number;
  supportedMonthsTold: boolean;
  province: string | undefined;
}>;

/** Completes a situation, or names the fields still to be asked, in the order in which to ask them. */
export function completeVoluntarySituation(
  situation: VoluntarySituation,
):
  | Readonly<{ status: 'complete'; situation: CompleteVoluntarySituation }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, income, groups, mode, supportedMonths, province } = situation;
  const months = mode === undefined ? undefined : monthsPaid(mode, situation);
  if (income === undefined || groups === undefined || mode === undefined || months === undefined) {
    const wanted = { income, groups, mode, ...lengthWanted(situation) };
    return {
      status: 'incomplete',
      missing: Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [field] : [])),
    };
  }
  return {
    status: 'complete',
    situation: {
      date,
      income,
      groups,
      mode,
      months,
      supportedMonths: supportedMonths ?? 0,
      supportedMonthsTold: supportedMonths !== undefined,
      province,
    },
  };
}

export const MONTHS_PER_YEAR = 12;

// The modes are named after these lengths: they are the meaning of the words, not figures that a law could change.
const periodMonths = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: MONTHS_PER_YEAR } as const;

/** What tells how long a payment lasts: `years` for `advance`, `months` for `arrears`, nothing else for the other modes. */
type Length = Pick<VoluntarySituation, 'mode' | 'years' | 'months'>;

/** The months one payment of a mode is for; undefined while its length isn't told. */
export function monthsPaid(
  mode: VoluntaryMode,
  { years, months }: Pick<Length, 'years' | 'months'>,
): number | undefined {
  if (mode === 'advance') return years === undefined ? undefined : years * MONTHS_PER_YEAR;
  if (mode === 'arrears') return months;
  return periodMonths[mode];
}

/** The fields that tell the length of a mode, with what is told of them. */
export function lengthWanted({ mode, years, months }: Length): Readonly<Record<string, number | undefined>> {
  if (mode === 'advance') return { years };
  if (mode === 'arrears') return { months };
  return {};
}
