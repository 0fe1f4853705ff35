import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { foldText } from '../../src/language/index.js';
import { listLeads, type LeadQuery, type LeadSummary } from '../../src/leads/index.js';
import { leadContext } from '../../src/leads/sealedLead.js';
import { createCipher } from '../../src/privacy/index.js';
import { openRecords, type Product, type Records } from '../../src/records/index.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';

const cipher = createCipher(testKey);
const day = 24 * 60 * 60 * 1000;
const start = Date.UTC(2026, 0, 1);
const count = 10_000;
const names = ['Hoàng Thị Khuyên', 'Lê Văn Đông', 'Nguyễn Thị Hồng', 'Đặng Quốc Ước', 'Y Bluê Niê'];
const places = [
  ['Xã Tam Hải', 'Đà Nẵng'],
  ['Phường 5', 'Thành phố Hồ Chí Minh'],
  ['Xã Ea Kar', 'Đắk Lắk'],
] as const;
const statuses = ['new', 'contacted', 'enrolled', 'declined'] as const;
const products: readonly Product[] = ['vsi', 'hhi', 'both'];
/** A page with its count, and for a search one look through the names: never a statement per lead. */
const mostStatements = 3;

type Made = Readonly<{ name: string; phone: string; reference: string; place: string; day: number }>;

/** The n-th lead; `n` counts hours since the start of 2026. */
function lead(n: number): Made {
  const [commune, province] = places[n % places.length] ?? places[0];
  return {
    name: `${names[n % names.length] ?? ''}${n % 1000 === 7 ? ' Bảy' : ''}`,
    phone: `09${String(10_000_000 + n)}`,
    reference: `AS-${String(2_000_000 + n)}`,
    place: `${commune}, ${province}`,
    day: Math.floor(n / 24),
  };
}

