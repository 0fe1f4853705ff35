/** Answers that don't fit the question, and what of them is read back. */
export type BadInputs = Readonly<{
  form: string;
  path: readonly string[];
  /** `[what is typed, what the reply says it was understood as]`; without the second nothing can be understood of it. */
  inputs: readonly (readonly [string, string?])[];
}>;

const voluntary = ['Tính tiền BHXH tự nguyện', 'làm ruộng', '2 triệu', 'Hộ nghèo'] as const;
const plan = ['Tính lương hưu', 'nam', '5/1976', '3 năm', 'Hộ nghèo'] as const;
const household = ['Tính tiền BHYT hộ gia đình', '4 người'] as const;
const choice = ['Có cách rẻ hơn không?', '4 người', '12 tháng', 'Không ai'] as const;

/** At every question of every form but those that take a name, a number or a place. */
export const badInputs: readonly BadInputs[] = [
  {
    form: 'voluntary',
    path: voluntary.slice(0, 1),
    inputs: [['màu xanh'], ['45', 'số 45'], ['abcxyz'], ['45 tuổi', '45 tuổi'], ['5 tháng', '5 tháng']],
  },
  {
    form: 'voluntary',
    path: ['Tính tiền BHXH tự nguyện', 'Có hộ kinh doanh'],
    inputs: [['màu xanh'], ['hôm qua'], ['99', 'số 99']],
  },
  {
    form: 'voluntary',
    path: voluntary.slice(0, 2),
    inputs: [
      ['5', '5.000.000 đ'],
      ['0', 'số 0'],
      ['100 triệu', '100.000.000 đ'],
      ['1 tỷ', '1.000.000.000 đ'],
      ['500k', '500.000 đ'],
      ['50 nghìn', '50.000 đ'],
      ['từ 2 đến 3 triệu', 'từ 2.000.000 đ đến 3.000.000 đ'],
      ['2-3tr', 'từ 2.000.000 đ đến 3.000.000 đ'],
      ['2.000', '2.000.000 đ'],
      ['năm 1979', '1979'],
      ['47 tuổi', '47 tuổi'],
      ['bốn lăm tuổi', '45 tuổi'],
      ['vài triệu'],
      ['mấy trăm'],
      ['cái ghế'],
      ['-2 triệu'],
    ],
  },
  {
    form: 'voluntary',
    path: voluntary.slice(0, 3),
    inputs: [
      ['nhà mái tôn'],
      ['màu xanh'],
      ['7', 'số 7'],
      ['giàu'],
      ['12345', 'số 12345'],
      ['45 tuổi', '45 tuổi'],
    ],
  },
  {
    form: 'voluntary',
    path: voluntary,
    inputs: [['màu xanh'], ['100', 'số 100'], ['9 tháng', '9 tháng'], ['2 tháng', '2 tháng'], ['hàng tuần']],
  },
  {
    form: 'voluntary',
    path: [...voluntary, 'Nhiều năm một lần'],
    inputs: [['7 năm', '7 năm'], ['10', 'số 10'], ['0', 'số 0'], ['lâu lâu'], ['-3']],
  },
  {
    form: 'voluntary',
    path: [...voluntary, 'đóng bù'],
    inputs: [['61 tháng', '5 năm 1 tháng'], ['0 tháng', '0 tháng'], ['màu xanh'], ['100', 'số 100']],
  },
  {
    form: 'plan',
    path: plan.slice(0, 1),
    inputs: [['cái ghế'], ['5', 'số 5'], ['3 triệu', '3.000.000 đ'], ['khác']],
  },
  {
    form: 'plan',
    path: plan.slice(0, 2),
    inputs: [
      ['45', 'Tôi hiểu là 45'],
      ['81', 'Tôi hiểu là 81'],
      ['13/1976'],
      ['tháng 15'],
      ['2050', 'số 2050'],
      ['1850', 'số 1850'],
      ['hôm qua'],
      ['32/5/1976'],
      ['3 triệu', '3.000.000 đ'],
    ],
  },
  {
    form: 'plan',
    path: plan.slice(0, 3),
    inputs: [['10', 'số 10'], ['lâu rồi'], ['vài năm'], ['-2 năm'], ['cái ghế']],
  },
  { form: 'plan', path: plan.slice(0, 4), inputs: [['nhà mái tôn'], ['giàu'], ['5', undefined]] },
  {
    form: 'plan',
    path: plan,
    inputs: [
      ['cái ghế'],
      ['10 nghìn một ngày', '10.000 đ'],
      ['mức 100 triệu', '100.000.000 đ'],
      ['mức 500 nghìn', '500.000 đ'],
      ['2 năm', '2 năm'],
      ['0', 'số 0'],
    ],
  },
  {
    form: 'household',
    path: household.slice(0, 1),
    inputs: [
      ['cả nhà'],
      ['0', 'số 0'],
      ['đông lắm'],
      ['vài người'],
      ['màu xanh'],
      ['-3'],
      ['3 triệu', '3.000.000 đ'],
    ],
  },
  {
    form: 'household',
    path: household,
    inputs: [
      ['5 tháng', '5 tháng'],
      ['1 tháng', '1 tháng'],
      ['24 tháng', '2 năm'],
      ['2 năm', '2 năm'],
      ['cái ghế'],
      ['mãi mãi'],
      ['0', 'số 0'],
    ],
  },
  { form: 'household', path: choice.slice(0, 3), inputs: [['cái ghế'], ['chắc có'], ['45 tuổi', '45 tuổi']] },
  { form: 'household', path: choice, inputs: [['nhà mái tôn'], ['giàu'], ['3 triệu', '3.000.000 đ']] },
  {
    form: 'validity',
    path: ['Bao giờ thẻ có hiệu lực?'],
    inputs: [
      ['31/2/2026'],
      ['45/13/2026'],
      ['năm ngoái'],
      ['12', 'số 12'],
      ['cái ghế'],
      ['3 triệu', '3.000.000 đ'],
    ],
  },
];
