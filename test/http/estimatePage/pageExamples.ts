/** An estimate of each kind, what its page must show of it, and what every such page shows besides. */
export type PageExample = Readonly<{
  kind: string;
  input: Readonly<Record<string, unknown>>;
  /** The headline: label, value and, for an amount, its words. */
  headline: readonly [string, string, string?];
  /** Texts anywhere on the page, in their order. */
  shows: readonly string[];
}>;

const neverPaid = { monthsPaid: 0, groups: [] };

export const pageExamples: readonly PageExample[] = [
  {
    kind: 'voluntary',
    input: { income: 1_500_000, groups: [], mode: 'monthly' },
    headline: ['Anh/chị đóng mỗi tháng', '264.000 đ', 'hai trăm sáu mươi bốn nghìn đồng'],
    shows: [
      ...['Mức đóng đủ', '330.000 đ', 'Nhà nước hỗ trợ', '66.000 đ'],
      ...['Địa phương hỗ trợ', '0 đ', 'chưa biết nơi anh/chị ở có hỗ trợ không', 'Anh/chị đóng', '264.000 đ'],
    ],
  },
  {
    kind: 'voluntary',
    input: { income: 2_000_000, groups: ['near_poor'], mode: 'advance', years: 5, province: 'ha-noi' },
    headline: [
      'Anh/chị đóng một lần cho 5 năm',
      '4.330.864 đ',
      'bốn triệu ba trăm ba mươi nghìn tám trăm sáu mươi bốn đồng',
    ],
    shows: [
      ...['24.130.864 đ', 'đã giảm 2.269.136 đ nhờ đóng trước', '7.920.000 đ', '11.880.000 đ', '4.330.864 đ'],
      ...['Đóng trước 5 năm', 'Tính theo từng tháng', '440.000 đ', '132.000 đ', '198.000 đ', '110.000 đ'],
    ],
  },
  {
    kind: 'voluntary',
    input: { income: 1_500_000, groups: [], mode: 'arrears', months: 40 },
    headline: ['Anh/chị đóng một lần cho 40 tháng còn thiếu', '14.073.685 đ'],
    shows: ['Nhà nước hỗ trợ', 'chưa rõ đóng bù có được hỗ trợ không', 'Anh/chị đóng'],
  },
  {
    kind: 'household',
    input: { members: [12, 12, 6, 12, 12, 12].map((months) => ({ months })) },
    headline: ['Cả hộ đóng', '4.508.460 đ', 'bốn triệu năm trăm linh tám nghìn bốn trăm sáu mươi đồng'],
    shows: [
      ...['6 người mua theo hộ', 'Người thứ 1', '100%', '12 tháng', '1.366.200 đ', 'Người thứ 3', '6 tháng'],
      ...['409.860 đ', 'Người thứ 5–6, mỗi người', '546.480 đ'],
    ],
  },
  {
    kind: 'supported',
    input: { group: 'near_poor', months: 12, province: 'hue', householdRank: 3 },
    headline: ['Anh/chị đóng cho 12 tháng', '0 đ', 'không đồng'],
    shows: [
      ...['1.366.200 đ', '956.340 đ', '409.860 đ', 'chưa chắc chắn, hỏi lại khi nộp', 'Hộ cận nghèo'],
      ...['Nếu mua theo hộ gia đình', '819.720 đ', 'Theo diện của anh/chị, đỡ 819.720 đ'],
    ],
  },
  {
    kind: 'supported',
    input: { group: 'average_farm', months: 12, householdRank: 5 },
    headline: ['Anh/chị đóng cho 12 tháng', '956.340 đ'],
    shows: ['Là người thứ 5 trong hộ', '546.480 đ', 'Theo hộ gia đình, đỡ 409.860 đ'],
  },
  {
    kind: 'pension',
    input: {
      sex: 'male',
      birth: '1976-05',
      averageIncome: 1_500_000,
      monthsPaid: 0,
      monthsPlanned: 200,
    },
    headline: ['Lương hưu mỗi tháng', '630.000 đ', 'sáu trăm ba mươi nghìn đồng'],
    shows: ['từ 01/07/2043', 'Đủ tuổi nghỉ hưu', '05/2038', 'tuổi nghỉ hưu 62 tuổi', '42%'],
  },
  {
    kind: 'pension',
    input: { sex: 'male', birth: '1976-05', averageIncome: 1_500_000, monthsPaid: 0, monthsPlanned: 100 },
    headline: ['Còn thiếu để có lương hưu', '80 tháng'],
    shows: ['Đủ tuổi nghỉ hưu', '05/2038', 'Thu nhập bình quân', '1.500.000 đ'],
  },
  {
    kind: 'plan',
    input: { ...neverPaid, sex: 'male', birth: '1976-05', budget: 500_000, incomes: [1_500_000, 2_500_000] },
    headline: ['Lương hưu sớm nhất từ', '01/06/2038'],
    shows: [
      ...['Đóng 138 tháng, đến tháng 05/2038 đóng một lần 42 tháng còn thiếu.', 'Đóng đủ từng tháng thì từ'],
      ...['01/11/2041', 'Mức vừa túi tiền', '2.550.000 đ', '555.592 đ', '76.671.685 đ', '876.889 đ'],
      ...['Đóng và nhận, theo mức thu nhập', 'Mức 1.500.000 đ: mọi cách đóng', 'Đóng qua các giai đoạn'],
      ...['11/2026 – 12/2026', 'Nếu chờ đến 01/01/2027 mới đóng', 'nhiều hơn 1.617.916 đ'],
    ],
  },
  {
    kind: 'participation',
    input: {
      birth: '1969-12-31',
      citizen: true,
      status: [],
      groups: ['near_poor'],
      sex: 'female',
      province: 'ha-noi',
    },
    headline: ['Anh/chị tham gia được, đóng thấp nhất mỗi tháng', '0 đ'],
    shows: [
      ...['Mức thấp nhất', 'Mức cao nhất', '330.000 đ', '11.132.000 đ', '132.000 đ', '10.802.000 đ', '40%'],
      ...['120 tháng', 'Từng tháng, 3 tháng một lần', 'từ 11/2026'],
    ],
  },
  {
    kind: 'schedule',
    input: { mode: 'half_yearly', from: '2026-10' },
    headline: ['Đóng chậm nhất ngày', '31/01/2027'],
    shows: ['10/2026 – 03/2027', '31/07/2027', '04/2027', '1.500.000 đ → 2.200.000 đ'],
  },
  {
    kind: 'schedule',
    input: { mode: 'advance', years: 2, from: '2026-12' },
    headline: ['Đóng ngay', 'Khi đăng ký'],
    shows: ['Đóng trước 2 năm', '12/2026 – 11/2028', '24 tháng'],
  },
  {
    kind: 'refund',
    input: {
      ...{ date: '2027-06-15', reason: 'pension', paidOn: '2026-02-10', mode: 'advance', years: 5 },
      ...{ income: 1_500_000, groups: [], monthsLeft: 20 },
    },
    headline: ['Anh/chị được trả lại', '4.343.354 đ'],
    shows: ['Theo quy định ngày 15/06/2027', 'Đã đóng cho 20 tháng còn lại', '5.663.354 đ', '1.320.000 đ'],
  },
  {
    kind: 'comparison',
    input: { groups: [], budget: 500_000, harvests: 2 },
    headline: ['Có 500.000 đ mỗi tháng thì chọn được mức', '2.550.000 đ'],
    shows: [
      ...[
        'anh/chị đóng 495.000 đ mỗi tháng',
        '330.000 đ',
        '66.000 đ',
        '264.000 đ',
        'Mỗi tháng ai đóng bao nhiêu',
      ],
      ...['Mức 1.500.000 đ: mọi cách đóng', '12 tháng một lần', '3.168.000 đ', '8.800 đ', '1.584.000 đ'],
      ...['Nếu đợi đến 01/01/2027', 'nhiều hơn 123.200 đ', 'ít hơn 30.800 đ', 'Đóng trước 5 năm', '10/2031'],
    ],
  },
  {
    kind: 'comparison',
    input: { groups: [] },
    headline: ['Thấp nhất anh/chị đóng mỗi tháng', '264.000 đ', 'hai trăm sáu mươi bốn nghìn đồng'],
    shows: ['mức thu nhập 1.500.000 đ', 'Được chọn từ 1.500.000 đ đến 50.600.000 đ'],
  },
];

