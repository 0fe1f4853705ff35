import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  agreeToReminders,
  changeLead,
  countConsentedLeads,
  exportLeads,
  formatPhone,
  insertLead,
  leadStatuses,
  listLeads,
  maskPhone,
  newReference,
  readLead,
  readPhone,
  recordPhoneView,
  withdrawLeads,
  type LeadDraft,
} from '../../src/leads/index.js';
import { createCipher } from '../../src/privacy/index.js';
import { openRecords, type LeadStatus, type Records } from '../../src/records/index.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { testKey } from '../support/testKey.js';

const cipher = createCipher(testKey);
const at = Date.UTC(2026, 10, 21, 3);
/** After the last lead that a test makes. */
const now = new Date(at + 4000);
const draft: LeadDraft = {
  product: 'vsi',
  name: 'Hoàng Thị Khuyên',
  phone: '0912345678',
  commune: 'Xã Tam Hải',
  province: 'Đà Nẵng',
  callTime: 'buổi sáng',
  estimate: { reference: 'e1', product: 'vsi', summary: ['264.000 đ'] },
  consent: { textVersion: '2026-11-22', text: 'Anh/chị có đồng ý?', locale: 'vi' },
};

/** Where an officer may move a lead; every pair that isn't here is refused. */
const allowed: Readonly<Record<LeadStatus, string>> = {
  new: 'contacted no_answer appointment enrolled declined invalid',
  contacted: 'no_answer appointment enrolled declined invalid',
  no_answer: 'contacted no_answer appointment enrolled declined invalid',
  appointment: 'contacted no_answer appointment enrolled declined invalid',
  enrolled: 'contacted',
  declined: 'contacted appointment enrolled',
  invalid: 'contacted',
  withdrawn: '',
};
const pairs = leadStatuses.flatMap((from) => leadStatuses.map((to) => ({ from, to })));

