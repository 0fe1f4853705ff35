import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createWords } from '../../src/estimates/index.js';
import { createTranslator, locales } from '../../src/i18n/index.js';
import {
  household,
  pension,
  supported,
  supportedGroups,
  voluntary,
  voluntaryGroups,
  voluntaryModes,
  type Operands,
  type Outcome,
} from '../../src/policy/index.js';
import { shippedTable } from '../policy/shippedTable.js';

const table = shippedTable();
const translator = createTranslator('locales');
const families = ['step', 'warning', 'assumption', 'reason'] as const;
type Spoken = Readonly<{ family: (typeof families)[number]; code: string; operands: Operands }>;

const outcomes = everyKindOfOutcome();
const spoken: readonly Spoken[] = [
  ...new Map(
    outcomes
      .flatMap(spokenBy)
      .map((remark) => [`${remark.family}.${remark.code}.${JSON.stringify(remark.operands)}`, remark]),
  ).values(),
];
const written = Object.fromEntries(locales.map((locale) => [locale, leaves(readWords(locale))]));

describe.each(locales)('%s', (locale) => {
  const words = createWords(translator(locale), locale, table);

  test('every code that the rules can answer has words, with every operand filled in', () => {
    for (const { family, code, operands } of spoken) {
      const said = words[family](code, operands);
      const texts = typeof said === 'string' ? [said] : [said.label, said.text];
      for (const text of texts) {
        expect(text).not.toMatch(/\{\{|undefined|NaN/);
        expect(text.length).toBeLessThanOrEqual(320);
      }
    }
  });

  test('an unknown value is told with its label and day', () => {
    expect(words.unknownParameter('vsi.investment_return', '2027-01-01')).toContain('01/01/2027');
  });

  test('no words are left over', () => {
    const used = new Set(spoken.map(({ family, code }) => `${family}.${code}`));
    const codes = (written[locale] ?? [])
      .filter((key) => families.some((family) => key.startsWith(`${family}.`)))
      .map((key) => key.split('.').slice(0, 2).join('.'));
    expect([...new Set(codes)].filter((code) => !used.has(code))).toEqual([]);
  });
});

test('both languages have the same keys', () => {
  expect(written['en']).toEqual(written['vi']);
});

function everyKindOfOutcome(): readonly Outcome<unknown>[] {
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

function spokenBy(outcome: Outcome<unknown>): Spoken[] {
  if (outcome.status === 'notEligible')
    return outcome.reasons.map((reason) => ({ family: 'reason', ...reason }));
  if (outcome.status !== 'amount') return [];
  return [
    ...outcome.steps.map((step) => ({ family: 'step', ...step }) as const),
    ...outcome.warnings.map((warning) => ({ family: 'warning', ...warning }) as const),
    ...outcome.assumptions.map((assumption) => ({ family: 'assumption', ...assumption }) as const),
  ];
}

function readWords(locale: string): unknown {
  return JSON.parse(readFileSync(`locales/${locale}/estimate.json`, 'utf8'));
}

function leaves(value: unknown, path: readonly string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  return Object.entries(value)
    .flatMap(([key, child]) => leaves(child, [...path, key]))
    .toSorted();
}
