import type { Conversation } from './Conversation.js';

/** Every journey from the first word to where it ends, as people go through it, in both languages. */
export const wholeJourneys: readonly Conversation[] = [
  {
    title: 'joining voluntary insurance: what it is, where to register, what it costs, and a call',
    turns: [
      { say: 'tôi muốn tham gia BHXH tự nguyện', buttons: ['Đăng ký tham gia ở đâu'], expects: null },
      { say: '3', has: ['căn cước', 'tờ khai'], buttons: ['Nhờ cán bộ gọi'] },
      { say: 'Tính tiền BHXH tự nguyện', expects: 'occupation' },
      { say: 'nội trợ', expects: 'income' },
      { say: '2 triệu', expects: 'group' },
      { say: 'Không thuộc diện nào', expects: 'mode' },
      { say: 'Từng tháng', has: ['hỗ trợ 66.000 đ', 'đóng 374.000 đ'], expects: null },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
    ],
  },
  {
    title: 'where to pay, while no place has been entered, is answered in general at once',
    turns: [
      { say: 'nộp ở đâu gần nhà tôi', has: ['điểm thu'], buttons: ['Nhờ cán bộ gọi'], expects: null },
      { say: 'where can I pay near me?', expects: null },
    ],
  },
  {
    title: 'joining voluntary insurance in English',
    client: 'en-US',
    turns: [
      { say: 'what is voluntary social insurance?', locale: 'en' },
      { say: 'Work out voluntary social insurance', expects: 'occupation', locale: 'en' },
      { say: 'market seller', expects: 'income', locale: 'en' },
      { say: '2 million', expects: 'group', locale: 'en' },
      { say: 'none', expects: 'mode', locale: 'en' },
      { say: 'monthly', has: ['66.000 đ', '374.000 đ'], expects: null, locale: 'en' },
    ],
  },
  {
    title: 'a household card from its size alone to where it is bought and when it holds',
    turns: [
      { say: 'tôi muốn mua thẻ bhyt cho cả nhà 3 người', expects: 'months' },
      { say: '12 tháng', has: ['3.142.260 đ'], expects: 'covered' },
      { say: 'Không ai', buttons: ['Mua ở đâu?', 'Bao giờ thẻ có hiệu lực?'], expects: null },
      { say: 'Bao giờ thẻ có hiệu lực?', expects: 'expiry' },
      { say: 'Mua lần đầu', has: ['21/12/2026'], expects: null },
      { say: 'Mua ở đâu?', has: ['bưu điện'], buttons: ['Hướng dẫn từng bước'] },
    ],
  },
  {
    title: 'a card that is renewed: the day told after the answer is enough',
    turns: [
      { say: 'thẻ bhyt của tôi sắp hết hạn gia hạn sao', has: ['trước ngày hết hạn'] },
      { say: '31/12/2026', has: ['01/01/2027', 'nối tiếp'], expects: null },
      { say: 'sửa ngày hết hạn thành 31/10/2026', has: ['trống 20 ngày'], expects: null },
    ],
  },
  {
    title: 'when one may retire: a year alone is taken up, and one answer changed afterwards',
    turns: [
      { say: 'khi nào tôi được nghỉ hưu', has: ['tôi tính giúp'], expects: null },
      { say: '1981', expects: 'sex' },
      { say: 'nữ', expects: 'months' },
      { say: 'Chưa đóng bao giờ', expects: 'group' },
      { say: 'bỏ qua', expects: 'income' },
      { say: '300 nghìn', has: ['Chị sinh năm 1981'], expects: null },
      { say: 'sửa năm sinh thành 1979', has: ['Chị sinh năm 1979'], expects: null },
      { say: 'sang năm có tăng không', has: ['01/01/2027'], expects: null },
    ],
  },
  {
    title: 'when one may retire, in English',
    client: 'en-US',
    turns: [
      { say: 'when can I retire?', locale: 'en' },
      { say: 'woman, 1981', expects: 'months', locale: 'en' },
      { say: 'never', expects: 'group', locale: 'en' },
      { say: 'skip', expects: 'income', locale: 'en' },
      { say: '300 thousand', has: ['1981'], expects: null, locale: 'en' },
    ],
  },
  {
    title: 'saving up: a little a day, for one’s own choice',
    turns: [
      {
        say: 'tiết kiệm mỗi ngày một ít để đóng bhxh',
        has: ['8.800 đ'],
        buttons: ['Tính tiền BHXH tự nguyện'],
      },
      { say: '3 triệu', expects: 'group' },
      { say: 'hộ cận nghèo', expects: 'mode' },
      { say: 'Từng tháng', has: ['đóng 528.000 đ'], expects: null },
      { say: 'mỗi ngày để dành bao nhiêu', has: ['17.600 đ', '528.000 đ'], buttons: ['So sánh mức'] },
    ],
  },
  {
    title: 'a gift of a book in English',
    client: 'en-US',
    turns: [
      { say: 'giving voluntary social insurance as a gift', buttons: ['Work out a gift'], locale: 'en' },
      { say: 'Work out a gift', expects: 'income', locale: 'en' },
      { say: 'lowest', expects: 'group', locale: 'en' },
      { say: 'near-poor household', expects: 'mode', locale: 'en' },
      { say: 'Every 3 months', has: ['396.000 đ', '594.000 đ'], expects: null, locale: 'en' },
    ],
  },
  {
    title: 'a strange number is checked, never taken for one’s own, and nothing is promised of it',
    turns: [
      {
        say: 'số 0987654321 gọi bảo là cán bộ BHXH đòi chuyển tiền có phải thật không',
        has: ['không phải tổng đài 1900 9068', 'lừa đảo', /gọi 1900 9068/],
        lacks: ['0987'],
        buttons: ['Gọi 1900 9068', 'Kiểm tra số, tin nhắn'],
        expects: null,
      },
      { say: 'Kiểm tra số, tin nhắn', has: ['Đừng gửi mã xác nhận'], expects: 'claim' },
      { say: 'ờ', has: ['ví dụ'], expects: 'claim' },
      { say: '1900 9068', has: ['trùng với tổng đài', 'có thể bị giả'], expects: null },
      {
        say: 'Có tin nhắn bảo tôi bấm vào link http://vssid-gov.top để nhận tiền',
        has: ['không thuộc trang của BHXH', 'đừng bấm'],
        expects: null,
      },
      {
        say: 'link https://dichvucong.baohiemxahoi.gov.vn này có phải của bhxh không',
        has: ['trang của cơ quan nhà nước'],
        expects: null,
      },
      { say: 'gọi lại cho tôi số 0912345678', expects: 'product' },
    ],
  },
  {
    title: 'a strange number is checked in English',
    client: 'en-US',
    turns: [
      {
        say: 'someone called from 0987654321 and asked for an OTP, is it real?',
        has: ['not the hotline 1900 9068', 'fraud'],
        lacks: ['0987'],
        expects: null,
        locale: 'en',
      },
      { say: 'Check a number or message', expects: 'claim', locale: 'en' },
      { say: 'stop', expects: null, locale: 'en' },
    ],
  },
  {
    title: 'what is kept of oneself is told, deleted, and gone',
    turns: [
      { say: 'bạn đang giữ thông tin gì của tôi', has: ['chưa giữ tên'], expects: null },
      { say: 'em là nữ, sinh tháng 3/1981, làm ruộng', has: ['nữ', '3/1981', 'làm nông'] },
      {
        say: 'bạn biết gì về tôi',
        has: ['nữ, tháng 3/1981, làm nông'],
        buttons: ['Xóa thông tin của tôi'],
        expects: null,
      },
      { say: 'Xóa thông tin của tôi', expects: null },
      { say: 'bạn biết gì về tôi', has: ['chưa giữ tên'], lacks: ['1981'] },
    ],
  },
  {
    title: 'what is kept of oneself, in English',
    client: 'en-US',
    turns: [
      { say: 'what do you know about me?', has: ['no name'], expects: null, locale: 'en' },
      { say: 'Work out household health insurance', expects: 'members', locale: 'en' },
      { say: 'what data do you have about me', expects: 'members', locale: 'en' },
    ],
  },
  {
    title: 'several questions at once; a topic offered beside a form; and the form goes on',
    turns: [
      {
        say: 'đóng bao nhiêu, bao giờ được lương hưu và có được rút không?',
        has: ['đủ cả tuổi nghỉ hưu', 'Rút được nếu'],
        buttons: ['Mức đóng, cách tính tiền đóng'],
        expects: null,
      },
      { say: '1', has: ['264.000 đ'] },
      { say: '2 triệu', expects: 'group' },
      {
        say: 'bao giờ được lương hưu và có được rút một lần không?',
        has: ['Rút được nếu'],
        expects: 'group',
      },
      { say: 'dừng', buttons: ['Tiếp tục'], expects: null },
      { say: 'Tiếp tục', expects: 'group' },
      { say: 'Hộ nghèo', expects: 'mode' },
    ],
  },
];
