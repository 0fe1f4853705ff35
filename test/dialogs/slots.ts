/** A question of a form: how to get to it, a good and a wrong answer, and what is asked around it. */
export type SlotCase = Readonly<{
  form: 'voluntary' | 'plan' | 'household' | 'validity' | 'claim' | 'lead';
  slot: string;
  path: readonly string[];
  expects: string;
  answer: string;
  wrong: string;
  /** What is asked next; undefined when the form is finished. */
  next: string | undefined;
  /** What a step back asks; undefined on the first question. */
  before: string | undefined;
}>;

const voluntary = ['Tính tiền BHXH tự nguyện', 'làm ruộng', '2 triệu', 'Hộ nghèo'] as const;
const plan = ['Tính lương hưu', 'nam', '5/1976', '3 năm', 'Hộ nghèo'] as const;
const household = ['Tính tiền BHYT hộ gia đình', '4 người'] as const;
const choice = ['Có cách rẻ hơn không?', '4 người', '12 tháng', 'Không ai'] as const;
const lead = [
  'Nhờ cán bộ gọi',
  'BHXH tự nguyện',
  'xã Tam Hải',
  'Đà Nẵng',
  'Hương',
  '0912 345 678',
  'buổi tối',
] as const;

/** Every slot of every form. */
export const slots: readonly SlotCase[] = [
  {
    ...{ form: 'voluntary', slot: 'occupation', path: voluntary.slice(0, 1), expects: 'occupation' },
    ...{ answer: 'Làm nông, đi biển', wrong: 'màu xanh', before: undefined, next: 'income' },
  },
  {
    ...{ form: 'voluntary', slot: 'tax', path: ['Tính tiền BHXH tự nguyện', 'Có hộ kinh doanh'] },
    ...{ expects: 'tax', answer: 'Cách khác', wrong: 'màu xanh', before: 'occupation', next: 'income' },
  },
  {
    ...{ form: 'voluntary', slot: 'income', path: voluntary.slice(0, 2), expects: 'income' },
    ...{ answer: '2 triệu', wrong: '100 triệu', before: 'occupation', next: 'group' },
  },
  {
    ...{ form: 'voluntary', slot: 'groups', path: voluntary.slice(0, 3), expects: 'group' },
    ...{ answer: 'hộ cận nghèo', wrong: 'nhà mái tôn', before: 'income', next: 'mode' },
  },
  {
    ...{ form: 'voluntary', slot: 'mode', path: voluntary, expects: 'mode' },
    ...{ answer: 'Nhiều năm một lần', wrong: 'màu xanh', before: 'group', next: 'years' },
  },
  {
    ...{ form: 'voluntary', slot: 'years', path: [...voluntary, 'Nhiều năm một lần'], expects: 'years' },
    ...{ answer: '5 năm', wrong: '7 năm', before: 'mode', next: undefined },
  },
  {
    ...{ form: 'voluntary', slot: 'months', path: [...voluntary, 'đóng bù'], expects: 'months' },
    ...{ answer: '18 tháng', wrong: '61 tháng', before: 'mode', next: undefined },
  },
  {
    ...{ form: 'plan', slot: 'sex', path: plan.slice(0, 1), expects: 'sex' },
    ...{ answer: 'nam', wrong: 'cái ghế', before: undefined, next: 'birth' },
  },
  {
    ...{ form: 'plan', slot: 'birth', path: plan.slice(0, 2), expects: 'birth' },
    ...{ answer: '5/1976', wrong: '45', before: 'sex', next: 'months' },
  },
  {
    ...{ form: 'plan', slot: 'paid', path: plan.slice(0, 3), expects: 'months' },
    ...{ answer: '3 năm', wrong: '10', before: 'birth', next: 'group' },
  },
  {
    ...{ form: 'plan', slot: 'groups', path: plan.slice(0, 4), expects: 'group' },
    ...{ answer: 'Hộ nghèo', wrong: 'nhà mái tôn', before: 'months', next: 'income' },
  },
  {
    ...{ form: 'plan', slot: 'saving', path: plan, expects: 'income' },
    ...{ answer: '300 nghìn', wrong: 'cái ghế', before: 'group', next: undefined },
  },
  {
    ...{ form: 'household', slot: 'people', path: household.slice(0, 1), expects: 'members' },
    ...{ answer: '4 người', wrong: 'cả nhà', before: undefined, next: 'months' },
  },
  {
    ...{ form: 'household', slot: 'months', path: household, expects: 'months' },
    ...{ answer: '12 tháng', wrong: '5 tháng', before: 'members', next: 'covered' },
  },
  {
    ...{ form: 'household', slot: 'people of a choice', path: choice.slice(0, 1), expects: 'members' },
    ...{ answer: '4 người', wrong: 'cả nhà', before: undefined, next: 'months' },
  },
  {
    ...{ form: 'household', slot: 'months of a choice', path: choice.slice(0, 2), expects: 'months' },
    ...{ answer: '12 tháng', wrong: '5 tháng', before: 'members', next: 'covered' },
  },
  {
    ...{ form: 'household', slot: 'covered', path: choice.slice(0, 3), expects: 'covered' },
    ...{ answer: 'Không ai', wrong: 'cái ghế', before: 'months', next: 'group' },
  },
  {
    ...{ form: 'household', slot: 'healthGroup', path: choice, expects: 'group' },
    ...{ answer: 'Hộ cận nghèo', wrong: 'nhà mái tôn', before: 'covered', next: undefined },
  },
  {
    ...{ form: 'validity', slot: 'expiry', path: ['Bao giờ thẻ có hiệu lực?'], expects: 'expiry' },
    ...{ answer: '31/10/2026', wrong: '31/2/2026', before: undefined, next: undefined },
  },
  {
    ...{ form: 'claim', slot: 'claim', path: ['Kiểm tra số, tin nhắn'], expects: 'claim' },
    ...{ answer: '0987 654 321', wrong: 'ờ', before: undefined, next: undefined },
  },
  {
    ...{ form: 'lead', slot: 'product', path: lead.slice(0, 1), expects: 'product' },
    ...{ answer: 'Cả hai loại', wrong: 'cái ghế', before: undefined, next: 'locality' },
  },
  {
    ...{ form: 'lead', slot: 'locality', path: lead.slice(0, 2), expects: 'locality' },
    ...{ answer: 'phường 5, Cần Thơ', wrong: '12', before: 'product', next: 'name' },
  },
  {
    ...{ form: 'lead', slot: 'province', path: lead.slice(0, 3), expects: 'locality' },
    ...{ answer: 'Đà Nẵng', wrong: '7', before: 'locality', next: 'name' },
  },
  {
    ...{ form: 'lead', slot: 'name', path: lead.slice(0, 4), expects: 'name' },
    ...{ answer: 'Hương', wrong: '???', before: 'locality', next: 'phone' },
  },
  {
    ...{ form: 'lead', slot: 'phone', path: lead.slice(0, 5), expects: 'phone' },
    ...{ answer: '0912.345.678', wrong: '0912 345', before: 'name', next: 'time' },
  },
  {
    ...{ form: 'lead', slot: 'time', path: lead.slice(0, 6), expects: 'time' },
    ...{ answer: 'Buổi sáng', wrong: '!', before: 'phone', next: 'consent' },
  },
  {
    ...{ form: 'lead', slot: 'consent', path: lead, expects: 'consent' },
    ...{ answer: 'Tôi đồng ý', wrong: 'để xem', before: 'time', next: undefined },
  },
  {
    ...{ form: 'lead', slot: 'edit', path: [...lead, 'Sửa'], expects: 'confirm' },
    ...{ answer: 'Số điện thoại', wrong: 'cái kia', before: 'consent', next: 'phone' },
  },
];
