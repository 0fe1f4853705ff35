import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkTableChange } from '../../src/content/checkTableChange.js';
import { compareTables } from '../../src/content/compareTables.js';
import { differingSentences } from '../../src/content/differingSentences.js';
import { readLocalSupportChange, readParameterChange } from '../../src/content/readTableChange.js';
import { reviewOf } from '../../src/content/reviewOf.js';
import type { TableChange } from '../../src/content/tableRecords.js';
import type { Parameter, ParameterRow } from '../../src/policy/index.js';
import { shippedEntries } from '../faq/sources.js';
import { shippedTable } from '../policy/shippedTable.js';
import { words } from '../support/openInstance.js';

const today = '2026-11-21';
const table = shippedTable();
const entries = shippedEntries();
const reader = { today, locale: 'vi', words: words('vi') } as const;

function parameter(id: string): Parameter {
  const found = table.parameters.get(id);
  if (found === undefined) throw new Error(`${id} is missing.`);
  return found;
}

function withRows(
  id: string,
  rows: (values: readonly ParameterRow[]) => readonly ParameterRow[],
): TableChange {
  const held = parameter(id);
  return { kind: 'parameter', id, record: { ...held, values: rows(held.values) } };
}

const lastRow =
  (change: Partial<ParameterRow>) =>
  (values: readonly ParameterRow[]): readonly ParameterRow[] =>
    values.map((row, index) => (index === values.length - 1 ? { ...row, ...change } : row));

function sound(change: TableChange) {
  const compared = compareTables(table, change, entries, reader);
  if (compared.status === 'refused') throw new Error(JSON.stringify(compared.findings));
  return compared;
}

describe('what has to be looked at before publishing', () => {
  test.each([
    [
      'a value many times the former one',
      withRows('reference_level', (values) => [
        ...lastRow({ to: '2027-06-30' })(values),
        { ...lastOf(values), from: '2027-07-01', value: 25_300_000 },
      ]),
      'big_jump',
      /từ 2\.530\.000\sđ thành 25\.300\.000\sđ/,
    ],
    [
      'a value of days that have passed',
      withRows('reference_level', lastRow({ value: 2_540_000 })),
      'past_changed',
      /ngày đã qua/,
    ],
    [
      'a review that is overdue',
      withRows('hhi.rate', lastRow({ reviewedOn: '2026-01-01', reviewBy: '2026-11-20' })),
      'review_passed',
      /20\/11\/2026/,
    ],
    [
      'an answer that loses its figure later',
      withRows('hhi.rate', lastRow({ to: '2027-03-31' })),
      'answer_breaks_later',
      /^Từ 01\/04\/2027, câu trả lời “/,
    ],
    [
      'an answer that grows too long',
      withRows('hotline', lastRow({ value: '1900 9068 '.repeat(60).trim() })),
      'answer_too_long',
      /dài quá một tin nhắn/,
    ],
  ])('%s', (_what, change, code, message) => {
    expect(sound(change).warnings).toContainEqual(
      expect.objectContaining({ code, severity: 'warning', message: expect.stringMatching(message) }),
    );
  });
  function lastOf(values: readonly ParameterRow[]): ParameterRow {
    const last = values.at(-1);
    if (last === undefined) throw new Error('No row.');
    return last;
  }

  test('nothing, where only words change', () => {
    const held = parameter('hhi.rate');
    const change: TableChange = {
      kind: 'parameter',
      id: held.id,
      record: { ...held, label: { vi: 'Tên khác', en: 'Other name' } },
    };
    const { warnings, figures, answers, estimates } = sound(change);
    expect([warnings, figures, answers]).toEqual([[], [], []]);
    expect(estimates.map(({ from }) => from)).toEqual(estimates.map(() => today));
    expect(estimates.every(({ before, after }) => before !== null && before === after)).toBe(true);
  });
});

describe('a table that can’t be used as a whole', () => {
  const findingsOf = (change: TableChange) =>
    checkTableChange(table, change, today).findings.map(({ field, code }) => [field, code]);

  test('is refused where a calculation would lack a parameter', () => {
    const held = parameter('hhi.gap_days');
    const change: TableChange = { kind: 'parameter', id: held.id, record: { ...held, unit: 'months' } };
    expect(findingsOf(change)).toEqual([['', 'parameter_missing']]);
  });

  test('is refused for what only the table’s own check knows', () => {
    const [row] = table.localSupport;
    if (row === undefined) throw new Error('No local support.');
    const change: TableChange = { kind: 'localSupport', id: row.id, record: { ...row, percent: 101 } };
    expect(findingsOf(change)).toEqual([['', 'table_refused']]);
  });
});

describe('every record as it ships', () => {
  test.each([...table.parameters.values()].map((held) => [held.id, held] as const))(
    'the parameter %s can be sent and published as it stands',
    (_id, held) => {
      const read = readParameterChange(held, JSON.parse(JSON.stringify(held)));
      expect(read).toEqual({ status: 'read', change: { kind: 'parameter', id: held.id, record: held } });
      if (read.status === 'read') expect(errorsOf(checkTableChange(table, read.change, today))).toEqual([]);
    },
  );
  test.each(table.localSupport.map((row) => [row.id, row] as const))(
    'the local support %s can be sent and published as it stands',
    (id, row) => {
      const read = readLocalSupportChange(id, JSON.parse(JSON.stringify(row)));
      expect(read).toEqual({ status: 'read', change: { kind: 'localSupport', id, record: row } });
      if (read.status === 'read') expect(errorsOf(checkTableChange(table, read.change, today))).toEqual([]);
    },
  );
  function errorsOf({ findings }: ReturnType<typeof checkTableChange>) {
    return findings.filter(({ severity }) => severity === 'error');
  }
});

