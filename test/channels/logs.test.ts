import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Answer, Fault } from '../fakes/FakeApi.js';
import type { Delivery, FakePlatform } from '../fakes/FakePlatform.js';
import { fakeMessenger } from '../fakes/fakeMessenger.js';
import { fakeTelegram } from '../fakes/fakeTelegram.js';
import { fakeViber } from '../fakes/fakeViber.js';
import { fakeZalo } from '../fakes/fakeZalo.js';
import { eventually } from '../support/eventually.js';
import { startMs } from '../support/testService.js';
import { ChannelBench } from './conformance/ChannelBench.js';

const phone = '0987654321';
const international = '84987654321';
const said = 'Nguyễn Thị Kín Đáo';
const place = '10.776889';
const page = '1234567890';
const oa = '388613280878808645';
const personal = [phone, international, said, 'Kín Đáo', place];
const now = () => Date.now();

/** Each kind of delivery of which the tables of the adapters have a line, with what may stand in no log. */
type Kind = readonly [string, (citizen: string) => Delivery | undefined];

const telegram = async () => {
  const platform = await fakeTelegram();
  const from = (citizen: string) => ({
    id: Number(citizen),
    is_bot: false,
    first_name: said,
    username: 'kin_dao',
    language_code: 'vi',
  });
  const message = (fields: object) => (citizen: string) =>
    platform.message(citizen, { from: from(citizen), ...fields });
  const kinds: readonly Kind[] = [
    ['a start by a link', message({ text: `/start ${phone}` })],
    ['a contact', message({ contact: { phone_number: international, first_name: said, user_id: 5 } })],
    ['a place', message({ location: { latitude: Number(place), longitude: 106.66 } })],
    ['a picture', message({ photo: [{ file_id: said }], caption: said })],
    ['a group', message({ chat: { id: -5, type: 'group' }, text: said })],
    [
      'an old tap',
      (citizen) =>
        platform.update({
          callback_query: { id: said, from: from(citizen), chat_instance: '1', data: said },
        }),
    ],
    ['an edit', (citizen) => platform.update({ edited_message: { from: from(citizen), text: said } })],
  ];
  return { platform, kinds };
};
const messenger = async () => {
  const platform = await fakeMessenger();
  const item = (fields: object) => (citizen: string) =>
    platform.item({ sender: { id: citizen }, recipient: { id: page }, timestamp: now(), ...fields });
  const kinds: readonly Kind[] = [
    ['a shared number', item({ message: { mid: `n${now()}`, quick_reply: { payload: international } } })],
    ['a postback', item({ postback: { mid: `p${now()}`, title: said, payload: phone } })],
    ['a referral', item({ referral: { ref: phone, source: 'SHORTLINK', type: 'OPEN_THREAD' } })],
    [
      'a place',
      item({
        message: {
          mid: `l${now()}`,
          attachments: [{ type: 'location', payload: { coordinates: { lat: Number(place), long: 1 } } }],
        },
      }),
    ],
    ['a deletion', item({ message: { mid: `d${now()}`, is_deleted: true, text: said } })],
    ['a reaction', item({ reaction: { mid: 'x', emoji: said } })],
    [
      'an echo of the office',
      (citizen) =>
        platform.item({
          sender: { id: page },
          recipient: { id: citizen },
          timestamp: now() - 86_400_000,
          message: { is_echo: true, app_id: 263902037430900, mid: `e${now()}`, text: said },
        }),
    ],
  ];
  return { platform, kinds };
};
const viber = async () => {
  const platform = await fakeViber();
  const user = (citizen: string) => ({ id: platform.idOf(citizen), name: said, language: 'vi' });
  const message = (fields: object) => (citizen: string) =>
    platform.event({ event: 'message', sender: user(citizen), message: fields });
  const kinds: readonly Kind[] = [
    ['a contact', message({ type: 'contact', contact: { name: said, phone_number: `+${international}` } })],
    ['a place', message({ type: 'location', location: { lat: Number(place), lon: 1 } })],
    ['a picture', message({ type: 'picture', media: `https://dl-media.viber.com/${phone}`, text: said })],
    [
      'a beginning',
      (citizen) => platform.event({ event: 'conversation_started', context: phone, user: user(citizen) }),
    ],
    ['a subscription', (citizen) => platform.event({ event: 'subscribed', user: user(citizen) })],
    [
      'a failure',
      (citizen) => platform.event({ event: 'failed', user_id: platform.idOf(citizen), desc: said }),
    ],
  ];
  return { platform, kinds };
};
const zalo = async () => {
  const platform = await fakeZalo();
  const event = (fields: object) => (citizen: string) =>
    platform.event({ sender: { id: citizen }, recipient: { id: oa }, ...fields });
  const kinds: readonly Kind[] = [
    ['shared info', event({ event_name: 'user_submit_info', info: { name: said, phone: international } })],
    [
      'a place',
      event({
        event_name: 'user_send_location',
        message: {
          msg_id: `l${now()}`,
          attachments: [{ type: 'location', payload: { coordinates: { latitude: place, longitude: '1' } } }],
        },
      }),
    ],
    [
      'a visitor',
      event({
        event_name: 'anonymous_send_text',
        message: { msg_id: `v${now()}`, text: `${said} ${phone}`, conversation_id: 'c1' },
      }),
    ],
    [
      'a follower',
      (citizen) => platform.event({ event_name: 'follow', oa_id: oa, follower: { id: citizen } }),
    ],
    [
      'the widget',
      (citizen) =>
        platform.event({
          event_name: 'widget_interaction_accepted',
          oa_id: oa,
          data: { user_id: citizen, url: `https://x.vn/?ref=${phone}&ten=${encodeURIComponent(said)}` },
        }),
    ],
    ['a code', event({ event_name: 'user_send_text', message: { msg_id: `c${now()}`, text: `#${phone}` } })],
    ['a receipt', event({ event_name: 'user_seen_message', message: { msg_ids: [said] } })],
    [
      'a withdrawal',
      (citizen) => platform.event({ event_name: 'user_withdraw', oa_id: oa, user_id: citizen }),
    ],
  ];
  return { platform, kinds };
};

