import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { fakeMessenger } from '../fakes/fakeMessenger.js';
import { fakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber } from '../fakes/fakeViber.js';
import { fakeZalo } from '../fakes/fakeZalo.js';
import { Officer } from '../support/Officer.js';
import { words } from '../support/openInstance.js';
import { storeNames } from '../support/storeNames.js';
import { startMs } from '../support/testService.js';
import { askForCall } from './askForCall.js';
import { ChannelPlace } from './ChannelPlace.js';

const vi = words('vi');
const message = z.looseObject({ role: z.string(), text: z.string(), delivery: z.string().nullable() });
const conversation = z.looseObject({
  id: z.string(),
  state: z.string(),
  isMine: z.boolean(),
  lastWords: z.string(),
  campaign: z.string().nullable(),
});
const opened = conversation.extend({
  reach: z.looseObject({ status: z.string() }),
  messages: z.array(message),
});
const problem = z.object({ error: z.looseObject({ code: z.string(), message: z.string() }) });

describe('an officer answers on any channel', () => {
  let place: ChannelPlace;
  let admin: Officer;
  let officer: Officer;
  let colleague: Officer;
  let ahead = 0;

  beforeAll(async () => {
    const engine = storeNames.includes('postgres') ? 'postgres' : 'sqlite';
    const platforms = [await fakeTelegram(), await fakeMessenger(), await fakeViber(), await fakeZalo()];
    place = await ChannelPlace.open(engine, platforms, { now: () => new Date(Date.now() + ahead) });
    admin = await Officer.firstAdministrator(place.service);
    officer = await admin.hire('lan');
    colleague = await admin.hire('minh');
  }, startMs);
  afterAll(() => place.close());

  const talkOn = (name: string) => place.talk(place.platform(name));
  const list = async (who = officer) =>
    z.array(conversation).parse(await (await who.send('GET', '/conversations')).json());
  const act = async (id: string, action: string, body?: object, who = officer) =>
    who.send('POST', `/conversations/${id}/${action}`, body);
  const say = (id: string, text: string, key = randomUUID(), who = officer) =>
    act(id, 'messages', { text, key }, who);

  test('where nobody is at work a citizen who asks for a person is told how to reach one', async () => {
    const [shown] = await talkOn('telegram').write('gặp người');
    expect(shown?.text).toMatch(/để lại số/);
    expect(await list()).toEqual([]);
  });

  test.each(['telegram', 'messenger', 'viber', 'zalo'])(
    'on %s: waits, is answered, gets the bot back',
    async (name) => {
      expect(await (await officer.send('GET', '/waiting')).json()).toEqual({ waiting: 0 });
      const platform = place.platform(name);
      const citizen = place.newCitizen();
      const talk = place.talk(platform, citizen);
      const shown = async (act: () => Promise<unknown>) => {
        const before = platform.shownTo(citizen).length;
        await act();
        await talk.settled();
        return platform
          .shownTo(citizen)
          .slice(before)
          .map(({ text }) => text);
      };
      await talk.write('xin chào');
      const [waits] = await talk.write('gặp người');
      expect(waits?.text).toBe(vi('handling:waiting'));
      expect(waits?.buttons.map(({ label }) => label)).toEqual([vi('handling:back_to_bot')]);
      expect(await talk.write('số em là 0912 345 678, cccd 079201001234')).toEqual([]);
      expect(await (await officer.send('GET', '/waiting')).json()).toEqual({ waiting: 1 });

      const [waiting] = await list();
      const id = waiting?.id ?? '';
      expect(waiting).toMatchObject({ state: 'waiting', isMine: false });
      expect(waiting?.lastWords).toContain('số em là');
      expect(JSON.stringify(waiting)).not.toMatch(/912[ .]?345|079201/);
      const before = opened.parse(await (await officer.send('GET', `/conversations/${id}`)).json());
      expect(before.messages.map(({ role }) => role)).toEqual(['user', 'bot', 'user', 'bot', 'user']);
      expect(JSON.stringify(before)).not.toMatch(/912[ .]?345|079201/);

      expect(await shown(() => act(id, 'take-over'))).toEqual([
        vi('handling:officer_joined', { officer: 'Cán bộ' }).replaceAll('**', ''),
      ]);
      const key = randomUUID();
      const answers = ['Chào chị, em nghe ạ', 'Chào chị, em nghe ạ'].map((text) => () => say(id, text, key));
      for (const [index, answer] of answers.entries()) {
        expect(await shown(answer)).toEqual(index === 0 ? ['Cán bộ: Chào chị, em nghe ạ'] : []);
      }
      expect(await talk.write('bhxh tu nguyen dong bao nhieu 1 thang')).toEqual([]);
      const during = opened.parse(await (await officer.send('GET', `/conversations/${id}?again`)).json());
      expect(during).toMatchObject({ state: 'officer', isMine: true, reach: { status: 'open' } });
      expect(during.messages.filter(({ role }) => role === 'officer')).toMatchObject([{ delivery: 'sent' }]);

      const foreign = await say(id, 'x', randomUUID(), colleague);
      expect([foreign.status, problem.parse(await foreign.json()).error.code]).toEqual([409, 'not_held']);

      expect(await shown(() => act(id, 'hand-back'))).toEqual([vi('handling:bot_back')]);
      expect((await talk.write('bhxh tu nguyen dong bao nhieu 1 thang'))[0]?.text).toMatch(/264\.000/);
      expect(await list()).toEqual([]);
    },
    60_000,
  );

  test('what was open is closed: a yes to the officer agrees to nothing', async () => {
    await officer.send('GET', '/waiting');
    const talk = talkOn('zalo');
    await askForCall(talk);
    await talk.write('gặp người');
    const id = (await list())[0]?.id ?? '';
    await act(id, 'take-over');
    await talk.write('Tôi đồng ý');
    await act(id, 'hand-back');
    await talk.write('Tôi đồng ý');
    const leads = await place.records.db
      .selectFrom('leads')
      .select('id')
      .where('conversation_id', '=', talk.conversationId)
      .execute();
    expect(leads).toEqual([]);
  });

  test('a citizen who waits gets the assistant back by a tap', async () => {
    await officer.send('GET', '/waiting');
    const talk = talkOn('messenger');
    await talk.write('gặp cán bộ');
    expect((await talk.say(vi('handling:back_to_bot')))[0]?.text).toBe(vi('handling:bot_back'));
  });

  test('after the platform’s window an officer is told why nothing can be sent', async () => {
    await officer.send('GET', '/waiting');
    const talk = talkOn('messenger');
    await talk.write('gặp người');
    const id = (await list())[0]?.id ?? '';
    ahead += 25 * 60 * 60_000;
    try {
      officer = await Officer.logIn(place.service.address, 'lan', 'con đò bến nước 77');
      const refused = await act(id, 'take-over');
      expect([refused.status, problem.parse(await refused.json()).error]).toEqual([
        409,
        { code: 'window', message: vi('handling:refused.window') },
      ]);
    } finally {
      ahead = 0;
    }
  });

  test('only officers see conversations, and every look and deed is in the audit', async () => {
    expect((await admin.send('GET', '/conversations')).status).toBe(403);
    expect((await officer.send('GET', '/conversations/nobody')).status).toBe(404);
    const rows = await place.records.db.selectFrom('audit').select('action').distinct().execute();
    const actions = rows.map(({ action }) => action);
    for (const action of ['list', 'view', 'take_over', 'write', 'hand_back']) {
      expect(actions).toContain(`conversations.${action}`);
    }
  });
});