describe('figures that change', () => {
  test('are told on each day from which they differ in another way', () => {
    const change = withRows('vsi.rate', (values) => [
      ...lastRow({ to: '2027-12-31' })(values),
      ...values.slice(-1).map((row) => ({ ...row, from: '2028-01-01', value: 24 })),
    ]);
    const { figures } = sound(change);
    expect(figures.filter(({ reference }) => reference === 'vsi.rate')).toEqual([
      { reference: 'vsi.rate', unit: 'percent', from: '2028-01-01', before: 22, after: 24 },
    ]);
    expect(figures.filter(({ reference }) => reference === 'figure.vsi.floor_gross')).toEqual([
      {
        reference: 'figure.vsi.floor_gross',
        unit: 'vnd',
        from: '2028-01-01',
        before: 484_000,
        after: 528_000,
      },
    ]);
    // The poverty line is known until the end of 2030: from then on neither table has a figure.
    expect(figures.every(({ from }) => from === '2028-01-01')).toBe(true);
  });

  test('are told as unknown where a value ends', () => {
    const change = withRows('vsi.investment_return', lastRow({ to: '2026-11-30' }));
    expect(sound(change).figures).toEqual([
      { reference: 'vsi.investment_return', unit: 'percent', from: '2026-12-01', before: 0.31, after: null },
    ]);
  });
});

describe('a parameter that has to be looked at', () => {
  const base = { basis: { document: 'Luật' }, reviewedOn: '2026-01-01', value: 1 };
  const review = (values: readonly Omit<ParameterRow, keyof typeof base>[]) =>
    reviewOf(
      {
        id: 'x',
        label: { vi: 'x', en: 'x' },
        unit: 'vnd',
        values: values.map((row) => ({ ...base, ...row })),
      },
      today,
    );
  test.each([
    ['no day set', [{ from: '2026-01-01' }], { state: 'current', dueOn: null, because: null }],
    [
      'thirty-one days before its review',
      [{ from: '2026-01-01', reviewBy: '2026-12-22' }],
      { state: 'current', dueOn: '2026-12-22', because: 'review' },
    ],
    [
      'thirty days before its review',
      [{ from: '2026-01-01', reviewBy: '2026-12-21' }],
      { state: 'due', dueOn: '2026-12-21', because: 'review' },
    ],
    [
      'on the day of its review',
      [{ from: '2026-01-01', reviewBy: today }],
      { state: 'due', dueOn: today, because: 'review' },
    ],
    [
      'the day after its review',
      [{ from: '2026-01-01', reviewBy: '2026-11-20' }],
      { state: 'overdue', dueOn: '2026-11-20', because: 'review' },
    ],
    [
      'its last value about to end, before its review',
      [{ from: '2026-01-01', to: '2026-12-01', reviewBy: '2026-12-10' }],
      { state: 'due', dueOn: '2026-12-01', because: 'end' },
    ],
    [
      'a value about to end with the next one known',
      [{ from: '2026-01-01', to: '2026-12-01' }, { from: '2026-12-02' }],
      { state: 'current', dueOn: null, because: null },
    ],
    ['no value today', [{ from: '2027-01-01' }], { state: 'overdue', dueOn: null, because: 'missing' }],
    [
      'no value any more',
      [{ from: '2026-01-01', to: '2026-11-20' }],
      { state: 'overdue', dueOn: null, because: 'missing' },
    ],
  ])('%s', (_what, values, expected) => {
    expect(review(values)).toEqual(expected);
  });
});

describe('the sentences in which two texts differ', () => {
  test('leave the others out, whatever stands within figures', () => {
    expect(
      differingSentences(
        'Thấp nhất 330.000 đ. Anh/chị đóng 264.000 đ.\n\nHộ nghèo 165.000 đ.',
        'Thấp nhất 330.000 đ. Anh/chị đóng 247.500 đ.\n\nHộ nghèo 165.000 đ.',
      ),
    ).toEqual({ before: 'Anh/chị đóng 264.000 đ.', after: 'Anh/chị đóng 247.500 đ.' });
    expect(differingSentences('Một.\n\nHai.', 'Một.')).toEqual({ before: 'Một.\n\nHai.', after: 'Một.' });
  });

  test('are none exactly where the texts are the same', () => {
    const text = fc
      .array(fc.constantFrom('Một. ', 'Hai? ', '264.000 đ ', 'ba', '\n\n', ' '), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const same = { before: '', after: '' };
        expect(differingSentences(before, before)).toEqual(same);
        const spaces = (one: string): string => one.replace(/\s+/g, ' ').trim();
        const differing = differingSentences(before, after);
        if (spaces(before) !== spaces(after)) expect(differing).not.toEqual(same);
      }),
    );
  });
});
