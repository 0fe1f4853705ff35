import type { Conversation, Turn } from './Conversation.js';

/** An estimate for oneself that those for the others follow. */
const own: readonly Turn[] = [
  { say: 'em ho ngheo dong bhxh tu nguyen muc 2 trieu 6 thang mot lan het bao nhieu', has: ['1.650.000 đ'] },
];

/** Estimates for several people of one household. */
export const families: readonly Conversation[] = [
  {
    title: 'the same is worked out for a husband and a mother, and the family is added up',
    turns: [
      ...own,
      {
        say: 'tính luôn cho chồng tôi',
        has: [
          'Chồng chị: ',
          /Cả nhà: chị 1\.650\.000 đ, chồng chị 1\.650\.000 đ/,
          '3.300.000 đ',
          'cùng mức',
          'hộ nghèo',
        ],
        expects: null,
        estimate: { period: { months: 6, pay: 1_650_000 } },
      },
      {
        say: 'chồng tôi mức 3 triệu',
        has: [
          'Chồng chị: ',
          '2.970.000 đ',
          /Cả nhà: chị 1\.650\.000 đ, chồng chị 2\.970\.000 đ/,
          '4.620.000 đ',
        ],
      },
      {
        say: 'thêm mẹ 68 tuổi',
        has: ['Mẹ: ', '1.650.000 đ', '6.270.000 đ', 'Cả nhà'],
        lacks: ['2.970.000 đ, mẹ 2.970'],
      },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
    ],
  },
  {
    title: 'groups of a person are not taken over, those of the household are',
    turns: [
      {
        say: 'em người dân tộc thiểu số, hộ cận nghèo, đóng bhxh tự nguyện mức 2 triệu 12 tháng một lần bao nhiêu',
        has: ['3.696.000 đ'],
      },
      { say: 'còn vợ tôi thì sao', has: ['Vợ anh: ', 'hộ cận nghèo'], lacks: ['Vợ anh: mỗi tháng'] },
      { say: 'Sửa diện hỗ trợ', expects: 'group' },
      { say: 'Không thuộc diện nào', has: ['Vợ anh: ', '4.488.000 đ', '8.184.000 đ'] },
    ],
  },
  {
    title: 'a relative who is employed is told so, and the first estimate stays',
    turns: [
      ...own,
      {
        say: 'chồng tôi làm công ty thì sao',
        has: ['Chồng chị: ', 'bắt buộc'],
        lacks: ['không ký hợp đồng'],
        buttons: ['Tính cho người nhà'],
      },
      { say: 'Tính cho người nhà', buttons: ['Chồng tôi', 'Vợ tôi', 'Mẹ tôi', 'Bố tôi', 'Người khác'] },
      { say: 'Mẹ tôi', has: ['Mẹ: ', 'Cả nhà'] },
    ],
  },
  {
    title: 'plans for a couple, with one line for both',
    turns: [
      { say: 'nữ sinh 3/1980 chưa đóng tháng nào, hộ nghèo, thì bao giờ em có lương hưu', expects: 'income' },
      { say: 'Ít nhất: 165.000 đ', has: ['tháng 3/2040'] },
      { say: 'còn chồng tôi thì sao', expects: 'birth', has: ['Chồng chị sinh'] },
      { say: '2/1975', expects: 'months', has: ['chồng chị'] },
      {
        say: 'chưa',
        has: [
          'Chồng chị sinh tháng 2/1975',
          'hộ nghèo',
          /Cả nhà có lương hưu: chị từ 4\/2040, chồng chị từ 3\/2037/,
          '330.000 đ',
        ],
        expects: null,
        estimate: { retirement: { month: '2037-02' } },
      },
      { say: 'còn mẹ 68 tuổi', expects: 'birth', lacks: ['Chồng chị'], buttons: ['Bỏ qua'] },
      { say: 'dừng', expects: null },
    ],
  },
  {
    title: 'six people are kept, a seventh is handed to an officer',
    turns: [
      ...own,
      ...['chồng tôi', 'mẹ tôi', 'bố tôi', 'con trai', 'con gái'].map((who): Turn => ({
        say: `tính luôn cho ${who}`,
        has: ['Cả nhà'],
      })),
      { say: 'tính luôn cho em trai', has: ['sáu người', 'cán bộ'], buttons: ['Nhờ cán bộ gọi'] },
      { say: 'tính luôn cho chồng tôi', has: ['Chồng chị', 'Cả nhà 6 người'] },
    ],
  },
  {
    title:
      'a household gets one member more, and a question about somebody who dies is no wish for an estimate',
    turns: [
      { say: 'nha em 4 nguoi mua bhyt 1 nam bao nhieu', expects: 'covered' },
      { say: 'Không ai', has: ['3.825.360 đ'] },
      { say: 'thêm mẹ 68 tuổi', has: ['5 người', '4.371.840 đ'] },
      { say: 'chồng tôi chết thì vợ con được gì', lacks: [/\d đ/] },
    ],
  },
  {
    title: 'a family in English',
    client: 'en-US',
    turns: [
      { say: 'Work out voluntary social insurance', expects: 'occupation', locale: 'en' },
      { say: 'farmer', expects: 'income', locale: 'en' },
      { say: '2 million', expects: 'group', locale: 'en' },
      { say: 'poor household', expects: 'mode', locale: 'en' },
      { say: 'every 6 months', has: ['1.650.000 đ'], locale: 'en' },
      { say: 'add my husband', has: ['Your husband: ', 'The family: you 1.650.000 đ'], locale: 'en' },
      { say: 'what about my mother?', has: ['Your mother: ', '4.950.000 đ'], locale: 'en' },
    ],
  },
];
