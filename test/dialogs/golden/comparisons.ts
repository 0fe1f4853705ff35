import type { Conversation } from './Conversation.js';

/** Levels and ways to pay side by side, a day of saving, and what the next change of the law does. */
export const comparisons: readonly Conversation[] = [
  {
    title: 'after an estimate levels and ways to pay stand side by side, the cheapest first',
    turns: [
      { say: 'em ho can ngheo dong muc 2 trieu, dong luon 5 nam thi het bn', has: ['16.210.864 đ'] },
      {
        say: 'So sánh mức',
        has: [
          'góp 132.000 đ',
          /Mức 1\.500\.000 đ: 198\.000 đ \(mỗi ngày 6\.600 đ\).*Mức 2\.000\.000 đ: 308\.000 đ.*Mức 2\.250\.000 đ/s,
          'Trước 5 năm: 16.210.864 đ (giảm 2.269.136 đ)',
          '12 tháng: 3.696.000 đ',
        ],
        buttons: ['Sang năm thế nào?', 'Để dành mỗi ngày', 'Nhờ cán bộ gọi'],
        expects: null,
      },
      {
        say: 'sang năm có tăng không',
        has: [
          'từ 01/01/2027 mức thu nhập thấp nhất từ 1.500.000 đ lên 2.200.000 đ',
          /góp 193\.600 đ một tháng \(nay 132\.000 đ\), anh\/chị đóng 290\.400 đ \(nay 308\.000 đ\)/,
          'giữ mức hôm nay đến hết tháng 10/2031, không phải bù',
          'không cần đóng trước cho kịp',
          'chưa có hướng dẫn cụ thể',
        ],
      },
      { say: 'đóng trước có lợi không', has: ['không phải bù', 'chưa có hướng dẫn cụ thể'] },
      {
        say: 'mỗi ngày để dành bao nhiêu',
        has: ['9.007 đ', '270.182 đ', 'mỗi vụ cất 1.621.087 đ', 'không nộp từng ngày'],
        buttons: ['So sánh mức'],
      },
      { say: 'so sánh', has: ['Mức 1.500.000 đ'] },
    ],
  },
  {
    title: 'a plan is compared by its pension, and waiting is told without hurry',
    turns: [
      { say: 'nam sinh 5/1976 chưa đóng tháng nào thì bao giờ em có lương hưu', expects: 'group' },
      { say: 'không', expects: 'income' },
      { say: '300 nghìn', has: ['Mức 1.650.000 đ'] },
      {
        say: 'so sánh các mức',
        has: [
          /1\.500\.000 đ: 264\.000 đ, lương hưu 876\.889 đ.*3\.000\.000 đ: 594\.000 đ, lương hưu 1\.200\.000 đ/s,
          /đóng từng năm: 75\.835\.685 đ/,
        ],
      },
      { say: 'Lưu ý thêm', has: ['về sau có lúc phải đóng 484.000 đ'] },
      {
        say: 'Sang năm thế nào?',
        has: ['Nếu chờ đến 01/01/2027', '1.221.916 đ', '14.667 đ', 'không phải vội'],
      },
      { say: 'Để dành mỗi ngày', has: ['18.536 đ', '556.071 đ', '484.000 đ'] },
    ],
  },
  {
    title: 'with no change published there is none to tell, and an unknown return leaves advances out',
    day: '2027-01-01',
    turns: [
      { say: 'tôi muốn đóng bhxh tự nguyện mức 3 triệu từng tháng hết bao nhiêu', expects: 'group' },
      { say: 'không', has: ['563.200 đ'] },
      { say: 'sang năm có tăng không', has: ['chưa thấy quy định mới'] },
      { say: 'So sánh mức', has: ['2.200.000 đ: 387.200 đ'], lacks: ['Trước 5 năm'] },
    ],
  },
  {
    title: 'the two insurances are put side by side, and either can be worked out',
    turns: [
      {
        say: 'bhxh tự nguyện với bhyt hộ gia đình khác gì nhau',
        has: ['lương hưu', 'khám chữa bệnh', '264.000 đ', '1.366.200 đ', 'có thể tham gia cả hai'],
        buttons: ['Tính tiền BHXH tự nguyện', 'Tính tiền BHYT hộ gia đình', 'Nhờ cán bộ gọi'],
      },
      { say: 'Tính tiền BHYT hộ gia đình', expects: 'members' },
    ],
  },
  {
    title: 'a gift of a book is worked out for whoever gets it',
    turns: [
      { say: 'tặng sổ bhxh cho người khác được không', has: ['Tặng được'], buttons: ['Tính tiền quà tặng'] },
      { say: 'Tính tiền quà tặng', expects: 'income' },
      { say: 'thấp nhất', expects: 'group' },
      { say: 'Hộ nghèo', expects: 'mode' },
      {
        say: '3 tháng một lần',
        has: ['Người ấy', '495.000 đ'],
        estimate: { period: { months: 3, pay: 495_000 } },
      },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
    ],
  },
  {
    title: 'comparing in English',
    client: 'en-US',
    turns: [
      { say: 'Work out voluntary social insurance', expects: 'occupation', locale: 'en' },
      { say: 'skip', expects: 'income', locale: 'en' },
      { say: 'lowest', expects: 'group', locale: 'en' },
      { say: 'none', expects: 'mode', locale: 'en' },
      { say: 'monthly', has: ['264.000 đ'], locale: 'en' },
      { say: 'compare', has: ['1.500.000 đ: 264.000 đ (8.800 đ a day)', '14.138.148 đ'], locale: 'en' },
      { say: 'what about next year?', has: ['01/01/2027', '387.200 đ', '96.800 đ'], locale: 'en' },
      { say: 'Save a little a day', has: ['8.800 đ', '1.584.000 đ'], locale: 'en' },
    ],
  },
];
