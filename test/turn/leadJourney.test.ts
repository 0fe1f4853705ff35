import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportLeads, listLeads, readLead, readPhone } from '../../src/leads/index.js';
import { importCommunes } from '../../src/localities/index.js';
import { createCipher, loadMasterKey } from '../../src/privacy/index.js';
import { openRecords, type Records } from '../../src/records/index.js';
import { AdminDesk } from '../http/AdminDesk.js';
import { communes } from '../localities/fixture.js';
import { Citizen, type Heard } from '../support/Citizen.js';
import { eventually } from '../support/eventually.js';
import { dumpStore, openStore, placesOfPhone } from '../support/openStore.js';
import { storeNames } from '../support/storeNames.js';
import { createStore } from '../support/stores.js';

const office = {
  kind: 'office',
  name: 'BHXH cơ sở Núi Thành',
  communes: ['20992'],
  address: '12 Phạm Văn Đồng, xã Núi Thành',
  phone: '0235 3871 234',
  hours: 'Thứ Hai đến thứ Sáu, 7:30–16:30',
  checkedOn: '2026-11-02',
};
const point = {
  kind: 'collection',
  name: 'Bưu điện xã Tam Hải',
  communes: ['xã Tam Hải, Đà Nẵng'],
  address: 'Thôn Thuận An, xã Tam Hải',
  phone: '0905 123 456',
  checkedOn: '2026-10-20',
};

