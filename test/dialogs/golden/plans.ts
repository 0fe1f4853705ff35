import type { Conversation, Turn } from './Conversation.js';

/** A man of May 1976 who never paid and belongs to no group, so that only his savings differ. */
const toSaving: readonly Turn[] = [
  { say: 'Tính lương hưu', expects: 'sex', has: [/vì tuổi nghỉ hưu/], buttons: ['Nam', 'Nữ'] },
  { say: 'Nam', expects: 'birth', has: ['Anh sinh tháng mấy, năm nào'] },
  { say: '5/1976', expects: 'months', buttons: ['Chưa đóng bao giờ', 'Bỏ qua'] },
  { say: 'Chưa đóng bao giờ', expects: 'group', has: [/Tôi hỏi vì/], buttons: ['Hộ nghèo', 'Bỏ qua'] },
  {
    say: 'Không thuộc diện nào',
    expects: 'income',
    has: ['không phải cố'],
    buttons: ['Ít nhất: 264.000 đ', '429.000 đ', '594.000 đ', 'Bỏ qua'],
  },
];

/** When a pension begins, how to get there, and what it costs and brings. */
export const plans: readonly Conversation[] = [
  {
    title: 'a pension plan by buttons, with its reasons, notes and corrections',
    turns: [
      ...toSaving,
      {
        say: '300 nghìn',
        has: [
          'Anh sinh tháng 5/1976 thì nghỉ hưu khi đủ 62 tuổi, vào tháng 5/2038.',
          /11 năm rưỡi.*3 năm rưỡi/,
          'chưa đóng tháng nào, người tham gia khác',
          /Mức 1\.650\.000 đ.*góp 66\.000 đ.*đóng 297\.000 đ/,
          /góp khoảng 11\.554\.400 đ.*đóng khoảng 76\.737\.685 đ, gồm lần cuối 21\.742\.085 đ/,
          'tháng 6/2038 khoảng 877.556 đ',
          'mỗi ngày để dành chừng 18.536 đ',
          'Lưu ý thêm',
        ],
        buttons: ['So sánh mức', 'Để dành mỗi ngày', 'Vì sao?', 'Lưu ý thêm', 'Nhờ cán bộ gọi'],
        expects: null,
        estimate: { retirement: { month: '2038-05' }, path: { kind: 'pay_then_arrears', payMonths: 138 } },
      },
      {
        say: 'Lưu ý thêm',
        has: [
          'được nâng lên mức thấp nhất 2.200.000 đ',
          'chưa có hướng dẫn cụ thể',
          'chưa rõ, nên tôi chưa trừ',
        ],
        buttons: ['Sửa thông tin'],
      },
      { say: 'Vì sao?', has: ['180 − 0', '40% × 2.193.889 đ = 877.556 đ', 'Điều 98'], expects: null },
      { say: 'sửa tuổi thành 47', has: ['tháng 5/1979', 'tháng 5/2041', 'Mức 1.650.000 đ'], expects: null },
      { say: 'à mức 3 triệu', has: ['Mức 3.000.000 đ', 'tháng 5/1979'], expects: null },
      {
        say: 'Sửa thông tin',
        buttons: ['Sửa ngày sinh', 'Sửa thời gian đã đóng', 'Sửa diện hỗ trợ', 'Sửa số tiền'],
      },
      { say: 'Sửa diện hỗ trợ', expects: 'group' },
      {
        say: 'hộ cận nghèo',
        has: ['hộ cận nghèo', 'góp 132.000 đ', 'đóng 528.000 đ', 'tháng 5/1979'],
        expects: null,
      },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
      { say: 'xã Tam Hải, Đà Nẵng', expects: 'name' },
      { say: 'Hương 0912 345 678, buổi sáng', expects: 'consent', has: ['BHXH tự nguyện', 'Hương'] },
      { say: 'Tôi đồng ý', lead: true },
    ],
  },
  {
    title: 'a child’s birth, missing months and a company in a question are nothing told of oneself',
    turns: [
      { say: 'em sinh con tháng 3/2025 thì được bao nhiêu tiền' },
      { say: 'em còn thiếu 18 tháng đóng bù được không' },
      { say: 'cong ty no tien bao hiem cua toi thi kien o dau', has: ['1900 9068'] },
      { say: 'Tính tiền BHXH tự nguyện', expects: 'occupation' },
      { say: 'dừng' },
      { say: 'Tính lương hưu', expects: 'sex', has: ['năm nào'] },
      { say: 'nam 5/1976', expects: 'months' },
    ],
  },
  {
    title: 'everything told in one message is worked out at once and said back',
    turns: [
      {
        say: 'em nữ sinh 3/1981, đã đóng 5 năm, hộ nghèo, mỗi tháng để dành 300k thì bao giờ có lương hưu',
        has: [
          'Chị sinh tháng 3/1981',
          'đủ 60 tuổi',
          'tháng 3/2041',
          'đã đóng 5 năm, hộ nghèo',
          'Mức 2.100.000 đ',
        ],
        expects: null,
        estimate: { path: { kind: 'pay_until_age', enoughFrom: '2036-11' }, budgetIncome: 2_100_000 },
      },
    ],
  },
  {
    title: 'what was told in earlier messages, in any order, is not asked again',
    turns: [
      {
        say: 'em làm ruộng, nhà em hộ cận nghèo',
        has: ['làm nông', 'hộ cận nghèo'],
        buttons: ['Tính lương hưu'],
      },
      {
        say: 'tôi 45 tuổi nữ giờ đóng thì bao giờ có lương hưu, được bao nhiêu',
        expects: 'birth',
        has: ['Chị 45 tuổi', '1981 hay 1980'],
      },
      { say: 'tháng 3', expects: 'months', lacks: ['nam hay nữ'] },
      { say: 'chưa', expects: 'income', lacks: ['diện nào dưới đây'] },
      {
        say: 'bỏ qua',
        has: ['tháng 3/1981', 'hộ cận nghèo', 'Mức 1.500.000 đ', 'góp 132.000 đ, chị đóng 198.000 đ'],
        estimate: { path: { arrearsMonths: 8 } },
      },
      { say: 'Lưu ý thêm', has: ['lấy mức thấp nhất'] },
    ],
  },
  {
    title: 'what nobody knows may be left open, and is told with the result',
    turns: [
      { say: 'Tính lương hưu', expects: 'sex' },
      { say: 'nữ', expects: 'birth' },
      { say: '45 tuổi', expects: 'birth', has: ['1981 hay 1980'], buttons: ['1981', '1980', 'Bỏ qua'] },
      { say: '1981', expects: 'months' },
      { say: '10', expects: 'months', has: ['3 năm” hoặc “8 tháng'] },
      { say: 'không nhớ', expects: 'group' },
      { say: 'Bỏ qua', expects: 'income' },
      {
        say: 'Bỏ qua',
        has: ['nếu sinh đầu năm', 'coi như chưa đóng', 'chưa biết diện'],
        expects: null,
      },
      { say: 'tháng 5', has: ['Chị sinh tháng 5/1981', 'tháng 5/2041'], expects: null },
    ],
  },
  {
    title: 'a late answer to an older question corrects that one and fills no other',
    turns: [
      { say: 'Tính lương hưu', expects: 'sex' },
      { say: 'Nam', expects: 'birth' },
      { say: '5/1976', expects: 'months' },
      { say: 'Nữ', expects: 'months', has: ['Trước giờ chị'] },
      { say: '6/1976', expects: 'months' },
      { say: '3 năm', expects: 'group' },
      { say: 'quay lại', expects: 'months' },
      { say: 'đã đóng 4 năm', expects: 'group' },
      { say: 'dừng', expects: null },
    ],
  },
  {
    title: 'who is of age pays on and then the rest; who has everything asks now; a child is too young',
    turns: [
      { say: 'Tính lương hưu', expects: 'sex' },
      { say: 'nữ, 1/1962', expects: 'months' },
      { say: 'chưa', expects: 'group' },
      { say: 'không', expects: 'income' },
      {
        say: 'Bỏ qua',
        has: ['đã đủ tuổi nghỉ hưu', 'chị đóng 10 năm', 'đóng một lần 5 năm cuối'],
        estimate: { path: { kind: 'pay_beyond_age', payMonths: 120, arrearsMonths: 60 } },
      },
      { say: 'Sửa thời gian đã đóng', expects: 'months' },
      { say: '20 năm', has: ['nộp hồ sơ được ngay'], estimate: { path: { kind: 'ask_now' }, options: [] } },
      { say: 'Sửa ngày sinh', expects: 'birth' },
      { say: '2020', has: ['từ đủ 15 tuổi'], buttons: ['Sửa ngày sinh'], expects: null },
      { say: 'Sửa ngày sinh', expects: 'birth' },
    ],
  },
  {
    title: 'after an answer about the age the wish for one’s own day goes on where it was',
    turns: [
      { say: 'bao giờ em được nghỉ hưu', has: ['61 tuổi 6 tháng'], buttons: ['Khi nào được nghỉ hưu?'] },
      { say: 'nam, sinh tháng 5/1976', expects: 'months' },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
    ],
  },
  {
    title: 'somebody employed hears that the plan is for later',
    turns: [
      {
        say: 'em làm công ty, nam, sinh 5/1976, chưa đóng tháng nào thì bao giờ có lương hưu',
        expects: 'group',
      },
      { say: 'không', expects: 'income' },
      { say: 'Bỏ qua', expects: null },
      { say: 'Lưu ý thêm', has: ['thuộc BHXH bắt buộc thì không tham gia tự nguyện'] },
    ],
  },
  {
    title: 'a pension plan in English',
    client: 'en-US',
    turns: [
      {
        say: 'I am a woman born in March 1981, when can I get a pension and how much?',
        expects: 'months',
        buttons: ['Never paid', 'Skip'],
        locale: 'en',
      },
      { say: '5 years', expects: 'group', locale: 'en' },
      { say: 'Near-poor household', expects: 'income', locale: 'en' },
      {
        say: 'I can save 300 thousand a month',
        has: [
          'born 3/1981',
          'retirement at 60, in 3/2041',
          '5 yrs paid, near-poor household',
          '1.151.923 đ',
          '13.885 đ',
        ],
        buttons: ['Compare levels', 'Save a little a day', 'Why?'],
        expects: null,
        locale: 'en',
        estimate: { path: { kind: 'pay_until_age' }, budgetIncome: 1_950_000 },
      },
      { say: 'More to mind', has: ['projection'], locale: 'en' },
    ],
  },
];
