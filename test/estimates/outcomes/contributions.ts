import {
  household,
  pension,
  supported,
  supportedGroups,
  voluntary,
  voluntaryGroups,
  voluntaryModes,
  type Outcome,
} from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();

/** Contributions and the plain pension, on days around each change of the law. */
export const contributions = outcomesOfContributions();

function outcomesOfContributions(): readonly Outcome<unknown>[] {
  const dates = ['2025-06-01', '2026-05-20', '2026-11-21', '2027-03-01', '2027-07-01'];
  const provinces = [undefined, 'ha-noi', 'ho-chi-minh', 'quang-ninh', 'hue', 'da-nang'];
  const ways = voluntaryModes.flatMap((mode) => [
    { mode, years: 5, months: 60 },
    { mode, years: 9, months: 99 },
  ]);
  return dates.flatMap((date) => [
    ...provinces.flatMap((province) => [
      ...[[], ...voluntaryGroups.map((group) => [group])].flatMap((groups) =>
        ways.flatMap((way) => [
          ...[1_000_000, 1_510_000, 2_200_000, 90_000_000].map((income) =>
            voluntary({ date, province, groups, income, ...way }, table),
          ),
          voluntary({ date, province, groups, income: 2_200_000, supportedMonths: 120, ...way }, table),
          voluntary({ date, province, groups, income: 2_200_000, supportedMonths: 90, ...way }, table),
        ]),
      ),
      ...supportedGroups.flatMap((group) =>
        [12, 5].map((months) => supported({ date, group, months, province, householdRank: 2 }, table)),
      ),
    ]),
    household({ date, members: [{ months: 12 }, { months: 3 }] }, table),
    ...(['female', 'male'] as const).flatMap((sex) =>
      ['1970-03', '1980-01', '2020-01'].flatMap((birth) =>
        [0, 130, 400].flatMap((monthsPlanned) =>
          [0, 240].map((monthsPaid) =>
            pension({ date, sex, birth, averageIncome: 3_000_000, monthsPaid, monthsPlanned }, table),
          ),
        ),
      ),
    ),
    // An allowance over 100 % together is impossible by today's tables; it is what the capped share is for.
    supported({ date, group: 'near_poor', months: 12, province: 'over-supported' }, overSupportedTable()),
  ]);
}

function overSupportedTable() {
  const [first] = table.localSupport;
  if (first === undefined) throw new Error('The table has no local support.');
  const row = {
    ...first,
    id: 'hhi.over',
    scheme: 'hhi',
    province: 'over-supported',
    groups: ['near_poor'],
  } as const;
  return { ...table, localSupport: [{ ...row, condition: undefined, doubtful: undefined, percent: 90 }] };
}
