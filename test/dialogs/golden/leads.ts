import type { Conversation, Turn } from './Conversation.js';

const toConsent: readonly Turn[] = [
  {
    say: 'Nhờ cán bộ gọi',
    expects: 'product',
    buttons: ['BHXH tự nguyện', 'BHYT hộ gia đình', 'Cả hai loại'],
  },
  { say: 'BHYT hộ gia đình', expects: 'locality' },
  { say: 'xã Tam Hải, Đà Nẵng', expects: 'name' },
  { say: 'chị Hương', expects: 'phone', has: ['Hương'] },
  { say: '0912 345 678', expects: 'time', buttons: ['Buổi sáng', 'Buổi tối', 'Lúc nào cũng được'] },
  {
    say: 'sau 5 giờ chiều',
    expects: 'consent',
    has: ['Hương, 0912 345 678', 'sau 5 giờ chiều', 'xã Tam Hải', 'Đà Nẵng'],
  },
];
const toPhone = toConsent.slice(0, 4);

const phones: readonly Readonly<{ typed: string; shown: string }>[] = [
  { typed: '0912345678', shown: '0912 345 678' },
  { typed: '0912.345.678', shown: '0912 345 678' },
  { typed: '0912-345-678', shown: '0912 345 678' },
  { typed: '+84 912 345 678', shown: '0912 345 678' },
  { typed: '84912345678', shown: '0912 345 678' },
  { typed: '0084912345678', shown: '0912 345 678' },
  { typed: '912345678', shown: '0912 345 678' },
  { typed: 'O912345678', shown: '0912 345 678' },
  { typed: 'sdt em la 0387 654 321 nha', shown: '0387 654 321' },
];

const badPhones: readonly Readonly<{ typed: string; why: string }>[] = [
  { typed: '0912 345', why: 'thiếu chữ số' },
  { typed: '091234567899', why: 'thừa chữ số' },
  { typed: '01234567890', why: '11 chữ số' },
  { typed: '+1 202 555 0147', why: 'không phải số ở Việt Nam' },
  { typed: 'mai em cho', why: '0912 345 678' },
];

/** Leaving a number: refused, agreed, corrected, withdrawn; formats of numbers and places. */
export const leads: readonly Conversation[] = [
  {
    title: 'consent opens one lead with a reference; a second wish is told of it; withdrawing erases it',
    turns: [
      ...toConsent,
      {
        say: 'Tôi đồng ý',
        lead: true,
        expects: null,
        has: ['sau 5 giờ chiều', '2 ngày làm việc', '1900 9068', 'OTP'],
      },
      {
        say: 'Nhờ cán bộ gọi',
        has: ['đã để lại số rồi', '1900 9068'],
        buttons: ['Để lại yêu cầu khác'],
        expects: null,
      },
      { say: 'Để lại yêu cầu khác', expects: 'product' },
      { say: 'dừng', expects: null },
      { say: 'xóa số của tôi', has: ['đã xóa', 'Sẽ không có ai gọi'] },
      { say: 'xóa số của tôi', has: ['không còn giữ'] },
      { say: 'Nhờ cán bộ gọi', expects: 'product' },
    ],
  },
  {
    title: 'everything told with the wish needs only a yes',
    turns: [
      {
        say: 'nhờ cán bộ gọi tư vấn bhxh tự nguyện cho Lan 0905123456 ở xã Hòa Tiến, Đà Nẵng, buổi sáng',
        expects: 'consent',
        has: ['0905 123 456', 'buổi sáng', 'BHXH tự nguyện', 'xã Hòa Tiến, Đà Nẵng'],
      },
      { say: 'ok đồng ý', lead: true },
    ],
  },
  {
    title: 'refusing erases what was told and opens nothing',
    turns: [
      ...toConsent,
      { say: 'Không đồng ý', expects: null, has: ['đã xóa'], lacks: ['Hương', '0912'] },
      { say: 'Tôi đồng ý', lacks: ['mã của anh/chị', '0912'] },
    ],
  },
  {
    title: '“dung” without accents at the consent means “đúng”',
    turns: [...toConsent, { say: 'dung', lead: true, expects: null }],
  },
  {
    title: '“dừng” with its accents at the consent stops and erases',
    turns: [
      ...toConsent,
      { say: 'dừng', expects: null, lacks: ['mã của anh/chị'] },
      { say: 'xóa số của tôi', has: ['không còn giữ'] },
    ],
  },
  {
    title:
      'one line is corrected, the rest stays, and a step back out of the correction asks for consent again',
    turns: [
      ...toConsent,
      {
        say: 'Sửa',
        expects: 'confirm',
        buttons: ['Nơi ở', 'Tên', 'Số điện thoại', 'Giờ gọi', 'Loại bảo hiểm'],
      },
      { say: 'Số điện thoại', expects: 'phone' },
      { say: '0987 654 321', expects: 'consent', has: ['Hương, 0987 654 321', 'sau 5 giờ chiều', 'Tam Hải'] },
      { say: 'Sửa', expects: 'confirm' },
      { say: 'Nơi ở', expects: 'locality' },
      { say: 'phường 5, Cần Thơ', expects: 'consent', has: ['0987 654 321', 'Cần Thơ'], lacks: ['Tam Hải'] },
      { say: 'Sửa', expects: 'confirm' },
      { say: 'quay lại', expects: 'consent' },
      { say: 'Tôi đồng ý', lead: true, expects: null },
    ],
  },
  {
    title: 'a place that is in no list is kept as typed',
    turns: [
      { say: 'Nhờ cán bộ gọi', expects: 'product' },
      { say: 'cả hai', expects: 'locality' },
      { say: 'da nang', expects: 'locality', has: ['ghi thành phố Đà Nẵng'] },
      { say: 'gần chợ nổi', expects: 'locality', has: ['chợ nổi'] },
      { say: 'miền Tây', expects: 'name' },
      { say: 'Hương, 0912345678, buổi sáng', expects: 'consent', has: ['chợ nổi, Miền Tây', 'buổi sáng'] },
      { say: 'đồng ý', lead: true },
    ],
  },
  {
    title: 'a lead carries the product of the estimate before it, and a number told first is not asked again',
    turns: [
      {
        say: 'em hộ nghèo đóng bhxh tự nguyện mức 2 triệu 12 tháng một lần hết bao nhiêu',
        has: ['3.300.000 đ'],
      },
      { say: 'gọi cho em số 0912 345 678 nhé', expects: 'locality' },
      { say: 'xã Tam Hải, Đà Nẵng', expects: 'name', lacks: ['số điện thoại'] },
      { say: 'Hương', expects: 'time' },
      { say: 'sáng', expects: 'consent', has: ['BHXH tự nguyện', '0912 345 678', 'buổi sáng'] },
      { say: 'ok', lead: true },
    ],
  },
  ...phones.map(({ typed, shown }): Conversation => ({
    title: `the number “${typed}” is read`,
    turns: [...toPhone, { say: typed, expects: 'time' }, { say: 'tối', expects: 'consent', has: [shown] }],
  })),
  {
    title: 'a number that cannot be called is refused with the reason',
    turns: [
      ...toPhone,
      ...badPhones.map(({ typed, why }): Turn => ({ say: typed, expects: 'phone', has: [why] })),
      { say: '0912345678', expects: 'time' },
    ],
  },
];