export const benefitPageExamples: readonly PageExample[] = [
  {
    kind: 'lump-sum',
    input: {
      ...{ case: 'stopped', averageIncome: 2_000_000, monthsBefore2014: 0, monthsFrom2014: 60 },
      ...{ firstPaid: '2018-01', lastPaid: '2022-12', group: 'other' },
    },
    headline: ['Anh/chị nhận một lần', '18.864.800 đ'],
    shows: ['20.000.000 đ', '1.135.200 đ', '18.864.800 đ', '60 tháng', '5 năm', '120 tháng'],
  },
  {
    kind: 'monthly-allowance',
    input: {
      ...{ sex: 'male', birth: '1965-03', averageIncome: 2_000_000, monthsPaid: 96, compulsoryMonths: 0 },
      householdClass: 'other',
    },
    headline: ['Trợ cấp mỗi tháng', '500.000 đ', 'năm trăm nghìn đồng'],
    shows: ['từ 11/2026', '11/2026 – 02/2032', '64 tháng', '160 tháng', '03/2040', '48.000.000 đ', '09/2026'],
  },
  {
    kind: 'social-pension',
    input: { birth: '1951-02-03', householdClass: 'other' },
    headline: ['Trợ cấp mỗi tháng', '500.000 đ'],
    shows: ['Đủ tuổi ngày', '03/02/2026', '11/2026', '10 ngày làm việc'],
  },
  {
    kind: 'maternity',
    input: {
      ...{ parent: 'mother', birthDate: '2026-12-20', children: 2, monthsVoluntary: 12, monthsCompulsory: 0 },
      ...{ otherParentClaims: false, compulsoryEligible: false },
    },
    headline: ['Trợ cấp nhận được', '4.000.000 đ', 'bốn triệu đồng'],
    shows: ['Mỗi con', '2.000.000 đ', 'Nộp hồ sơ chậm nhất'],
  },
  {
    kind: 'survivors',
    input: { deceased: 'contributor', averageIncome: 2_000_000, monthsBefore2014: 12, monthsFrom2014: 100 },
    headline: ['Gia đình nhận tất cả', '62.300.000 đ'],
    shows: ['Trợ cấp mai táng', '25.300.000 đ', '37.000.000 đ', '19/02/2027'],
  },
  {
    kind: 'card-refund',
    input: {
      ...{ paidOn: '2026-03-10', months: 12, rank: 1, case: 'other_group', from: '2026-12-01' },
      validFrom: '2026-04-10',
    },
    headline: ['Số tiền được trả lại', '421.200 đ'],
    shows: ['105.300 đ', '4 tháng và 9 ngày', 'Nhiều nhất, nếu tính cả tháng lẻ', '526.500 đ'],
  },
  {
    kind: 'card-validity',
    input: {
      paidOn: '2026-11-21',
      previousExpiry: '2026-10-31',
      months: 12,
      continuousSince: '2022-11-01',
    },
    headline: ['Thẻ có giá trị từ', '21/11/2026'],
    shows: ['đến hết ngày 20/11/2027', 'Thời gian trống thẻ', '20 ngày', 'được tính tiếp', '01/11/2027'],
  },
  {
    kind: 'co-payment',
    input: {
      ...{ cost: 5_000_000, holder: 'household', setting: 'inpatient', birth: '1980-01-01' },
      ...{ facility: 'basic_former_provincial', inLine: true },
    },
    headline: ['Anh/chị trả', '1.000.000 đ', 'một triệu đồng'],
    shows: ['5.000.000 đ', 'Quỹ BHYT trả', '4.000.000 đ', '80%', '100%', 'Có', '14.180.000 đ'],
  },
  {
    kind: 'household-choice',
    input: {
      province: 'ha-noi',
      members: [
        { months: 12 },
        { months: 12, groups: ['near_poor'] },
        { birth: '2023-01-01' },
        { months: 12, groups: ['pupil'] },
      ],
    },
    headline: ['Cách rẻ nhất cho cả nhà', '2.459.160 đ'],
    shows: [
      ...['đỡ 546.480 đ', 'Người số 1: theo hộ, người thứ 1, 12 tháng', '1.366.200 đ'],
      ...['Người số 2: theo diện hộ cận nghèo, 12 tháng', '956.340 đ', '409.860 đ'],
      ...['Người số 3: thẻ miễn phí (trẻ dưới 6 tuổi)', '3.005.640 đ'],
    ],
  },
];
