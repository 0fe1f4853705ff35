import type { Conversation, Turn } from './Conversation.js';

const start: readonly Turn[] = [
  { say: 'Tính tiền BHXH tự nguyện', expects: 'occupation', buttons: ['Làm nông, đi biển', 'Bỏ qua'] },
  { say: 'Bỏ qua', expects: 'income' },
];
/** Income 2 million and an ordinary participant, so that only the way to pay differs. */
const toMode: readonly Turn[] = [
  ...start,
  { say: '2tr', expects: 'group', buttons: ['Hộ nghèo', 'Hộ cận nghèo', 'Người dân tộc thiểu số'] },
  { say: 'Không thuộc diện nào', expects: 'mode', buttons: ['Từng tháng', 'Nhiều năm một lần'] },
];

const modes: readonly Readonly<{ say: string; months: number; state: string; pay: string }>[] = [
  { say: 'Từng tháng', months: 1, state: '66.000 đ', pay: '374.000 đ' },
  { say: '3 tháng một lần', months: 3, state: '198.000 đ', pay: '1.122.000 đ' },
  { say: '6 tháng một lần', months: 6, state: '396.000 đ', pay: '2.244.000 đ' },
  { say: '12 tháng một lần', months: 12, state: '792.000 đ', pay: '4.488.000 đ' },
];

/** Estimates of both products, every way to pay, and corrections. */
export const estimates: readonly Conversation[] = [
  ...modes.map(({ say, months, state, pay }): Conversation => ({
    title: `paying “${say}” is asked for and worked out`,
    turns: [
      ...toMode,
      {
        say,
        has: [state, pay, 'ước tính'],
        buttons: ['Sửa thông tin', 'Vì sao?'],
        expects: null,
        estimate: { period: { months, state: toNumber(state), pay: toNumber(pay), discount: 0 } },
      },
    ],
  })),
  {
    title: 'paying years ahead asks how many',
    turns: [
      ...toMode,
      { say: 'Nhiều năm một lần', expects: 'years', buttons: ['2 năm', '3 năm', '4 năm', '5 năm'] },
      { say: '6 năm', expects: 'years', has: ['từ 2 đến 5 năm'] },
      {
        say: '3 năm',
        has: ['12.636.590 đ', '2.376.000 đ', '827.410 đ'],
        estimate: { period: { months: 36, state: 2_376_000, pay: 12_636_590, discount: 827_410 } },
      },
    ],
  },
  {
    title: 'missing months are paid at once, without the support that is in doubt',
    turns: [
      ...start,
      { say: '1tr5', expects: 'group' },
      { say: 'hộ nghèo', expects: 'mode' },
      { say: 'đóng bù cho mấy tháng còn thiếu', expects: 'months', has: ['60 tháng'] },
      { say: '61 tháng', expects: 'months', has: ['từ 1 đến 60'] },
      {
        say: '18 tháng',
        has: ['6.118.044 đ', 'chưa rõ'],
        estimate: { period: { months: 18, state: 0, pay: 6_118_044 } },
      },
    ],
  },
  {
    title: 'the number of missing months told with the way to pay is not asked again',
    turns: [
      ...toMode,
      {
        say: 'đóng bù 18 tháng còn thiếu',
        expects: null,
        estimate: { period: { months: 18, pay: 8_157_393 } },
      },
    ],
  },
  {
    title: 'every detail of an estimate can be corrected, the rest stays',
    turns: [
      ...toMode,
      { say: 'Từng tháng', has: ['374.000 đ'] },
      { say: 'Sửa thông tin', buttons: ['Sửa mức thu nhập', 'Sửa diện hỗ trợ', 'Sửa cách đóng'] },
      { say: 'Sửa mức thu nhập', expects: 'income' },
      {
        say: 'Thấp nhất: 1.500.000 đ',
        has: ['264.000 đ'],
        estimate: { period: { months: 1, pay: 264_000 } },
      },
      { say: 'Sửa diện hỗ trợ', expects: 'group' },
      { say: 'Hộ nghèo', has: ['165.000 đ'], estimate: { period: { pay: 165_000, state: 165_000 } } },
      { say: 'Sửa cách đóng', expects: 'mode' },
      { say: '12 tháng một lần', has: ['1.980.000 đ'], estimate: { period: { months: 12, pay: 1_980_000 } } },
      { say: 'hộ cận nghèo', has: ['2.376.000 đ'], estimate: { period: { months: 12, pay: 2_376_000 } } },
      { say: 'còn đóng 6 tháng thì sao', has: ['1.188.000 đ'], estimate: { period: { pay: 1_188_000 } } },
    ],
  },
  {
    title: 'an income outside the bounds is explained with both what was understood and the bound',
    turns: [
      ...start,
      { say: '100 nghìn', expects: 'income', has: ['100.000 đ', '1.500.000 đ', 'không phải số tiền đóng'] },
      {
        say: '60 triệu',
        expects: 'income',
        has: ['60.000.000 đ', '50.600.000 đ', '1900 9068'],
        buttons: ['Gặp người', 'Dừng'],
      },
      { say: '2-3 triệu', expects: 'income', has: ['2.000.000 đ', '3.000.000 đ', 'một số'] },
      { say: 'cao nhất', expects: 'group' },
      { say: 'người dân tộc thiểu số', expects: 'mode' },
      { say: '6 tháng', has: ['66.198.000 đ', '594.000 đ'], estimate: { period: { pay: 66_198_000 } } },
    ],
  },
  {
    title: 'a household by buttons, with its corrections',
    turns: [
      { say: 'Tính tiền BHYT hộ gia đình', expects: 'members', buttons: ['1 người', '4 người'] },
      { say: '4 người', expects: 'months', buttons: ['12 tháng', '6 tháng', '3 tháng'] },
      { say: '5 tháng', expects: 'months', has: ['3, 6 hoặc 12 tháng'] },
      { say: '6 tháng', has: ['1.912.680 đ', '4 người'], estimate: { total: 1_912_680 } },
      { say: 'Không ai', has: ['1.912.680 đ'], expects: null, buttons: ['Sửa thông tin', 'Mua ở đâu?'] },
      { say: 'Sửa thông tin', buttons: ['Sửa số người', 'Sửa số tháng'] },
      { say: 'Sửa số tháng', expects: 'months' },
      { say: '12 tháng', has: ['3.825.360 đ'], estimate: { total: 3_825_360 } },
      { say: 'Không ai', expects: null },
      { say: 'Sửa số người', expects: 'members' },
      { say: '1 người', has: ['1.366.200 đ'], estimate: { total: 1_366_200 }, expects: null },
    ],
  },
  {
    title: 'from the fifth member on everybody pays the same',
    turns: [
      {
        say: 'tính bhyt hộ gia đình 7 người 12 tháng',
        has: ['5.464.800 đ', 'từ người thứ năm, mỗi người 546.480 đ'],
        estimate: { total: 5_464_800 },
      },
    ],
  },
];

function toNumber(amount: string): number {
  return Number(amount.replace(/\D/g, ''));
}
