import { describe, expect, test } from '@jest/globals';
import { importCommunes, LocalityStore, parseLocalities } from '../../src/localities/index.js';
import { ownRecords } from '../support/ownRecords.js';
import { storeNames } from '../support/storeNames.js';
import { provinces } from './fixture.js';

const head = 'province_code,province,code,name';
const tamHai = '48,Thành phố Đà Nẵng,20992,Xã Tam Hải';
const haiChau = '48,Thành phố Đà Nẵng,20242,Phường Hải Châu';
const baDinh = '01,Thành phố Hà Nội,00004,Phường Ba Đình';
const file = (...lines: readonly string[]): string => [head, ...lines].join('\n');
const at = (day: number) => new Date(Date.UTC(2026, 10, day));

describe('a list of communes', () => {
  const faulty: readonly (readonly [string, string, readonly (readonly [number, string])[]])[] = [
    ['is empty', '', [[1, '']]],
    ['has a head only', head, [[1, '']]],
    ['lacks a column', 'province_code,province,code\n48,Đà Nẵng,20992', [[1, 'name']]],
    ['has an unknown column', `${head},area\n${tamHai},1`, [[1, 'area']]],
    ['has a column twice', `${head},name\n${tamHai},x`, [[1, 'name']]],
    ['has a field too many', file(`${tamHai},x`), [[2, '']]],
    ['has a field too few', file(haiChau, '48,Đà Nẵng,20992'), [[3, '']]],
    ['has letters for a code', file('48,Đà Nẵng,2099A,Xã Tam Hải'), [[2, 'code']]],
    ['has no code', file('48,Đà Nẵng,,Xã Tam Hải'), [[2, 'code']]],
    ['has no name', file('48,Đà Nẵng,20992,'), [[2, 'name']]],
    ['has a name without its type', file('48,Đà Nẵng,20992,Tam Hải'), [[2, 'name']]],
    ['names an unknown province', file('49,Quảng Nam,20992,Xã Tam Hải'), [[2, 'province_code']]],
    ['has a code twice', file(tamHai, haiChau, tamHai), [[4, 'code']]],
    ['opens a quote', file('48,"Đà Nẵng,20992,Xã Tam Hải'), [[2, '']]],
    [
      'is wrong in several lines',
      file('48,Đà Nẵng,1234567,Xã Tam Hải', tamHai, 'x,Đà Nẵng,20242,Hải Châu'),
      [
        [2, 'code'],
        [4, 'province_code'],
      ],
    ],
  ];
  test.each(faulty)('that %s is refused by line and field', (_what, text, expected) => {
    const table = parseLocalities(text, provinces);
    const faults = table.status === 'refused' ? table.faults : [];
    expect(faults.map(({ line, field }) => [line, field])).toEqual(expected);
    for (const { problem } of faults) expect(problem).not.toBe('');
  });

  const readable: readonly (readonly [string, string])[] = [
    ['with a byte-order mark and CRLF', `\ufeff${file(tamHai).replaceAll('\n', '\r\n')}\r\n\r\n`],
    ['with semicolons', file(tamHai).replaceAll(',', ';')],
    ['with quotes', file('"48","Thành phố ""Đà Nẵng""","20992","Xã Tam Hải"')],
    ['with columns in another order', 'name,code,province_code\nXã Tam Hải,20992,48'],
    ['with a small first letter', file('48,Thành phố Đà Nẵng,20992,xã Tam Hải')],
    ['in decomposed Unicode', file(tamHai).normalize('NFD')],
  ];
  test.each(readable)('%s is read', (_what, text) => {
    const rows = [{ code: '20992', name: 'Xã Tam Hải', provinceCode: '48' }];
    expect(parseLocalities(text, provinces)).toEqual({ status: 'read', rows });
  });

  test('gets the zeros back that a spreadsheet took', () => {
    const table = parseLocalities(file('1,Thành phố Hà Nội,4,Phường Ba Đình'), provinces);
    expect(table).toMatchObject({ rows: [{ code: '00004', provinceCode: '01' }] });
  });
});

describe.each(storeNames)('communes on %s', (name) => {
  const records = ownRecords(name);
  const bring = async (day: number, ...lines: readonly string[]) => {
    const table = parseLocalities(file(...lines), provinces);
    if (table.status === 'refused') throw new Error('The example was refused.');
    return importCommunes(records(), table.rows, at(day), true);
  };
  const held = async () =>
    (await records().db.selectFrom('communes').selectAll().orderBy('code').execute()).map((row) => [
      row.code,
      row.name,
      row.retired_at,
    ]);

  test('the same list twice changes nothing; what a later list lacks is retired, and may come back', async () => {
    const none = { added: 0, changed: 0, unchanged: 0, returned: 0, retired: 0 };
    const locality = await LocalityStore.open({
      records: records(),
      provinces,
      failed: (error) => {
        throw error;
      },
    });
    try {
      expect(locality.snapshot().gazetteer.isEmpty).toBe(true);
      expect(await bring(1, tamHai, haiChau, baDinh)).toEqual({ ...none, added: 3 });
      await locality.refresh();
      expect(locality.snapshot().gazetteer.commune('20992')?.name).toBe('Xã Tam Hải');
      const before = locality.snapshot();
      expect(await bring(2, tamHai, haiChau, baDinh)).toEqual({ ...none, unchanged: 3 });
      await locality.refresh();
      expect(locality.snapshot()).toEqual(before);

      const renamed = tamHai.replace('Xã', 'Đặc khu');
      expect(await bring(3, renamed, baDinh)).toEqual({ ...none, changed: 1, unchanged: 1, retired: 1 });
      expect(await held()).toEqual([
        ['00004', 'Phường Ba Đình', null],
        ['20242', 'Phường Hải Châu', at(3).getTime()],
        ['20992', 'Đặc khu Tam Hải', null],
      ]);
      await locality.refresh();
      expect(locality.snapshot().gazetteer.commune('20242')).toBeUndefined();
      expect(locality.snapshot().gazetteer.commune('20992')?.name).toBe('Đặc khu Tam Hải');

      expect(await bring(4, renamed, baDinh, haiChau)).toEqual({ ...none, unchanged: 2, returned: 1 });
      await locality.refresh();
      expect(locality.snapshot().gazetteer.size).toBe(3);
    } finally {
      await locality.close();
    }
  });

  test('a list that lacks most of the communes in force is refused as a whole unless that is meant', async () => {
    await bring(5, tamHai, haiChau, baDinh);
    const before = await held();
    const rows = [{ code: '00004', name: 'Phường Ba Đình', provinceCode: '01' }];
    expect(await importCommunes(records(), rows, at(6))).toBeUndefined();
    expect(await held()).toEqual(before);
    expect(await importCommunes(records(), rows, at(6), true)).toMatchObject({ retired: 2 });
  });
});
