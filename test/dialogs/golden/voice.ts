import type { Conversation } from './Conversation.js';

/** The conversations that set the standard: first questions, everything at once, a household, next year, and leaving a number. */
export const voice: readonly Conversation[] = [
  {
    title: 'a first question without accents is answered with the figures, the State before the own share',
    turns: [
      {
        say: 'bhxh tu nguyen dong bao nhieu 1 thang',
        has: ['330.000 đ', /66\.000 đ.*264\.000 đ/s],
        buttons: ['Tính tiền BHXH tự nguyện', 'Vì sao?', 'Nhờ cán bộ gọi'],
        expects: null,
        locale: 'vi',
      },
      { say: 'Vì sao?', has: ['Luật BHXH 41/2024/QH15', 'Điều 31', 'Điều 36', '159/2025/NĐ-CP'] },
      { say: 'Tính tiền BHXH tự nguyện', expects: 'occupation', has: [/vì/], buttons: ['Bỏ qua'] },
      { say: 'bán rau ngoài chợ', expects: 'income', buttons: ['Thấp nhất: 1.500.000 đ'] },
    ],
  },
  {
    title: 'everything in one message is worked out at once, and one changed figure keeps the rest',
    turns: [
      {
        say: 'em 45 tuoi ho can ngheo muon dong muc 2 trieu, dong luon 5 nam thi het bn',
        has: [
          '16.210.864 đ',
          '7.920.000 đ',
          '2.269.136 đ',
          'hộ cận nghèo',
          '60 tháng',
          '0,31%',
          '2.200.000 đ',
        ],
        buttons: ['Sửa thông tin', 'Vì sao?', 'Nhờ cán bộ gọi'],
        expects: null,
        estimate: { period: { months: 60, state: 7_920_000, pay: 16_210_864, discount: 2_269_136 } },
      },
      {
        say: 'à muc 3 trieu',
        has: ['28.276.296 đ', '7.920.000 đ', '3.403.704 đ', '3.000.000 đ', 'hộ cận nghèo'],
        estimate: { period: { months: 60, state: 7_920_000, pay: 28_276_296, discount: 3_403_704 } },
      },
      { say: 'Vì sao?', has: ['22% × 3.000.000 đ = 660.000 đ', '28.276.296 đ', '159/2025/NĐ-CP'] },
    ],
  },
  {
    title: 'in a household not everybody counts',
    turns: [
      {
        say: 'nha em 4 nguoi mua bhyt ho gia dinh 1 nam bn a',
        has: ['3.825.360 đ', '1.366.200 đ', '956.340 đ', '819.720 đ', '683.100 đ', 'dưới 6 tuổi'],
        buttons: ['Không ai', 'Có người đi làm công ty', 'Có học sinh, sinh viên', 'Có trẻ dưới 6 tuổi'],
        estimate: { total: 3_825_360 },
      },
      {
        say: 'chong em di cong ty, dua lon hoc lop 8, dua nho 4 tuoi',
        has: ['1.366.200 đ', /683\.100 đ.*683\.100 đ/s, 'miễn phí', 'công ty'],
        lacks: ['3.825.360'],
        buttons: ['Mua ở đâu?', 'Bao giờ thẻ có hiệu lực?', 'Nhờ cán bộ gọi'],
        estimate: { total: 1_366_200 },
      },
      { say: 'Mua ở đâu?', has: ['bưu điện'] },
    ],
  },
  {
    title: 'what changes next year',
    turns: [
      {
        say: 'sang năm bhxh tự nguyện có tăng không',
        has: ['01/01/2027', '330.000 đ', '484.000 đ', '96.800 đ', '66.000 đ', '387.200 đ', 'không phải bù'],
        buttons: ['Nhờ cán bộ gọi'],
      },
    ],
  },
  {
    title: 'a matter of compulsory insurance goes to the hotline',
    turns: [
      {
        say: 'cong ty no tien bao hiem cua toi thi kien o dau',
        has: ['1900 9068'],
        lacks: [/\d đ/],
        buttons: ['Gọi 1900 9068'],
      },
    ],
  },
  {
    title: 'what is not understood is asked once more and then handed to a person, never guessed',
    turns: [
      { say: 'the con cai kia thi sao', lacks: [/\d đ/], expects: null },
      {
        say: 'y la cai kia kia',
        has: ['vẫn chưa hiểu', 'cán bộ'],
        buttons: ['Nhờ cán bộ gọi', 'Gọi 1900 9068', 'Hỏi câu khác'],
      },
      { say: 'Hỏi câu khác', has: ['hỏi'] },
    ],
  },
  {
    title: 'a number is left and taken back before consent',
    turns: [
      { say: 'nho can bo goi', expects: 'product' },
      { say: 'BHXH tự nguyện', expects: 'locality', has: ['xã, phường'] },
      { say: 'xa tam hai', expects: 'locality', has: [/tam hai thuộc tỉnh, thành phố nào/i] },
      { say: 'Đà Nẵng', expects: 'name', has: ['tên', 'số điện thoại'] },
      {
        say: 'hương 0912 345 678, goi buoi toi',
        expects: 'consent',
        has: ['Hương, 0912 345 678', 'buổi tối', 'BHXH tự nguyện', /tam hai/i, '12 tháng', 'xóa số của tôi'],
        buttons: ['Tôi đồng ý', 'Không đồng ý', 'Sửa'],
      },
      {
        say: 'khong dong y',
        expects: null,
        has: ['đã xóa', '1900 9068'],
        lacks: ['Hương', '0912'],
      },
      { say: 'xóa số của tôi', has: ['không còn giữ'] },
    ],
  },
  {
    title:
      'a farmer of fifty hears that it is not too late, and no pension figure before sex and month are known',
    turns: [
      {
        say: 'tui 50 tuoi lam ruong, gio dong con kip ko',
        has: ['15 năm', 'một lần'],
        lacks: [/20[3-9]\d/, '62 tuổi', /\d đ/],
        expects: 'sex',
        buttons: ['Nam', 'Nữ'],
      },
      {
        say: 'nam, thang 5',
        has: [
          'Anh sinh tháng 5/1976 thì nghỉ hưu khi đủ 62 tuổi, vào tháng 5/2038.',
          /Đóng từ bây giờ được khoảng 11 năm rưỡi, còn thiếu chừng 3 năm rưỡi: đến tuổi anh đóng một lần cho đủ 15 năm/,
          'lương hưu hằng tháng và thẻ BHYT',
          'chưa đóng tháng nào',
        ],
        lacks: [/\d đ/],
        expects: null,
        buttons: ['Tính tiền đóng', 'Lương hưu được bao nhiêu?', 'Nhờ cán bộ gọi'],
      },
    ],
  },
];