describe.each(storeNames)('leaving a number, end to end, on %s', (engine) => {
  let desk: AdminDesk;
  let records: Records;
  let lastPhone = 100;
  beforeAll(async () => {
    desk = await AdminDesk.open(await createStore(engine));
    records = await openRecords(desk.store);
    await importCommunes(records, communes, new Date());
    // The service takes up what another process imported.
    await eventually(async () => {
      const made = await desk.ask('POST', '/places', point);
      return made.status === 201 ? made : undefined;
    }, 'the imported communes');
    expect(await desk.ask('POST', '/places', office)).toMatchObject({ status: 201 });
  }, 60_000);
  afterAll(async () => {
    await records.close();
    await desk.close();
  });

  const cipher = () => createCipher(loadMasterKey(desk.store.dataDir, undefined));
  const arrive = () => Citizen.arrive(desk.service.address);
  const newPhone = () => `0912345${(lastPhone += 1)}`;
  const sayAll = async (citizen: Citizen, texts: readonly string[]): Promise<readonly Heard[]> => {
    let heard: readonly Heard[] = [];
    for (const text of texts) heard = await citizen.say(text);
    return heard;
  };
  const textOf = (heard: readonly Heard[]) => heard.map(({ text }) => text).join('\n');
  const buttonsOf = (heard: readonly Heard[]) =>
    heard.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []).map(({ title }) => title);
  const referenceOf = (heard: readonly Heard[]) =>
    heard.flatMap(({ channelData }) => channelData?.lead?.reference ?? [])[0] ?? '';
  const toConsent = (phone: string, place = 'xã Tam Hải, Đà Nẵng', time = 'Buổi sáng') => [
    'Nhờ cán bộ gọi',
    'BHXH tự nguyện',
    place,
    `Hoàng Thị Khuyên, ${phone}`,
    time,
  ];
  const leadOf = async (reference: string) => {
    const { leads } = await listLeads(records, cipher(), {
      q: reference,
      sort: 'createdAt',
      descending: false,
      offset: 0,
      limit: 5,
    });
    const detail = await readLead(records, cipher(), leads[0]?.id ?? '');
    if (detail === undefined) throw new Error(`No lead ${reference}.`);
    return detail;
  };

  test('the end names reference, who calls, by when, and the office with its number', async () => {
    const citizen = await arrive();
    const summary = await sayAll(citizen, toConsent(newPhone()));
    expect(textOf(summary)).toContain('xã Tam Hải, thành phố Đà Nẵng');
    expect(textOf(summary)).toContain('BHXH cơ sở Núi Thành sẽ gọi');
    expect(buttonsOf(summary)).toEqual(['Tôi đồng ý', 'Không đồng ý', 'Sửa']);
    const done = await citizen.say('Tôi đồng ý');
    const reference = referenceOf(done);
    expect(reference).toMatch(/^AS-/);
    const text = textOf(done);
    expect(text).toContain(reference);
    expect(text).toContain('BHXH cơ sở Núi Thành sẽ gọi buổi sáng');
    expect(text).toContain('2 ngày làm việc, chậm nhất **25/11/2026**');
    expect(text).toContain('0235 3871 234');
    expect(await leadOf(reference)).toMatchObject({
      locality: 'Xã Tam Hải, Thành phố Đà Nẵng',
      status: 'new',
    });
    const row = await records.db
      .selectFrom('leads')
      .select('commune_code')
      .where('reference', '=', reference)
      .executeTakeFirst();
    expect(row?.commune_code).toBe('20992');
  });

  test('without an office entered the hotline stands for it', async () => {
    const citizen = await arrive();
    const done = await sayAll(citizen, [...toConsent(newPhone(), 'phường Hải Châu, Đà Nẵng'), 'Tôi đồng ý']);
    expect(textOf(done)).toContain('BHXH cơ sở phụ trách phường Hải Châu sẽ gọi');
    expect(textOf(done)).toContain('1900 9068');
  });

  const places: readonly (readonly [string, readonly string[], string])[] = [
    ['said with its province', ['xã Tam Hải, Đà Nẵng'], 'xã Tam Hải, thành phố Đà Nẵng'],
    ['confirmed', ['xa tam hai', 'dung'], 'xã Tam Hải, thành phố Đà Nẵng'],
    ['of a merged province', ['tam hải, quảng nam', 'Đúng'], 'xã Tam Hải, thành phố Đà Nẵng'],
    ['with a slip', ['xã Tam Hãi', 'vâng'], 'xã Tam Hải, thành phố Đà Nẵng'],
    [
      'that was another',
      ['xa tam hai', 'Nơi khác', 'phường Ba Đình, Hà Nội'],
      'phường Ba Đình, thành phố Hà Nội',
    ],
    ['put right instead of a yes', ['tam hai', 'không, phường Hải Châu, Đà Nẵng'], 'phường Hải Châu'],
    ['of one name, by the button', ['Tân Phú', 'Thành phố Đồng Nai'], 'xã Tân Phú, thành phố Đồng Nai'],
    ['of one name, by its number', ['xã tân phú', '2'], 'xã Tân Phú'],
    ['of one name, by the province typed', ['tan phu', 'ở bến tre'], 'xã Tân Phú, tỉnh Vĩnh Long'],
    ['of one name, elsewhere', ['hải châu', 'Nơi khác', 'tam hai', 'ừ'], 'xã Tam Hải, thành phố Đà Nẵng'],
    ['that no list has', ['thị trấn Núi Thành, Quảng Nam', 'Ghi như vậy'], 'thị trấn Núi Thành, Quảng Nam'],
    ['that no list has, typed again', ['xã Lũng Cú', 'Để tôi gõ lại', 'xã Tam Hải, Đà Nẵng'], 'xã Tam Hải'],
    ['that no list has, and then the province', ['xã Lũng Cú', 'được', 'Hà Giang'], 'xã Lũng Cú, Hà Giang'],
    ['whose province comes first', ['Đà Nẵng', 'xã Tam Hải, Đà Nẵng'], 'xã Tam Hải, thành phố Đà Nẵng'],
  ];
  test.each(places)('a commune %s is noted', async (_what, texts, noted) => {
    const citizen = await arrive();
    const asked = await sayAll(citizen, ['Nhờ cán bộ gọi', 'BHXH tự nguyện', ...texts]);
    expect(asked.at(-1)?.channelData?.expects).toBe('name');
    const summary = await sayAll(citizen, [`Lan, ${newPhone()}`, 'sáng']);
    expect(textOf(summary)).toContain(noted);
  });

  test('places of one name are offered by their province, never more than five buttons', async () => {
    const citizen = await arrive();
    const asked = await sayAll(citizen, ['Nhờ cán bộ gọi', 'BHXH tự nguyện', 'hải châu']);
    expect(buttonsOf(asked)).toEqual(['Tỉnh Nghệ An', 'Thành phố Đà Nẵng', 'Nơi khác']);
    const wrong = await citizen.say('Cà Mau');
    expect(textOf(wrong)).toContain('không thấy Hải Châu ở tỉnh Cà Mau');
    expect(buttonsOf(wrong)).toContain('Nơi khác');
  });

  test('the number left again makes no second lead: it is recognised, and the time may be changed', async () => {
    const phone = newPhone();
    const first = await arrive();
    const reference = referenceOf(await sayAll(first, [...toConsent(phone), 'Tôi đồng ý']));
    const second = await arrive();
    const again = await sayAll(second, toConsent(phone, 'tam hai').slice(0, 3));
    expect(again.at(-1)?.channelData?.expects).toBe('confirm');
    const repeated = await sayAll(second, [
      'dung',
      `Nguyễn Văn Bình, +84${phone.slice(1)}`,
      'Buổi tối',
      'Tôi đồng ý',
    ]);
    expect(referenceOf(repeated)).toBe(reference);
    expect(textOf(repeated)).toContain('đã để lại ngày 21/11/2026');
    expect(textOf(repeated)).toContain('đổi giờ gọi thành buổi tối nhé?');
    expect(buttonsOf(repeated).slice(0, 2)).toEqual(['Đổi giờ gọi', 'Giữ giờ cũ']);
    expect((await leadOf(reference)).callTime).toBe('Buổi sáng');
    expect(textOf(await second.say('ừ'))).toContain('cán bộ sẽ gọi buổi tối');

    const lead = await leadOf(reference);
    expect(lead.callTime).toBe('Buổi tối');
    expect(lead.consents.map(({ purpose }) => purpose)).toEqual(['call', 'call']);
    expect(lead.events.map(({ kind, note }) => [kind, note])).toEqual([
      ['created', null],
      ['repeated', 'Nguyễn Văn Bình'],
      ['call_time', 'Buổi tối'],
    ]);
    const exported = (await exportLeads(records, cipher())).filter((one) => one.phone === phone);
    expect(exported).toMatchObject([{ reference, name: 'Hoàng Thị Khuyên' }]);
    const open = await records.db
      .selectFrom('leads')
      .select('id')
      .where('phone_index', '=', cipher().blindIndex(phone))
      .execute();
    expect(open).toHaveLength(1);
  });

  test('the same number about the other insurance is a lead of its own; ten at once make one', async () => {
    const phone = newPhone();
    const health = toConsent(phone).with(1, 'BHYT hộ gia đình');
    const citizens = await Promise.all(Array.from({ length: 10 }, arrive));
    await Promise.all(citizens.map((citizen) => sayAll(citizen, toConsent(phone))));
    const done = await Promise.all(citizens.map((citizen) => citizen.say('Tôi đồng ý')));
    expect(new Set(done.map(referenceOf)).size).toBe(1);
    const other = await arrive();
    const reference = referenceOf(await sayAll(other, [...health, 'Tôi đồng ý']));
    expect(done.map(referenceOf)).not.toContain(reference);
    const rows = await records.db
      .selectFrom('leads')
      .select('product')
      .where('phone_index', '=', cipher().blindIndex(phone))
      .execute();
    expect(rows.map(({ product }) => product).sort()).toEqual(['hhi', 'vsi']);
  }, 60_000);

  test('a lead that is closed leaves room for a new one, and may not be opened again beside it', async () => {
    const phone = newPhone();
    const first = referenceOf(await sayAll(await arrive(), [...toConsent(phone), 'Tôi đồng ý']));
    const closed = await leadOf(first);
    const change = (status: string, version: number) =>
      desk.officer.send(
        'PUT',
        `/leads/${closed.id}`,
        { status, note: 'đã có thẻ' },
        { 'If-Match': `"${version}"` },
      );
    expect((await change('declined', 1)).status).toBe(200);
    const second = referenceOf(await sayAll(await arrive(), [...toConsent(phone), 'Tôi đồng ý']));
    expect(second).not.toBe(first);
    expect((await change('contacted', 2)).status).toBe(409);
    expect((await leadOf(first)).status).toBe('declined');
  });

  test('reminders are a choice of their own: asked only when wanted, refused without loss, recorded apart', async () => {
    const refusing = await arrive();
    const kept = referenceOf(await sayAll(refusing, [...toConsent(newPhone()), 'Tôi đồng ý']));
    const asked = await refusing.say('Nhắc tôi khi đến hạn');
    expect(buttonsOf(asked)).toEqual(['Tôi đồng ý nhận nhắc', 'Không cần nhắc']);
    await refusing.say('không');
    expect((await leadOf(kept)).consents.map(({ purpose }) => purpose)).toEqual(['call']);

    const agreeing = await arrive();
    const reference = referenceOf(await sayAll(agreeing, [...toConsent(newPhone()), 'Tôi đồng ý']));
    await sayAll(agreeing, ['Nhắc tôi khi đến hạn', 'Tôi đồng ý nhận nhắc']);
    const { consents } = await leadOf(reference);
    expect(consents.map(({ purpose }) => purpose)).toEqual(['call', 'reminder']);
    expect(consents[1]).toMatchObject({ textVersion: '2026-11-22', withdrawnAt: null });
    expect(consents[1]?.text).toContain('nhắc khi sắp đến hạn đóng');
    expect(consents[1]?.text).not.toBe(consents[0]?.text);
  });

  test('a yes that comes later agrees to nothing', async () => {
    const citizen = await arrive();
    const reference = referenceOf(await sayAll(citizen, [...toConsent(newPhone()), 'Tôi đồng ý']));
    await sayAll(citizen, ['Nhắc tôi khi đến hạn', 'bhxh tự nguyện là gì?', 'có']);
    expect((await leadOf(reference)).consents).toHaveLength(1);
  });

  test('calls and reminders are withdrawn apart, and what no purpose needs any more is erased', async () => {
    const phone = newPhone();
    const citizen = await arrive();
    const reference = referenceOf(await sayAll(citizen, [...toConsent(phone), 'Tôi đồng ý']));
    await sayAll(citizen, ['Nhắc tôi khi đến hạn', 'Tôi đồng ý nhận nhắc']);
    const { id } = await leadOf(reference);
    const held = async () => placesOfPhone(await openStore(records, cipher()), phone);

    expect(textOf(await citizen.say('đừng gọi nữa'))).toContain('không có cán bộ nào gọi nữa');
    expect(await leadOf(reference)).toMatchObject({
      status: 'withdrawn',
      name: '',
      phoneMasked: '',
      locality: '',
      consents: [
        { purpose: 'call', withdrawnAt: expect.any(String) },
        { purpose: 'reminder', withdrawnAt: null },
      ],
    });
    expect(await readPhone(records, cipher(), id)).toBeUndefined();
    expect(await held()).toEqual(['leads.phone']);
    expect((await exportLeads(records, cipher())).map((one) => one.reference)).not.toContain(reference);

    const other = await arrive();
    expect(referenceOf(await sayAll(other, [...toConsent(phone), 'Tôi đồng ý']))).not.toBe(reference);
    await other.say('xóa số của tôi');
    await citizen.say('xóa số của tôi');
    expect(await held()).toEqual([]);
    expect(placesOfPhone(await dumpStore(records), phone)).toEqual([]);
  });

  test('reminders stop and the call stays', async () => {
    const citizen = await arrive();
    const reference = referenceOf(await sayAll(citizen, [...toConsent(newPhone()), 'Tôi đồng ý']));
    await sayAll(citizen, ['Nhắc tôi khi đến hạn', 'Tôi đồng ý nhận nhắc', 'thôi khỏi nhắc tôi nữa nhé']);
    const lead = await leadOf(reference);
    expect(lead.status).toBe('new');
    expect(lead.consents.map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt === null])).toEqual([
      ['call', true],
      ['reminder', false],
    ]);
    expect(lead.phoneMasked).not.toBe('');
  });

  test('whoever left the number in another conversation withdraws it there too', async () => {
    const phone = newPhone();
    const [first, second] = [await arrive(), await arrive()];
    const reference = referenceOf(await sayAll(first, [...toConsent(phone), 'Tôi đồng ý']));
    await sayAll(second, [...toConsent(phone), 'Tôi đồng ý', 'xóa số của tôi']);
    expect(await leadOf(reference)).toMatchObject({ status: 'withdrawn', phoneMasked: '' });
    expect((await leadOf(reference)).consents.every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  test('a refusal keeps the estimate and every answer, and leaves no number', async () => {
    const phone = newPhone();
    const citizen = await arrive();
    const asked = 'em hộ nghèo đóng bhxh tự nguyện mức 2 triệu 12 tháng một lần hết bao nhiêu';
    const page = /\/e\/\S+/.exec(textOf(await citizen.say(asked)))?.[0];
    expect(page).toBeDefined();
    await sayAll(citizen, ['Nhờ cán bộ gọi', 'xã Tam Hải, Đà Nẵng', `Lan, ${phone}`, 'sáng']);
    expect(textOf(await citizen.say('Không đồng ý'))).toContain('đã xóa');
    expect(placesOfPhone(await openStore(records, cipher()), phone)).toEqual([]);
    expect(textOf(await citizen.transcript())).toContain(page);
    const changed = textOf(await citizen.say('à mức 3 triệu'));
    expect(changed).toContain('3.000.000');
    expect(changed).toContain('hộ nghèo');
  });

  const landlines: readonly (readonly [string, string])[] = [
    ['0236 3871 234', '0236 3871 234'],
    ['024 3825 1234', '024 3825 1234'],
    ['(028) 3925 1234', '028 3925 1234'],
    ['+84 235 3871 234', '0235 3871 234'],
  ];
  test.each(landlines)('the landline %s is taken', async (typed, shown) => {
    const citizen = await arrive();
    const summary = await sayAll(citizen, toConsent('').with(3, 'Lan').slice(0, 4));
    expect(summary.at(-1)?.channelData?.expects).toBe('phone');
    expect(textOf(await sayAll(citizen, [typed, 'sáng']))).toContain(shown);
  });

  test('where to pay: the points of the commune with address, hours, number and the day they were checked', async () => {
    const citizen = await arrive();
    const told = await citizen.say('điểm thu bhxh ở xã Tam Hải, Đà Nẵng');
    const text = textOf(told);
    for (const part of [
      'Bưu điện xã Tam Hải',
      'Thôn Thuận An',
      '0905 123 456',
      'Đã kiểm tra ngày 20/10/2026',
      'BHXH cơ sở Núi Thành',
      '7:30–16:30',
    ])
      expect(text).toContain(part);
    for (const bubble of told) expect(bubble.text.length).toBeLessThanOrEqual(320);
    const calls = told.flatMap(({ suggestedActions }) => suggestedActions?.actions ?? []);
    expect(calls.map(({ value }) => value)).toContain('tel:0905123456');
    expect(buttonsOf(told)).toContain('Nhờ cán bộ gọi');
    // The place is known from now on.
    expect((await sayAll(citizen, ['Nhờ cán bộ gọi', 'BHXH tự nguyện'])).at(-1)?.channelData?.expects).toBe(
      'name',
    );
  });

  test('the place that was told is part of what is known of oneself, and goes with it', async () => {
    const citizen = await arrive();
    await citizen.say('điểm thu bhxh ở xã Tam Hải, Đà Nẵng');
    const known = await citizen.say('bạn biết gì về tôi');
    expect(textOf(known)).toContain('Anh/chị ở xã Tam Hải, thành phố Đà Nẵng.');
    expect(buttonsOf(known)).toContain('Xóa thông tin của tôi');
    await citizen.say('Xóa thông tin của tôi');
    expect(textOf(await citizen.say('bạn biết gì về tôi'))).not.toContain('Tam Hải');
  });

  test('where to pay near me asks for the commune; where none is known it says so and offers a call', async () => {
    const citizen = await arrive();
    const asked = await citizen.say('nộp tiền ở đâu gần nhà tôi');
    expect(asked.at(-1)?.channelData?.expects).toBe('locality');
    const none = await citizen.say('phường Ba Đình, Hà Nội');
    expect(textOf(none)).toContain('chưa có địa chỉ điểm thu nào ở phường Ba Đình');
    expect(textOf(none)).toContain('1900 9068');
    expect(buttonsOf(none)).toEqual(['Nhờ cán bộ gọi', 'Gọi 1900 9068', 'Xem xã, phường khác']);
    const english = await arrive();
    const told = await sayAll(english, ['english', 'where can I pay near me?', 'Tam Hai, Da Nang']);
    expect(textOf(told)).toContain('In xã Tam Hải you can pay at');
  });
});
