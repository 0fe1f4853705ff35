import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { CallAnswer } from '../../src/channels/contract.js';
import type { Fault } from '../fakes/FakeApi.js';
import type { Delivery, FakePlatform } from '../fakes/FakePlatform.js';
import { fakeAzure } from '../fakes/fakeAzure.js';
import { fakeMessenger } from '../fakes/fakeMessenger.js';
import { fakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber } from '../fakes/fakeViber.js';
import { fakeZalo } from '../fakes/fakeZalo.js';
import { eventually } from '../support/eventually.js';
import { startMs } from '../support/testService.js';
import type { AnswerCase, EventCase } from './cases/Cases.js';
import { azureAnswers, azureEvents, azureUser } from './cases/azureCases.js';
import { messengerAnswers, messengerEvents, messengerItem, messengerUser } from './cases/messengerCases.js';
import { telegramAnswers, telegramEvents, telegramUser } from './cases/telegramCases.js';
import { viberAnswers, viberEvents, viberUser } from './cases/viberCases.js';
import { zaloAnswers, zaloEvents, zaloUser } from './cases/zaloCases.js';
import { ChannelBench } from './conformance/ChannelBench.js';

const phone = '0987654321';
const international = '84987654321';
const said = 'Nguyễn Thị Kín Đáo';
const place = '10.776889';
/** What may stand in no log: what is put into every line, and what the lines themselves have. */
const personal = [
  phone,
  international,
  said,
  'Kín Đáo',
  place,
  '84912345678',
  '0912345678',
  '10.76',
  '106.66',
];

/** Fields of the platforms that hold words of a person, or may repeat them. */
const words = new Set(
  'text title caption name first_name username desc description message status_message error_name payload data ref context url city media'.split(
    ' ',
  ),
);
const phones = new Set(['phone', 'phone_number']);
const coordinates = new Set(['lat', 'long', 'lon', 'latitude', 'longitude']);

/** The same with personal data wherever a platform could have written it. */
function burdened(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => burdened(item, field));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, burdened(inner, key)]));
  }
  if (phones.has(field)) return international;
  if (coordinates.has(field)) return typeof value === 'string' ? place : Number(place);
  return typeof value === 'string' && words.has(field) ? `${value} ${said} ${phone}` : value;
}

type Fields = Readonly<Record<string, unknown>>;
type Opened = Readonly<{
  platform: FakePlatform;
  /** A delivery with these fields, signed. */
  make: (fields: Fields) => Delivery;
  /** How the platform names a citizen. */
  idOf?: (citizen: string) => string;
}>;
type Table = Readonly<{
  name: string;
  open: () => Promise<Opened>;
  events: readonly EventCase[];
  answers: readonly AnswerCase[];
  /** Who writes in its lines. */
  user: string;
  /** What all its deliveries have. */
  common?: Fields;
}>;

const tables: readonly Table[] = [
  {
    name: 'telegram',
    open: async () => {
      const platform = await fakeTelegram();
      return { platform, make: platform.update };
    },
    events: telegramEvents,
    answers: telegramAnswers,
    user: telegramUser,
  },
  {
    name: 'messenger',
    open: async () => {
      const platform = await fakeMessenger();
      return { platform, make: platform.item };
    },
    events: messengerEvents,
    answers: messengerAnswers,
    user: messengerUser,
    common: messengerItem,
  },
  {
    name: 'viber',
    open: async () => {
      const platform = await fakeViber();
      return { platform, make: platform.event, idOf: platform.idOf };
    },
    events: viberEvents,
    answers: viberAnswers,
    user: viberUser,
  },
  {
    name: 'zalo',
    open: async () => {
      const platform = await fakeZalo();
      return { platform, make: platform.event };
    },
    events: zaloEvents,
    answers: zaloAnswers,
    user: zaloUser,
  },
  {
    name: 'botframework',
    open: async () => {
      const platform = await fakeAzure();
      return { platform, make: platform.activity };
    },
    events: azureEvents,
    answers: azureAnswers,
    user: azureUser,
  },
];

const anyFields = z.record(z.string(), z.unknown());

describe.each(tables)('the log of $name', ({ open, events, answers, user, common }) => {
  let bench: ChannelBench;
  let opened: Opened;

  beforeAll(async () => {
    opened = await open();
    bench = await ChannelBench.open(opened.platform);
  }, startMs);
  afterAll(() => bench.close());

  const expectSilence = (): void => {
    for (const secret of [...opened.platform.secrets, ...personal]) expect(bench.log).not.toContain(secret);
  };
  const newcomer = (): string => {
    const citizen = bench.newCitizen();
    opened.platform.shownTo(citizen);
    return citizen;
  };

  /** A line of the table as this citizen's, under an id of its own. */
  const deliveryOf = (fields: Fields, citizen: string): Delivery => {
    const { make, idOf = String } = opened;
    const line = JSON.stringify({ ...common, ...fields })
      .replaceAll(user, idOf(citizen))
      .replace(/("(?:mid|msg_id)":"[^"]*)"/g, `$1-${citizen}"`);
    return make(anyFields.parse(JSON.parse(line)));
  };

  test.each(events)('holds nothing of what was delivered: %s (%s)', async (_what, _source, fields) => {
    const { platform } = opened;
    for (const line of [fields, anyFields.parse(burdened(fields))]) {
      const citizen = newcomer();
      await bench.deliver(platform.write(citizen, 'xin chào'));
      const delivery = deliveryOf(line, citizen);
      expect([await bench.deliver(delivery), await bench.deliver(delivery)]).toEqual([200, 200]);
      for (const forged of platform.forge(delivery)) expect(await bench.deliver(forged)).toBe(401);
    }
    expect(bench.log).toContain('forged delivery');
    expectSilence();
  });

  test.each(answers)('holds nothing of what was sent: %s (%s)', async (_what, _source, called) => {
    const citizen = newcomer();
    // A channel rests for a minute after some answers.
    bench.aheadMs += 61_000;
    opened.platform.api.fail(asFault(called));
    await bench.deliver(opened.platform.write(citizen, `tôi là ${said}, số ${phone}`));
    await eventually(async () => {
      bench.aheadMs += 2_000;
      return opened.platform.api.faultsLeft === 0 ? true : undefined;
    }, 'attempt');
    expectSilence();
  });

  test('tells which replies were not sent', () => {
    expect(bench.log).toContain('a reply was not sent');
  });
});

/** What a platform says goes wrong may repeat what was sent to it. */
function asFault(called: CallAnswer): Fault {
  if (called.status === 'unreachable') return 'reset';
  if (called.status === 'unknown') return 'drop';
  return {
    http: called.http,
    body: called.body === undefined ? `<html>${said} ${phone}` : burdened(called.body),
  };
}