describe.each(storeNames)('a list of 10,000 leads on %s', (engine) => {
  let store: TestStore;
  let records: Records;
  let statements = 0;
  const all = Array.from({ length: count }, (_, n) => ({ n, ...lead(n) }));

  beforeAll(async () => {
    store = await createStore(engine);
    records = await openRecords({ ...store, onQuery: () => (statements += 1) });
    await fill(records);
  }, 60_000);
  afterAll(async () => {
    await records.close();
    await store.drop();
  });

  const list = async (query: Partial<LeadQuery> = {}) => {
    statements = 0;
    const found = await listLeads(records, cipher, {
      sort: 'createdAt',
      descending: true,
      offset: 0,
      limit: 25,
      ...query,
    });
    expect(statements).toBeLessThanOrEqual(mostStatements);
    return found;
  };
  const numbers = (leads: readonly LeadSummary[]) => leads.map(({ id }) => Number(id.slice(1)));
  const totalWhere = (holds: (made: (typeof all)[number]) => boolean) => all.filter(holds).length;

  test('pages go on where the last one ended, and the total is the whole', async () => {
    const seen: number[] = [];
    for (const offset of [0, 25, 50, 9_975]) {
      const page = await list({ offset });
      expect(page.total).toBe(count);
      seen.push(...numbers(page.leads));
    }
    const fromNewest = (offset: number) =>
      Array.from({ length: 25 }, (_, index) => count - 1 - offset - index);
    expect(seen).toEqual([0, 25, 50, 9_975].flatMap(fromNewest));
    expect((await list({ offset: count })).leads).toEqual([]);
    expect((await list({ limit: 100 })).leads).toHaveLength(100);
  });

  test('a listed lead shows a masked number and nothing sealed', async () => {
    const [newest] = (await list()).leads;
    const made = lead(9_999);
    expect(newest).toMatchObject({
      name: made.name,
      phoneMasked: `09•• ••• ${made.phone.slice(-3)}`,
      locality: made.place,
      reference: made.reference,
      createdAt: new Date(start + 9_999 * 3_600_000).toISOString(),
    });
    expect(JSON.stringify(newest)).not.toContain(made.phone);
    expect(JSON.stringify(newest)).not.toContain('a1.');
  });

  test('filters by status, product and days add up', async () => {
    const enrolled = await list({ status: 'enrolled' });
    expect(enrolled.total).toBe(totalWhere(({ n }) => n % statuses.length === 2));
    expect(new Set(enrolled.leads.map(({ status }) => status))).toEqual(new Set(['enrolled']));
    const both = await list({ status: 'enrolled', product: 'hhi' });
    expect(both.total).toBe(totalWhere(({ n }) => n % statuses.length === 2 && n % products.length === 1));
    const days = await list({ from: start + 10 * day, before: start + 12 * day });
    expect(days.total).toBe(48);
    expect(numbers(days.leads)[0]).toBe(12 * 24 - 1);
    const three = await list({ from: start, before: start + day, status: 'new', product: 'vsi' });
    expect(numbers(three.leads)).toEqual([12, 0]);
    expect((await list({ ids: ['n00005', 'n00003', 'none'] })).total).toBe(2);
    expect((await list({ ids: [] })).total).toBe(0);
  });

  test('sorts by each column, either way, and by id where it is equal', async () => {
    const oldest = await list({ descending: false, limit: 3 });
    expect(numbers(oldest.leads)).toEqual([0, 1, 2]);
    for (const sort of ['status', 'product', 'locality', 'updatedAt'] as const) {
      for (const descending of [true, false]) {
        const { leads } = await list({ sort, descending, limit: 5_000 });
        const keys = leads.map((item) =>
          sort === 'locality' ? foldText(item.locality.replace(',', '')) : item[sort],
        );
        const ordered = keys.toSorted((one, other) => (one < other ? -1 : one > other ? 1 : 0));
        expect(keys).toEqual(descending ? ordered.toReversed() : ordered);
        const ties = leads.flatMap((item, index) => {
          const before = leads[index - 1];
          return before !== undefined && keys[index] === keys[index - 1] ? [item.id > before.id] : [];
        });
        expect(ties.every((rises) => rises !== descending)).toBe(true);
      }
    }
  });

  const searches: readonly (readonly [string, string, (made: (typeof all)[number]) => boolean])[] = [
    ['a name without accents', 'dang quoc uoc', ({ name }) => name.startsWith('Đặng')],
    ['a name in capitals', 'ĐẶNG QUỐC ƯỚC', ({ name }) => name.startsWith('Đặng')],
    ['part of a name', 'khuyên bảy', () => false],
    ['a rare part of a name', ' bay ', ({ name }) => name.endsWith('Bảy')],
    ['a place', 'ea kar', ({ place }) => place.includes('Ea Kar')],
    ['a province without accents', 'ho chi minh', ({ place }) => place.includes('Hồ Chí Minh')],
    ['a whole number', '0910000123', ({ n }) => n === 123],
    ['a number with spaces', '0910 000 123', ({ n }) => n === 123],
    ['a number with +84', '+84 910.000.123', ({ n }) => n === 123],
    ['a number nobody left', '0999999999', () => false],
    ['a reference', 'as-2009999', ({ n }) => n === 9_999],
    ['what nobody is called', 'không có ai', () => false],
  ];
  test.each(searches)('finds %s: %j', async (_what, q, holds) => {
    const found = await list({ q, limit: 10_000 });
    const wanted = all.filter(holds).map(({ n }) => n);
    expect(numbers(found.leads)).toEqual(wanted.toReversed());
    expect(found.total).toBe(wanted.length);
  });

  test('a search can be filtered, sorted and paged like the list', async () => {
    const holds = ({ n, place }: (typeof all)[number]) =>
      place.includes('Ea Kar') && n % statuses.length === 0;
    const wanted = all.filter(holds).map(({ n }) => n);
    const page = await list({ q: 'ea kar', status: 'new', descending: false, offset: 25, limit: 10 });
    expect(page.total).toBe(wanted.length);
    expect(numbers(page.leads)).toEqual(wanted.slice(25, 35));
  });

  test('a search that every lead fits still works', async () => {
    // Every reference has a 2 in it.
    expect((await list({ q: 'as-2' })).total).toBe(count);
    expect((await list({ q: '   ' })).total).toBe(count);
  });
});

async function fill(records: Records): Promise<void> {
  await records.db
    .insertInto('conversations')
    .values({
      id: 'c',
      channel: 'webchat',
      user_id: 'u',
      state: null,
      personal_since: null,
      created_at: start,
      updated_at: start,
    })
    .execute();
  for (let from = 0; from < count; from += 1_000) {
    const rows = Array.from({ length: 1_000 }, (_, index) => {
      const n = from + index;
      const id = `n${String(n).padStart(5, '0')}`;
      const made = lead(n);
      const [commune = '', province = ''] = made.place.split(', ');
      const at = start + n * 3_600_000;
      return {
        id,
        reference: made.reference,
        conversation_id: 'c',
        source_seq: n,
        channel: 'webchat',
        product: products[n % products.length] ?? 'both',
        status: statuses[n % statuses.length] ?? 'new',
        name: cipher.seal(made.name, leadContext(id, 'name')),
        phone: cipher.seal(made.phone, leadContext(id, 'phone')),
        phone_index: cipher.blindIndex(made.phone),
        commune,
        province,
        locality_folded: foldText(`${commune} ${province}`),
        call_time: 'sáng',
        estimate: null,
        suspicious: 0 as const,
        created_at: at,
        updated_at: start + ((n * 7_919) % count) * 1000,
      };
    });
    await records.db.insertInto('leads').values(rows).execute();
  }
}
