import { missingFields } from '../missingFields.js';

/** Who died: somebody who paid or kept the time, or somebody who had a pension. */
export const deceasedKinds = ['contributor', 'pensioner'] as const;

/** What is known of the person who died; a field not yet told is undefined. */
export type SurvivorsSituation = Readonly<{
  /** Day of death, `YYYY-MM-DD`. */
  date: string;
  deceased?: (typeof deceasedKinds)[number] | undefined;
  /** For a contributor: average income of all months, đồng, after indexation, and the months, compulsory ones among them. */
  averageIncome?: number | undefined;
  monthsBefore2014?: number | undefined;
  monthsFrom2014?: number | undefined;
  /** Months under compulsory insurance; 0 when not told. */
  compulsoryMonths?: number | undefined;
  /** What was paid in all, đồng; reckoned from the average when left out. */
  contributionsPaid?: number | undefined;
  /** For a pensioner: the pension of the month, đồng, and the months received, that of the death included. */
  pension?: number | undefined;
  monthsReceived?: number | undefined;
}>;

/** A situation with everything its kind needs. */
export type CompleteSurvivors = Readonly<{
  date: string;
  compulsoryMonths: number;
  compulsoryTold: boolean;
}> &
  Readonly<{ deceased: Contributor | Pensioner }>;

export type Contributor = Readonly<{
  kind: 'contributor';
  averageIncome: number;
  monthsBefore: number;
  monthsFrom: number;
  contributionsPaid: number | undefined;
}>;
export type Pensioner = Readonly<{ kind: 'pensioner'; pension: number; monthsReceived: number }>;

/** Completes a situation, or names the fields still to be asked, in the order in which to ask them. */
export function completeSurvivors(
  situation: SurvivorsSituation,
):
  | Readonly<{ status: 'complete'; situation: CompleteSurvivors }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, compulsoryMonths } = situation;
  const deceased = deceasedOf(situation);
  if (deceased === undefined) return { status: 'incomplete', missing: missingFields(wanted(situation)) };
  return {
    status: 'complete',
    situation: {
      ...{ date, deceased },
      compulsoryMonths: compulsoryMonths ?? 0,
      compulsoryTold: compulsoryMonths !== undefined,
    },
  };
}

function deceasedOf(situation: SurvivorsSituation): Contributor | Pensioner | undefined {
  const { averageIncome, monthsBefore2014, monthsFrom2014, contributionsPaid } = situation;
  const { pension, monthsReceived } = situation;
  switch (situation.deceased) {
    case undefined:
      return undefined;
    case 'contributor':
      if (averageIncome === undefined || monthsBefore2014 === undefined || monthsFrom2014 === undefined) {
        return undefined;
      }
      return {
        kind: 'contributor',
        ...{ averageIncome, contributionsPaid, monthsBefore: monthsBefore2014, monthsFrom: monthsFrom2014 },
      };
    case 'pensioner':
      if (pension === undefined || monthsReceived === undefined) return undefined;
      return { kind: 'pensioner', pension, monthsReceived };
  }
}

function wanted(situation: SurvivorsSituation): Readonly<Record<string, unknown>> {
  const { deceased, averageIncome, monthsBefore2014, monthsFrom2014, pension, monthsReceived } = situation;
  if (deceased === undefined) return { deceased };
  return deceased === 'pensioner'
    ? { pension, monthsReceived }
    : { averageIncome, monthsBefore2014, monthsFrom2014 };
}
