import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBot } from '../../dialogs/index.js';
import type { ContentStore } from '../../src/content/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { readConversation } from '../../src/turn/index.js';
import { eventually } from '../support/eventually.js';
import { openInstance, openShippedContent, type Instance } from '../support/openInstance.js';
import { dumpStore, openStore, placesOfName, placesOfPhone } from '../support/openStore.js';
import { startOtherProcess, type OtherProcess } from '../support/otherProcess.js';
import { storeNames } from '../support/storeNames.js';
import { createStore, type TestStore } from '../support/stores.js';
import { exampleDay } from '../support/testService.js';
import { inboundMessage } from './inboundMessage.js';
import { Talker } from './Talker.js';

const name = 'Hoàng Thị Khuyên';
const phone = '0912345678';
const toTheName = ['Nhờ cán bộ gọi', 'BHXH tự nguyện', 'xã Tam Hải, Đà Nẵng'];
const toTheTime = [...toTheName, `${name}, 0912 345 678`];
const toTheConsent = [...toTheTime, 'Buổi sáng'];
const dayMs = 24 * 60 * 60 * 1000;

let contentStore: TestStore;
let contentRecords: Records;
let content: ContentStore;

beforeAll(async () => {
  contentStore = await createStore('sqlite');
  contentRecords = await openRecords(contentStore);
  content = await openShippedContent(contentStore, contentRecords, exampleDay);
});
afterAll(async () => {
  await content.close();
  await contentRecords.close();
  await contentStore.drop();
});

