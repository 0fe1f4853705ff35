import {
  cardRefund,
  cardRefundCases,
  cardTerm,
  careSettings,
  coPayment,
  facilities,
  healthGroups,
  householdChoice,
  type CardHolder,
  type ChoiceMember,
  type Outcome,
} from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

/** The household's choice, the card's days, co-payments and refunds: every remark and every refusal. */
export const healthCards: readonly Outcome<unknown>[] = [...choices(), ...cards(), ...visits(), ...refunds()];

function choices(): readonly Outcome<unknown>[] {
  const provinces = [
    undefined,
    'ha-noi',
    'ho-chi-minh',
    'quang-ninh',
    'hue',
    'da-nang',
    'lao-cai',
    'can-tho',
  ];
  const year = { months: 12 } as const;
  const farm: ChoiceMember = { ...year, groups: ['average_farm'] };
  const families: readonly (readonly ChoiceMember[])[] = [
    ...healthGroups.map((group) => [{ ...year, groups: [group], birth: '1961-05-02' }, year]),
    [farm, farm, farm, year, { groups: ['employee'] }, { birth: '2022-01-01' }],
    [
      { ...farm, birth: '1960-02-03' },
      { ...year, birth: '1951-01-01' },
      { ...year, birth: '2016-03-04' },
    ],
    [
      { ...year, resident: 'none' },
      { ...year, groups: ['near_poor'], birth: '1956-01-01' },
    ],
    [{ ...year, groups: ['pupil'] }, farm],
    [year, { months: 3 }],
  ];
  return provinces.flatMap((province) =>
    families.map((members) => householdChoice({ date, province, members }, table)),
  );
}

function cards(): readonly Outcome<unknown>[] {
  const expiries = [null, '2026-12-31', '2026-10-31', '2026-08-15'];
  return expiries.flatMap((previousExpiry) => [
    cardTerm({ date, previousExpiry, months: 12, birth: '2021-03-04', grade12In: 2027 }, table),
    cardTerm({ date, previousExpiry, months: 3, continuousSince: '2020-01-01' }, table),
  ]);
}

function visits(): readonly Outcome<unknown>[] {
  const holders: readonly CardHolder[] = ['household', 'poor', 'social_pension', 'island'];
  const copays = [0, 12_000_000, 15_000_000].map((amount) => [
    { date: '2026-05-01', amount },
    { date: '2025-05-01', amount: 1 },
  ]);
  const ways = careSettings.flatMap((setting) =>
    facilities.flatMap((facility) => [true, false].map((inLine) => ({ setting, facility, inLine }))),
  );
  const person = { date, birth: '1955-01-01' };
  return holders.flatMap((holder) =>
    ways.flatMap((way) => [
      ...[100_000, 10_000_000].flatMap((cost) => [
        coPayment({ ...person, holder, cost, ...way }, table),
        coPayment({ ...person, holder, cost, ...way, contracted: false }, table),
      ]),
      ...copays.map((copayThisYear) =>
        coPayment(
          { ...person, holder, cost: 30_000_000, ...way, copayThisYear, fiveContinuousYears: true },
          table,
        ),
      ),
    ]),
  );
}

function refunds(): readonly Outcome<unknown>[] {
  const paid = { date, paidOn: '2026-03-10', months: 12 } as const;
  const days = [undefined, '2026-09-25', '2027-06-01'];
  return cardRefundCases.flatMap((refundCase) =>
    days.flatMap((from) =>
      [{ rank: 2 }, { group: 'student' } as const].flatMap((way) => [
        cardRefund({ ...paid, ...way, case: refundCase, from }, table),
        cardRefund(
          { ...paid, ...way, case: refundCase, from, validFrom: '2026-04-09', diedOn: '2026-04-01' },
          table,
        ),
        cardRefund(
          { ...paid, ...way, case: refundCase, from, validFrom: '2026-04-09', diedOn: '2026-04-09' },
          table,
        ),
      ]),
    ),
  );
}