describe.each(storeNames)('leads on %s', (name) => {
  let store: TestStore;
  let records: Records;
  beforeAll(async () => {
    store = await createStore(name);
    records = await openRecords(store);
    await records.db
      .insertInto('accounts')
      .values({
        id: 'lan',
        username: 'lan',
        name: 'Chị Lan',
        role: 'officer',
        password_hash: '',
        must_change_password: 0,
        disabled: 0,
        created_at: at,
        last_login_at: null,
      })
      .execute();
  });
  afterAll(async () => {
    await records.close();
    await store.drop();
  });
  beforeEach(async () => {
    for (const table of ['lead_events', 'consents', 'leads', 'conversations'] as const)
      await records.db.deleteFrom(table).execute();
    await records.db
      .insertInto('conversations')
      .values({
        id: 'c1',
        channel: 'webchat',
        user_id: 'u',
        state: null,
        personal_since: null,
        created_at: at,
        updated_at: at,
      })
      .execute();
  });

  let lastSeq = 0;
  const make = async (status: LeadStatus = 'new', change: Partial<LeadDraft> = {}): Promise<string> => {
    const reference = newReference();
    lastSeq += 1;
    const lead = {
      draft: { ...draft, ...change },
      reference,
      conversation: { id: 'c1', channel: 'webchat' },
      sourceSeq: lastSeq,
      at: at + lastSeq,
    };
    await records.db.transaction().execute((transaction) => insertLead(transaction, cipher, lead));
    // Several leads of one number stand side by side here only to be looked at.
    const made = records.db
      .updateTable('leads')
      .set({ status, open_key: null })
      .where('reference', '=', reference);
    return (await made.returning('id').executeTakeFirstOrThrow()).id;
  };
  const change = (id: string, status: LeadStatus, note = '', ifVersion = 1) =>
    changeLead(records, cipher, { id, status, note, ifVersion, actorId: 'lan' }, now);
  const withdraw = () =>
    records.db
      .transaction()
      .execute((transaction) =>
        withdrawLeads(transaction, cipher, { conversationId: 'c1', withdrawal: 'all', at: at + 5000 }),
      );

  test('a lead reads back with its estimate, its consent and its first event', async () => {
    const id = await make();
    expect(await readLead(records, cipher, id)).toMatchObject({
      name: 'Hoàng Thị Khuyên',
      phoneMasked: '09•• ••• 678',
      locality: 'Xã Tam Hải, Đà Nẵng',
      callTime: 'buổi sáng',
      status: 'new',
      version: 1,
      estimate: draft.estimate,
      consents: [
        { purpose: 'call', text: 'Anh/chị có đồng ý?', textVersion: '2026-11-22', withdrawnAt: null },
      ],
      events: [{ kind: 'created', actor: null, from: null, to: 'new', note: null }],
    });
    expect(await readPhone(records, cipher, id)).toBe('0912345678');
    expect(await readLead(records, cipher, 'none')).toBeUndefined();
    expect(await readPhone(records, cipher, 'none')).toBeUndefined();
  });

  test('what was agreed stands in the order it was agreed, also when the clock was set back meanwhile', async () => {
    const id = await make();
    const { reference } = await records.db
      .selectFrom('leads')
      .select('reference')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const reminders = {
      reference,
      consent: draft.consent,
      conversation: { id: 'c1', channel: 'webchat' },
      sourceSeq: (lastSeq += 1),
      at: at - 3_600_000,
    };
    await records.db.transaction().execute((transaction) => agreeToReminders(transaction, cipher, reminders));
    const lead = await readLead(records, cipher, id);
    expect(lead?.consents.map(({ purpose }) => purpose)).toEqual(['call', 'reminder']);
    expect(lead?.events.map(({ kind }) => kind)).toEqual(['created', 'reminder_agreed']);
  });

  test('one message makes one lead, also when it is written twice', async () => {
    await make();
    const again = {
      draft,
      reference: newReference(),
      conversation: { id: 'c1', channel: 'webchat' },
      sourceSeq: lastSeq,
      at,
    };
    const second = records.db.transaction().execute((transaction) => insertLead(transaction, cipher, again));
    await expect(second).rejects.toThrow();
    const rows = await Promise.all(
      (['leads', 'consents', 'lead_events'] as const).map((table) =>
        records.db.selectFrom(table).selectAll().execute(),
      ),
    );
    expect(rows.map((found) => found.length)).toEqual([1, 1, 1]);
  });

  test.each(pairs)('an officer who moves a lead from $from to $to', async ({ from, to }) => {
    const id = await make(from);
    const may = allowed[from].split(' ').includes(to);
    const needsNote = to === 'declined' || to === 'invalid';
    const without = await change(id, to);
    if (may && !needsNote) {
      expect(without).toBe('changed');
      expect(await readLead(records, cipher, id)).toMatchObject({
        status: to,
        version: 2,
        events: [{}, { kind: 'status', actor: 'Chị Lan', from, to, note: null }],
      });
      return;
    }
    const staysOpen = from === to && from !== 'withdrawn';
    expect(without).toBe(may || staysOpen ? 'note_missing' : 'status_not_allowed');
    expect(await change(id, to, '   ')).toBe(without);
    const withNote = await change(id, to, 'Đã gặp');
    expect(withNote).toBe(may || staysOpen ? 'changed' : 'status_not_allowed');
    const detail = await readLead(records, cipher, id);
    expect(detail?.status).toBe(withNote === 'changed' ? to : from);
    expect(detail?.version).toBe(withNote === 'changed' ? 2 : 1);
    expect(detail?.events).toHaveLength(withNote === 'changed' ? 2 : 1);
  });

  test('the detail offers exactly the statuses that are allowed', async () => {
    for (const status of leadStatuses) {
      const detail = await readLead(records, cipher, await make(status));
      expect([...(detail?.allowedStatuses ?? [])].sort().join(' ')).toBe(
        allowed[status].split(' ').sort().join(' '),
      );
    }
  });

  test('who changes a lead that somebody else changed meanwhile is told so and changes nothing', async () => {
    const id = await make();
    expect(await change(id, 'contacted')).toBe('changed');
    expect(await change(id, 'enrolled', 'mừng quá')).toBe('stale');
    expect(await change(id, 'enrolled', '', 3)).toBe('stale');
    expect(await change('none', 'enrolled')).toBe('not_found');
    const results = await Promise.all([
      change(id, 'enrolled', 'một', 2),
      change(id, 'appointment', 'hai', 2),
      change(id, 'declined', 'ba', 2),
    ]);
    expect(results.toSorted()).toEqual(['changed', 'stale', 'stale']);
    expect((await readLead(records, cipher, id))?.events).toHaveLength(3);
  });

  test('notes are stored sealed, shown to officers, and erased with the rest when consent is withdrawn', async () => {
    const id = await make();
    await change(id, 'declined', '  Bán quán ở chợ, gọi chồng 0987654321 ');
    await recordPhoneView(records, id, 'lan', now);
    const rows = JSON.stringify(await records.db.selectFrom('lead_events').selectAll().execute());
    expect([rows.includes('quán'), rows.includes('0987')]).toEqual([false, false]);
    const detail = await readLead(records, cipher, id);
    expect(detail?.events.map(({ kind, note }) => [kind, note]).toSorted()).toEqual([
      ['created', null],
      ['phone_viewed', null],
      ['status', 'Bán quán ở chợ, gọi chồng 0987654321'],
    ]);
    await withdraw();
    const erased = await readLead(records, cipher, id);
    expect(erased).toMatchObject({
      status: 'withdrawn',
      name: '',
      phoneMasked: '',
      locality: '',
      callTime: '',
      estimate: null,
      allowedStatuses: [],
      consents: [{ withdrawnAt: new Date(at + 5000).toISOString() }],
    });
    expect(erased?.events.map(({ note }) => note)).toEqual([null, null, null, null]);
    expect(erased?.events.at(-1)).toMatchObject({ kind: 'withdrawn', from: 'declined', actor: null });
    expect(await readPhone(records, cipher, id)).toBeUndefined();
    expect(await countConsentedLeads(records, 'c1')).toBe(0);
    expect(await change(id, 'contacted', 'x', 3)).toBe('status_not_allowed');
  });

  test('the export holds every lead with a consent that holds, oldest first, and no other', async () => {
    await make();
    await withdraw();
    const first = await make('contacted', { name: 'Lê Văn Một' });
    const second = await make('new', { name: 'Lê Văn Hai', product: 'hhi', phone: '02363123456' });
    const exported = await exportLeads(records, cipher);
    expect(exported.map(({ name: who, phone, status, product }) => [who, phone, status, product])).toEqual([
      ['Lê Văn Một', '0912345678', 'contacted', 'vsi'],
      ['Lê Văn Hai', '02363123456', 'new', 'hhi'],
    ]);
    const details = await Promise.all([first, second].map((id) => readLead(records, cipher, id)));
    expect(exported.map(({ reference }) => reference)).toEqual(details.map((detail) => detail?.reference));
    expect(exported[0]).toMatchObject({
      conversation: 'c1',
      locality: 'Xã Tam Hải, Đà Nẵng',
      suspicious: false,
    });
  });

  test('a name copied to another lead does not open there', async () => {
    const [one, two] = [await make(), await make('new', { name: 'Lê Văn Hai' })];
    const row = records.db.selectFrom('leads').select('name').where('id', '=', one);
    await records.db
      .updateTable('leads')
      .set(await row.executeTakeFirstOrThrow())
      .where('id', '=', two)
      .execute();
    await expect(
      listLeads(records, cipher, { sort: 'createdAt', descending: true, offset: 0, limit: 25 }),
    ).rejects.toThrow();
  });
});

describe('numbers and codes', () => {
  test.each([
    ['0912345678', '09•• ••• 678', '0912 345 678'],
    ['02363123456', '02•• ••• 456', '0236 3123 456'],
    ['', '', ''],
  ])('%j is masked as %j and read out as %j', (phone, masked, spoken) => {
    expect([maskPhone(phone), formatPhone(phone)]).toEqual([masked, spoken]);
  });

  test('references are short, without letters that are mistaken for others, and do not repeat', () => {
    const made = Array.from({ length: 2_000 }, () => newReference());
    expect(new Set(made).size).toBe(2_000);
    for (const reference of made)
      expect(reference).toMatch(/^AS-[2-9A-HJKMNP-TV-Z]{3}-[2-9A-HJKMNP-TV-Z]{4}$/);
  });
});
