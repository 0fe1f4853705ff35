import { describe, expect, test } from '@jest/globals';
import { missingParameters, parseParameterTable } from '../../src/policy/index.js';
import { shippedDocument, shippedTable } from './shippedTable.js';

const basis = { document: 'Luật' };
const row = (from: string, to?: string, more: object = {}) => ({
  from,
  to,
  value: 22,
  basis,
  reviewedOn: '2026-11-21',
  ...more,
});
const parameter = (values: readonly object[], more: object = {}) => ({
  id: 'vsi.rate',
  label: { vi: 'Tỷ lệ', en: 'Rate' },
  unit: 'percent',
  values,
  ...more,
});
const document = (...parameters: readonly object[]) => ({ parameters, localSupport: [] });
const errorsOf = (value: unknown) => {
  const parsed = parseParameterTable(value);
  return parsed.status === 'invalid' ? parsed.errors : [];
};

describe('a malformed table is refused with the place of the fault', () => {
  test.each([
    ['gap', [row('2025-01-01', '2025-06-29'), row('2025-07-01')], '2025-01-01'],
    ['overlap', [row('2025-01-01', '2025-07-01'), row('2025-07-01')], '2025-01-01'],
    ['overlap', [row('2025-01-01'), row('2025-07-01')], '2025-01-01'],
    ['overlap', [row('2025-07-01', '2025-12-31'), row('2025-01-01')], '2025-07-01'],
    ['to_before_from', [row('2025-01-01', '2024-12-31')], '2025-01-01'],
    ['missing_basis', [row('2025-01-01', undefined, { basis: undefined })], '2025-01-01'],
    ['shape', [row('2025-01-01', undefined, { basis: { document: '' } })], '2025-01-01'],
    ['shape', [row('2025-02-30')], '2025-02-30'],
    ['shape', [row('2025-01-01', undefined, { reviewed: true })], '2025-01-01'],
    ['wrong_value', [row('2025-01-01', undefined, { value: '22' })], '2025-01-01'],
    ['wrong_value', [row('2025-01-01', undefined, { value: 101 })], '2025-01-01'],
  ])('%s', (code, values, from) => {
    expect(errorsOf(document(parameter(values)))).toMatchObject([{ code, parameter: 'vsi.rate', row: from }]);
  });

  test.each([
    ['duplicate_id', document(parameter([row('2025-01-01')]), parameter([row('2025-01-01')]))],
    ['shape', document(parameter([]))],
    ['shape', document(parameter([row('2025-01-01')], { unit: 'dong' }))],
    ['shape', document(parameter([row('2025-01-01')], { label: { vi: 'Tỷ lệ' } }))],
    ['shape', document(parameter([row('2025-01-01')], { extra: 1 }))],
  ])('%s', (code, value) => {
    expect(errorsOf(value)).toMatchObject([{ code, parameter: 'vsi.rate' }]);
  });

  test('faults of several parameters are told together', () => {
    const broken = [row('2025-01-01', '2025-06-29'), row('2025-07-01')];
    const errors = errorsOf(document(parameter(broken), parameter(broken, { id: 'hhi.rate' })));
    expect(errors.map((error) => error.parameter)).toEqual(['vsi.rate', 'hhi.rate']);
  });

  test.each([[null], [undefined], ['{}'], [{}], [[]]])('%p is no table', (value) => {
    expect(errorsOf(value).length).toBeGreaterThan(0);
  });

  test('a table parameter must have the shape its rule reads', () => {
    const retirement = parameter([row('2025-01-01', undefined, { value: { male: [] } })], {
      id: 'retirement.age',
      unit: 'table',
    });
    expect(errorsOf(document(retirement))).toMatchObject([
      { code: 'wrong_value', parameter: 'retirement.age' },
    ]);
  });

  test.each([
    [{ percent: 120 }, 'shape'],
    [{ province: 'Hà Nội' }, 'shape'],
    [{ to: '2025-12-31' }, 'to_before_from'],
  ])('local support with %j', (fault, code) => {
    const [first] = shippedDocument().localSupport;
    expect(errorsOf({ parameters: [], localSupport: [{ ...first, ...fault }] })).toMatchObject([{ code }]);
  });
});

describe('the table that ships', () => {
  test('has no fault and lacks nothing that the rules read', () => {
    expect(errorsOf(shippedDocument())).toEqual([]);
    expect(missingParameters(shippedTable())).toEqual([]);
  });

  test('a parameter taken away or given another unit is missed', () => {
    const shipped = shippedDocument();
    const parameters = shipped.parameters
      .filter(({ id }) => id !== 'vsi.rate')
      .map((entry) => (entry['id'] === 'vsi.min_age' ? { ...entry, unit: 'months' } : entry));
    const parsed = parseParameterTable({ ...shipped, parameters });
    expect(parsed.status === 'parsed' && missingParameters(parsed.table)).toEqual([
      'vsi.rate',
      'vsi.min_age',
    ]);
  });
});
