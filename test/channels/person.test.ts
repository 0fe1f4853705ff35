import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { FakePlatform } from '../fakes/FakePlatform.js';
import { fakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber } from '../fakes/fakeViber.js';
import { Officer } from '../support/Officer.js';
import { createCipher, loadMasterKey, type Cipher } from '../../src/privacy/index.js';
import { openStore } from '../support/openStore.js';
import { storeNames } from '../support/storeNames.js';
import { startMs } from '../support/testService.js';
import { askForCall } from './askForCall.js';
import { ChannelPlace } from './ChannelPlace.js';
import type { ChannelTalk } from './ChannelTalk.js';

describe.each(storeNames)('one person on two channels, over %s', (name) => {
  let place: ChannelPlace;
  let cipher: Cipher;
  let telegram: FakePlatform;
  let viber: FakePlatform;
  let officer: Officer;
  let mobiles = 20_000_000;

  beforeAll(async () => {
    [telegram, viber] = [await fakeTelegram(), await fakeViber()];
    place = await ChannelPlace.open(name, [telegram, viber]);
    cipher = createCipher(loadMasterKey(place.store.dataDir, undefined));
    officer = await (await Officer.firstAdministrator(place.service)).hire('lan');
  }, startMs);
  afterAll(() => place.close());

  const newNumber = (): string => {
    mobiles += 1;
    return `09${mobiles}`;
  };
  const statuses = async (talk: ChannelTalk) => {
    const rows = await place.records.db
      .selectFrom('consents')
      .innerJoin('leads', 'leads.id', 'consents.lead_id')
      .select(['leads.status', 'consents.withdrawn_at'])
      .where('consents.conversation_id', '=', talk.conversationId)
      .execute();
    return rows.map(({ status, withdrawn_at: withdrawn }) => [status, withdrawn !== null]);
  };
  const holds = async (phone: string): Promise<boolean> =>
    (await openStore(place.records, cipher)).some(({ text }) => text.includes(phone));

  test('before a consent the same number links nothing', async () => {
    const phone = newNumber();
    const [asked, only] = [place.talk(telegram), place.talk(viber)];
    await askForCall(asked, { phone });
    await asked.say('Tôi đồng ý');
    await askForCall(only, { phone });
    await only.say('Không đồng ý');
    await only.write('xóa số của tôi');
    expect(await statuses(asked)).toEqual([['new', false]]);
    expect(await statuses(only)).toEqual([]);
  });

  test.each([
    ['the same matter', 'BHXH tự nguyện'],
    ['another matter', 'BHYT hộ gia đình'],
  ])('consent taken back on one is taken back on both, %s', async (_what, product) => {
    const phone = newNumber();
    const [one, other] = [place.talk(telegram), place.talk(viber)];
    await askForCall(one, { phone });
    await one.say('Tôi đồng ý');
    await askForCall(other, { phone, product });
    await other.say('Tôi đồng ý');
    expect([await statuses(one), await statuses(other)]).toEqual([[['new', false]], [['new', false]]]);
    expect(await holds(phone)).toBe(true);

    await other.write('xóa số của tôi');
    expect([await statuses(one), await statuses(other)]).toEqual([
      [['withdrawn', true]],
      [['withdrawn', true]],
    ]);
    expect(await holds(phone)).toBe(false);
  });

  test('nobody writes to who opted out elsewhere, until they write themselves', async () => {
    const phone = newNumber();
    const [one, other] = [place.talk(telegram), place.talk(viber)];
    await askForCall(one, { phone });
    await one.say('Tôi đồng ý');
    await officer.send('GET', '/waiting');
    await one.write('gặp người');
    const [waiting] = z
      .array(z.looseObject({ id: z.string() }))
      .parse(await (await officer.send('GET', '/conversations')).json());
    await askForCall(other, { phone });
    await other.say('Tôi đồng ý');
    await other.write('xóa số của tôi');
    const takeOver = () => officer.send('POST', `/conversations/${waiting?.id}/take-over`);
    const refused = await takeOver();
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('opted_out')]);
    await one.write('cho tôi hỏi chút');
    expect((await takeOver()).status).toBe(200);
  });
});