describe.each(storeNames)('a lead on %s', (engine) => {
  let store: TestStore;
  let here: Instance;
  let there: OtherProcess;
  let now = exampleDay();

  beforeAll(async () => {
    store = await createStore(engine);
    here = await openInstance(store, {
      bot: createBot(),
      content: () => content.snapshot(),
      now: () => now,
    });
    there = await startOtherProcess(store, 'dialogs', exampleDay());
    await here.turns.start();
  }, 60_000);
  afterAll(async () => {
    await there.stop();
    await here.close();
    await store.drop();
    expect(here.faults).toEqual([]);
    expect(here.failures).toEqual([]);
  });

  // The number of these conversations has no lead open from the one before.
  beforeEach(async () => {
    await here.records.db.updateTable('leads').set({ open_key: null }).execute();
  });

  const opened = async (id: string) => (await openStore(here.records, here.cipher)).filter(belongsTo(id));
  const leadsOf = (id: string) =>
    here.records.db.selectFrom('leads').selectAll().where('conversation_id', '=', id).execute();
  const consentsOf = (id: string) =>
    here.records.db.selectFrom('consents').selectAll().where('conversation_id', '=', id).execute();
  const stateOf = async (id: string): Promise<string> => {
    const rows = (await opened(id)).filter(
      ({ table, column }) => `${table}.${column}` === 'conversations.state',
    );
    return rows[0]?.text ?? '';
  };

  test('two simultaneous "Tôi đồng ý" at two instances make one lead with one consent', async () => {
    const talkers = Array.from({ length: 8 }, (_, index) => new Talker(here, `twice-${index}`));
    await Promise.all(
      talkers.map((talker, index) =>
        talker.sayAll(toTheConsent.map((text) => text.replace('345 678', `345 67${index}`))),
      ),
    );
    await Promise.all(
      talkers.flatMap((talker) => [
        talker.send(inboundMessage(talker.id, 'Tôi đồng ý')),
        talker.send(inboundMessage(talker.id, 'Tôi đồng ý'), (message) => there.accept(message, true)),
      ]),
    );
    for (const { id } of talkers) {
      const [lead, ...more] = await leadsOf(id);
      const [consent, ...others] = await consentsOf(id);
      expect([more, others]).toEqual([[], []]);
      expect(consent).toMatchObject({ lead_id: lead?.id, evidence_seq: lead?.source_seq, purpose: 'call' });
    }
  });

  test('one "Tôi đồng ý" delivered five times makes one lead, one consent and one confirmation', async () => {
    const talker = new Talker(here, 'delivered-again');
    await talker.sayAll(toTheConsent);
    const agree = inboundMessage(talker.id, 'Tôi đồng ý');
    await Promise.all([
      here.turns.accept(agree),
      there.accept(agree, true),
      here.turns.accept(agree),
      there.accept(agree, true),
    ]);
    const replies = await talker.send(agree);
    const [lead, ...more] = await leadsOf(talker.id);
    expect(more).toEqual([]);
    expect(await consentsOf(talker.id)).toHaveLength(1);
    expect(replies.at(-1)?.channelData).toMatchObject({ lead: { reference: lead?.reference } });
    const log = await readConversation(here, talker.id, 0);
    const confirmations = log.filter(({ activity }) => activity.channelData?.lead !== undefined);
    expect(confirmations).toHaveLength(1);
  });

  test('with consent, name and phone are where they belong and nowhere else', async () => {
    const talker = new Talker(here, 'agreed');
    await talker.sayAll([...toTheConsent, 'Tôi đồng ý']);
    const values = await opened(talker.id);
    expect(placesOfPhone(values, phone)).toEqual(['inbox.payload', 'leads.phone', 'outbox.payload']);
    expect(placesOfName(values, name)).toEqual(['inbox.payload', 'leads.name', 'outbox.payload']);
    const [consent] = await consentsOf(talker.id);
    expect(consent?.text).toContain('đồng ý');
    expect(consent?.withdrawn_at).toBeNull();
    const unsealed = (await dumpStore(here.records)).filter(belongsTo(talker.id));
    expect([placesOfPhone(unsealed, phone), placesOfName(unsealed, name)]).toEqual([[], []]);
  });

  const refusals: readonly (readonly [string, readonly string[]])[] = [
    ['"Không đồng ý"', [...toTheConsent, 'Không đồng ý']],
    ['"ko" after a question in between', [...toTheConsent, 'bhxh tự nguyện là gì?', 'ko']],
    ['a refusal that repeats the number', [...toTheConsent, 'không đồng ý, đừng gọi 0912345678']],
    ['"dừng" while the time is asked', [...toTheTime, 'dừng']],
    ['"dừng" at the summary', [...toTheConsent, 'dừng']],
    ['"làm lại"', [...toTheConsent, 'làm lại']],
    ['"xóa số của tôi" before agreeing', [...toTheConsent, 'xóa số của tôi']],
    ['a number in another spelling', [...toTheName, `${name} +84 912.345.678`, 'tối', 'không đồng ý']],
    ['a phone one digit short first', [...toTheName, `${name}, 091 234 567`, '0912345678', 'sáng', 'không']],
    ['everything told at once', [`gọi cho tôi, tôi là ${name} 0912345678 xã Tam Hải, Đà Nẵng`, 'dừng']],
    ['a line corrected before', [...toTheConsent, 'Sửa', 'Tên', `Chị ${name}`, 'Không đồng ý']],
    ['steps back before', [...toTheConsent, 'quay lại', 'quay lại', `${name} 0912345678`, 'sáng', 'không']],
  ];

  test.each(refusals)('refused by %s, name and phone are nowhere', async (what, texts) => {
    const talker = new Talker(here, `refused ${what}`);
    await talker.sayAll(texts.slice(0, -1));
    const before = await opened(talker.id);
    expect(placesOfPhone(before, '0912345')).toContain('inbox.payload');
    expect(placesOfName(before, name)).toContain('inbox.payload');
    const replies = await talker.sayAll(texts.slice(-1));
    for (const { text = '' } of replies) expect(text).toMatch(/\p{L}/u);
    const after = await opened(talker.id);
    expect([placesOfPhone(after, '091234567'), placesOfName(after, name)]).toEqual([[], []]);
    expect(await leadsOf(talker.id)).toEqual([]);
    expect(await consentsOf(talker.id)).toEqual([]);
    const { personal_since: since } = await conversationOf(here, talker.id);
    expect(since).toBeNull();
    expect((await talker.say('bhxh tự nguyện là gì?')).length).toBeGreaterThan(0);
  });

  test.each([
    ['while the time is asked', toTheTime, 'time'],
    ['while a line is chosen for correction', [...toTheConsent, 'Sửa'], 'consent'],
    ['while a line is given anew', [...toTheConsent, 'Sửa', 'Số điện thoại'], 'phone'],
  ])(
    '"Tôi đồng ý" pressed %s agrees to nothing: what is agreed to is read first',
    async (what, path, asked) => {
      const talker = new Talker(here, `too early ${what}`);
      await talker.sayAll(path);
      const replies = await talker.say('Tôi đồng ý');
      expect(replies.at(-1)?.channelData?.expects).toBe(asked);
      await talker.sayAll(asked === 'time' ? ['Buổi sáng'] : asked === 'phone' ? [phone] : []);
      expect([await leadsOf(talker.id), await consentsOf(talker.id)]).toEqual([[], []]);
      await talker.say('Tôi đồng ý');
      expect(await leadsOf(talker.id)).toHaveLength(1);
    },
  );

  test('"xóa số của tôi" erases lead, transcript and memory, and keeps that a consent was there', async () => {
    const talker = new Talker(here, 'withdrawn');
    await talker.sayAll([...toTheConsent, 'Tôi đồng ý']);
    const before = await readConversation(here, talker.id, 0);
    await talker.say('xóa số của tôi');
    const values = await opened(talker.id);
    expect([placesOfPhone(values, phone), placesOfName(values, name)]).toEqual([[], []]);
    expect(placesOfName(values, 'Tam Hải').filter((place) => place.startsWith('leads'))).toEqual([]);
    expect(await leadsOf(talker.id)).toMatchObject([{ status: 'withdrawn', phone_index: '', commune: '' }]);
    expect(await consentsOf(talker.id)).toMatchObject([{ withdrawn_at: now.getTime() }]);
    expect(await stateOf(talker.id)).not.toContain('AS-');
    const after = await readConversation(here, talker.id, 0);
    expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    await talker.sayAll([...toTheConsent, 'Tôi đồng ý']);
    expect((await leadsOf(talker.id)).map(({ status }) => status).sort()).toEqual(['new', 'withdrawn']);
  });

  test('a number told after the lead was opened goes with the rest on "xóa số của tôi"', async () => {
    const talker = new Talker(here, 'second-number');
    await talker.sayAll([...toTheConsent, 'Tôi đồng ý', 'số mới của tôi 0987654321', 'xóa số của tôi']);
    expect(placesOfPhone(await opened(talker.id), '0987654321')).toEqual([]);
  });

  test('a name and number without consent are forgotten after 24 hours, silently, and not before', async () => {
    const talkers = {
      lead: new Talker(here, 'half-finished'),
      estimate: new Talker(here, 'number-in-an-estimate'),
      agreed: new Talker(here, 'agreed-yesterday'),
    };
    await talkers.lead.sayAll(toTheTime);
    await talkers.estimate.sayAll(['Tính tiền BHXH tự nguyện', 'số tôi 0912345678']);
    await talkers.agreed.sayAll([...toTheConsent, 'Tôi đồng ý']);
    const held = async (id: string) => placesOfPhone(await opened(id), phone);
    const said = (await readConversation(here, talkers.lead.id, 0)).length;
    try {
      now = new Date(exampleDay().getTime() + dayMs - 60_000);
      await sleep(1_300);
      expect(await held(talkers.lead.id)).toContain('conversations.state');
      expect(await held(talkers.estimate.id)).toContain('inbox.payload');
      now = new Date(exampleDay().getTime() + dayMs + 1);
      for (const { id } of [talkers.lead, talkers.estimate]) {
        await eventually(
          async () => ((await held(id)).length === 0 ? true : undefined),
          `forgetting of ${id}`,
        );
        expect((await conversationOf(here, id)).personal_since).toBeNull();
      }
      expect(placesOfName(await opened(talkers.lead.id), name)).toEqual([]);
      expect(await held(talkers.agreed.id)).toContain('leads.phone');
      expect(await readConversation(here, talkers.lead.id, 0)).toHaveLength(said);
      const [answer] = await talkers.lead.say('Buổi sáng');
      expect(answer?.channelData?.expects).toBeUndefined();
      expect(await leadsOf(talkers.lead.id)).toEqual([]);
    } finally {
      now = exampleDay();
    }
  });

  test('what is written to the disk shows no name and no number without the key', async () => {
    const talker = new Talker(here, 'on-disk');
    await talker.sayAll([...toTheConsent, 'Tôi đồng ý']);
    const texts =
      engine === 'sqlite'
        ? readdirSync(store.dataDir)
            .filter((file) => file.startsWith('an-sinh.sqlite'))
            .map((file) => readFileSync(join(store.dataDir, file)).toString('latin1'))
        : (await dumpStore(here.records)).map(({ row }) => row);
    const whole = texts.join('\n');
    const spelled = engine === 'sqlite' ? Buffer.from('Khuyên').toString('latin1') : 'Khuyên';
    expect(whole.includes('on-disk')).toBe(true);
    expect(/912[\s.]?345[\s.]?678/.test(whole)).toBe(false);
    expect(whole.includes(spelled)).toBe(false);
  });
});

function belongsTo(id: string): (value: Readonly<{ table: string; row: string }>) => boolean {
  return ({ row }) => row.includes(JSON.stringify(id)) || row.includes(JSON.stringify(id).slice(1, -1));
}

async function conversationOf({ records }: Instance, id: string) {
  return records.db.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}
