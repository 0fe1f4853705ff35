import type { Conversation } from './Conversation.js';

const start = { say: 'Tính tiền BHXH tự nguyện', expects: 'occupation' } as const;

/** Who is there: what an occupation changes, and what it never may. */
export const occupations: readonly Conversation[] = [
  {
    title: 'a farmer hears what a harvest comes to',
    turns: [
      start,
      { say: 'tui làm ruộng', expects: 'income' },
      { say: 'thấp nhất', expects: 'group' },
      { say: 'không thuộc diện nào', expects: 'mode' },
      {
        say: '6 tháng một lần',
        has: ['1.584.000 đ', 'mỗi năm 2 vụ thì mỗi vụ cất 1.584.000 đ'],
        expects: null,
      },
    ],
  },
  {
    title: 'a driver hears what a day comes to, and a group left open is told',
    turns: [
      start,
      { say: 'chạy xe ôm', expects: 'income' },
      { say: '2 triệu', expects: 'group' },
      { say: 'bỏ qua', expects: 'mode' },
      { say: 'từng tháng', has: ['374.000 đ', '12.467 đ', 'Chưa biết diện'], expects: null },
    ],
  },
  {
    title: 'an employee hears why it is closed, and what keeps it open',
    turns: [
      start,
      {
        say: 'Đi làm công ty',
        has: ['bắt buộc', 'Luật BHXH 41/2024/QH15'],
        lacks: [/\d đ/],
        buttons: ['Tôi không ký hợp đồng', 'Hợp đồng đang tạm hoãn', 'Tính cho người nhà'],
        expects: null,
      },
      { say: 'Hợp đồng đang tạm hoãn', expects: 'income' },
      { say: 'thấp nhất', expects: 'group' },
      { say: 'hộ nghèo', expects: 'mode' },
      {
        say: 'từng tháng',
        has: ['165.000 đ', 'tạm hoãn hợp đồng: vẫn tham gia được', 'không thỏa thuận đóng tiếp'],
      },
    ],
  },
  {
    title: 'a household business is asked about its tax, and nothing is promised',
    turns: [
      start,
      {
        say: 'tôi có hộ kinh doanh',
        expects: 'tax',
        has: [/Tôi hỏi vì/],
        buttons: ['Theo kê khai', 'Tôi không rõ'],
      },
      { say: 'Theo kê khai', has: ['bắt buộc từ 01/07/2025'], lacks: [/\d đ/], expects: null },
      { say: 'Tôi không nộp theo kê khai', expects: 'income' },
      { say: 'thấp nhất', expects: 'group' },
      { say: 'hộ nghèo', expects: 'mode' },
      { say: '12 tháng', has: ['1.980.000 đ', 'xem lại cách nộp thuế', '01/07/2029'], expects: null },
    ],
  },
  {
    title: 'an occupation told before is not asked for, and one told with the income counts',
    turns: [
      { say: 'chị làm nội trợ, hộ cận nghèo nha', has: ['nội trợ, hộ cận nghèo'] },
      { say: 'Tính tiền BHXH tự nguyện', expects: 'income' },
      { say: '2 triệu', expects: 'mode' },
      { say: 'từng tháng', has: ['308.000 đ', 'bớt tiền chợ 10.267 đ'] },
      { say: 'làm lại' },
      start,
      { say: '2 triệu, hộ nghèo', expects: 'mode', lacks: ['nghề'] },
      { say: 'quay lại', expects: 'occupation' },
    ],
  },
  {
    title: 'forgetting one’s data forgets what was told',
    turns: [
      { say: 'em làm ruộng, nhà em hộ cận nghèo', has: ['làm nông'] },
      { say: 'xóa dữ liệu của tôi' },
      start,
    ],
  },
  {
    title: 'occupations in English',
    client: 'en-US',
    turns: [
      { say: 'Work out voluntary social insurance', expects: 'occupation', locale: 'en' },
      { say: 'I work in a factory', has: ['compulsory'], buttons: ['I have no contract'], locale: 'en' },
      { say: 'I have no contract', expects: 'income', locale: 'en' },
      { say: 'stop', expects: null, locale: 'en' },
      { say: 'start over', locale: 'en' },
      { say: 'Work out voluntary social insurance', expects: 'occupation', locale: 'en' },
      {
        say: 'household business',
        expects: 'tax',
        buttons: ['By declaration', 'I am not sure'],
        locale: 'en',
      },
      { say: 'I am not sure', expects: 'income', locale: 'en' },
    ],
  },
];
