import type { Conversation, Turn } from './Conversation.js';

const fourPeople: readonly Turn[] = [
  { say: 'nha em 4 nguoi mua bhyt 1 nam bao nhieu', expects: 'covered' },
  { say: 'Không ai', has: ['3.825.360 đ', 'hộ nghèo, cận nghèo'], buttons: ['Có cách rẻ hơn không?'] },
];

/** How a household is insured cheapest, and from when a card holds. */
export const cards: readonly Conversation[] = [
  {
    title: 'a near-poor household: everybody by the group, what is saved, and what another card is worth',
    turns: [
      ...fourPeople,
      {
        say: 'Có cách rẻ hơn không?',
        expects: 'group',
        has: [/Tôi hỏi vì/, 'không muốn nói'],
        buttons: ['Hộ nghèo', 'Hộ cận nghèo', 'Diện khác', 'Không thuộc diện nào'],
      },
      {
        say: 'Hộ cận nghèo',
        has: [
          '1.639.440 đ',
          '4 người mua theo diện hộ cận nghèo',
          '956.340 đ',
          '409.860 đ',
          '2.185.920 đ',
          '100%',
          '80%',
        ],
        buttons: ['Bao giờ thẻ có hiệu lực?', 'Mua ở đâu?', 'Vì sao?'],
        expects: null,
        estimate: { total: 1_639_440, totalByHousehold: 3_825_360, saving: 2_185_920 },
      },
      { say: 'Vì sao?', has: ['3.825.360 đ − 1.639.440 đ = 2.185.920 đ'] },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
    ],
  },
  {
    title: 'with a worker, a pupil and a child everybody gets a line',
    turns: [
      { say: 'nha em 4 nguoi mua bhyt ho gia dinh 1 nam bn a', expects: 'covered' },
      { say: 'chong em di cong ty, dua lon hoc lop 8, dua nho 4 tuoi', has: ['1.366.200 đ'] },
      {
        say: 'nhà em hộ cận nghèo',
        has: [
          '819.720 đ',
          '2 người mua theo diện hộ cận nghèo',
          'đã có thẻ khác',
          'thẻ miễn phí (trẻ dưới 6 tuổi)',
        ],
        estimate: { total: 819_720 },
      },
      { say: 'thêm mẹ 68 tuổi', has: ['2 người mua theo hộ', '2.322.540 đ'] },
    ],
  },
  {
    title: 'a poor household needs to buy nothing; another group goes to the answer about free cards',
    turns: [
      ...fourPeople,
      { say: 'nhà em hộ nghèo', has: ['không phải mua thẻ nào', '4 người có thẻ miễn phí (hộ nghèo)'] },
      { say: 'làm lại' },
      ...fourPeople,
      { say: 'Có cách rẻ hơn không?', expects: 'group' },
      { say: 'Diện khác', has: ['miễn phí'], expects: null },
    ],
  },
  {
    title: 'without a household known the size and the cards are asked first, and a group told early counts',
    turns: [
      { say: 'Có cách rẻ hơn không?', expects: 'members' },
      { say: '3 người', expects: 'months' },
      { say: '12 tháng', expects: 'covered' },
      { say: 'hộ cận nghèo', expects: 'covered' },
      { say: 'có 1 cháu lớp 8', has: ['1.229.580 đ'], expects: null, estimate: { total: 1_229_580 } },
    ],
  },
  {
    title: 'a card begins after the wait, at once, or where the old one ends',
    turns: [
      {
        say: 'Bao giờ thẻ có hiệu lực?',
        expects: 'expiry',
        has: [/Tôi hỏi vì/],
        buttons: ['Mua lần đầu', 'Bỏ qua'],
      },
      {
        say: 'Mua lần đầu',
        has: ['từ 21/12/2026 đến hết 20/12/2027', 'chờ 30 ngày', '22/12/2026'],
        estimate: { validFrom: '2026-12-21', rule: 'first_or_long_gap' },
      },
      { say: 'Bao giờ thẻ có hiệu lực?', expects: 'expiry' },
      { say: '31/2/2026', expects: 'expiry', has: ['chưa rõ ngày'] },
      { say: 'ngày 31 tháng 10', has: ['từ 21/11/2026', 'trống 20 ngày'], estimate: { rule: 'short_gap' } },
      { say: 'Bao giờ thẻ có hiệu lực?', expects: 'expiry' },
      { say: '20/12/2026', has: ['từ 21/12/2026', 'nối tiếp'], estimate: { rule: 'renewal' } },
      { say: 'Bao giờ thẻ có hiệu lực?', expects: 'expiry' },
      { say: '15/8/26', has: ['trống 97 ngày', '30 ngày', '21/12/2026'] },
      { say: 'Bao giờ thẻ có hiệu lực?', expects: 'expiry' },
      { say: 'không nhớ', has: ['90 ngày'], expects: null },
    ],
  },
  {
    title: 'the cheapest way and the card in English',
    client: 'en-US',
    turns: [
      { say: 'Work out household health insurance', expects: 'members', locale: 'en' },
      { say: '4 people', expects: 'months', locale: 'en' },
      { say: '12 months', expects: 'covered', locale: 'en' },
      { say: 'None', has: ['3.825.360 đ'], locale: 'en' },
      { say: 'Is there a cheaper way?', expects: 'group', locale: 'en' },
      { say: 'Near-poor household', has: ['1.639.440 đ', '409.860 đ'], locale: 'en' },
      { say: 'When is the card valid?', expects: 'expiry', locale: 'en' },
      { say: 'First card', has: ['21/12/2026', '30 days'], locale: 'en' },
    ],
  },
];
