import type { Conversation } from './Conversation.js';

const byButtons = ['Tính tiền BHXH tự nguyện', 'Không thuộc diện nào', 'Từng tháng'] as const;

/** The poverty line changes at midnight in Vietnam: the same words, other figures. */
export const newYear: readonly Conversation[] = [
  {
    title: 'on the last day of the year the old line still holds, and the new one is told',
    day: '2026-12-31',
    turns: [
      { say: 'bhxh tu nguyen dong bao nhieu 1 thang', has: ['330.000 đ', '66.000 đ', '264.000 đ'] },
      { say: byButtons[0], expects: 'occupation' },
      { say: 'Bỏ qua', buttons: ['Thấp nhất: 1.500.000 đ', '2.000.000 đ'] },
      { say: '1,5 triệu', expects: 'group' },
      { say: byButtons[1], expects: 'mode' },
      {
        say: byButtons[2],
        has: ['264.000 đ', '31/12/2026'],
        estimate: { date: '2026-12-31', period: { gross: 330_000, state: 66_000, pay: 264_000 } },
      },
    ],
  },
  {
    title: 'on the first day of the new year the new line holds everywhere',
    day: '2027-01-01',
    turns: [
      {
        say: 'bhxh tu nguyen dong bao nhieu 1 thang',
        has: ['484.000 đ', '96.800 đ', '387.200 đ'],
        lacks: ['264.000 đ'],
      },
      {
        say: byButtons[0],
        expects: 'occupation',
      },
      {
        say: 'Bỏ qua',
        expects: 'income',
        buttons: ['Thấp nhất: 2.200.000 đ', '3.000.000 đ'],
      },
      { say: '1,5 triệu', expects: 'income', has: ['1.500.000 đ', '2.200.000 đ'] },
      { say: '2,2 triệu', expects: 'group' },
      { say: byButtons[1], expects: 'mode' },
      {
        say: byButtons[2],
        has: ['387.200 đ', '96.800 đ', '01/01/2027'],
        estimate: { date: '2027-01-01', period: { gross: 484_000, state: 96_800, pay: 387_200 } },
      },
    ],
  },
];