/** What a platform says goes wrong may repeat what was sent to it. */
const echoing = (http: number, body: (text: string) => object): Answer => ({
  http,
  body: body(`can't read "${said} ${phone}"`),
});
const telegramFault = (code: number) =>
  echoing(code, (text) => ({
    ok: false,
    error_code: code,
    description: text,
    parameters: { retry_after: 0 },
  }));
const messengerFault = (code: number) => echoing(400, (message) => ({ error: { message, type: 'x', code } }));
const viberFault = (status: number) => echoing(200, (text) => ({ status, status_message: text }));
const zaloFault = (error: number) => echoing(200, (message) => ({ error, message }));

describe.each<
  readonly [
    string,
    () => Promise<Readonly<{ platform: FakePlatform; kinds: readonly Kind[] }>>,
    readonly Answer[],
  ]
>([
  ['telegram', telegram, [400, 401, 403, 404, 409, 429, 500].map(telegramFault)],
  ['messenger', messenger, [1, 4, 10, 100, 190, 368, 551].map(messengerFault)],
  ['viber', viber, [1, 2, 3, 5, 6, 12, 22, 99].map(viberFault)],
  ['zalo', zalo, [-32, -100, -200, -201, -211, -216, -221, -230, -234, -999].map(zaloFault)],
])('in no line of the log of %s', (_name, open, answers) => {
  let bench: ChannelBench;
  let platform: FakePlatform;
  let kinds: readonly Kind[] = [];

  beforeAll(async () => {
    ({ platform, kinds } = await open());
    bench = await ChannelBench.open(platform);
  }, startMs);
  afterAll(() => bench.close());

  const expectSilence = (): void => {
    for (const secret of [...platform.secrets, ...personal]) expect(bench.log).not.toContain(secret);
  };
  const newcomer = (): string => {
    const citizen = bench.newCitizen();
    platform.shownTo(citizen);
    return citizen;
  };

  test('stands what any kind of delivery holds, genuine, doubled or forged', async () => {
    for (const [kind, make] of kinds) {
      const delivery = make(newcomer());
      if (delivery === undefined) continue;
      expect([kind, await bench.deliver(delivery)]).toEqual([kind, 200]);
      expect([kind, await bench.deliver(delivery)]).toEqual([kind, 200]);
      for (const forged of platform.forge(delivery)) expect(await bench.deliver(forged)).toBe(401);
    }
    const blocked = platform.block(newcomer());
    if (blocked !== undefined) expect(await bench.deliver(blocked)).toBe(200);
    expect(bench.log).toContain('forged delivery');
    expectSilence();
  });

  test(
    'stands what was said where a sending fails, however the platform says so',
    async () => {
      const faults: readonly Fault[] = [
        ...answers,
        'drop',
        'reset',
        { http: 502, body: `<html>${said} ${phone}` },
      ];
      for (const fault of faults) {
        const citizen = newcomer();
        // A channel rests for a minute after some faults.
        bench.aheadMs += 61_000;
        platform.api.fail(fault);
        await bench.deliver(platform.write(citizen, `tôi là ${said}, số ${phone}`));
        await eventually(async () => {
          // A channel rests for a minute after some faults: the clock doesn't.
          bench.aheadMs += 2_000;
          return platform.api.faultsLeft === 0 ? true : undefined;
        }, 'attempt');
      }
      expect(bench.log).toContain('a reply was not sent');
      expectSilence();
    },
    startMs,
  );
});
