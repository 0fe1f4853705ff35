import type { Conversation } from './Conversation.js';

/** Another language, odd messages, commands outside a form, questions in the middle of one. */
export const oddities: readonly Conversation[] = [
  {
    title: 'a conversation in English from the first word to the lead',
    client: 'en-US',
    turns: [
      {
        say: 'how much is voluntary social insurance a month?',
        has: ['66.000 đ', '264.000 đ'],
        locale: 'en',
      },
      {
        say: 'Work out voluntary social insurance',
        expects: 'occupation',
        buttons: ['Farming, fishing', 'Skip'],
        locale: 'en',
      },
      {
        say: 'market seller',
        expects: 'income',
        buttons: ['Lowest: 1.500.000 đ'],
        locale: 'en',
      },
      { say: '2000000', expects: 'group', locale: 'en' },
      { say: 'Near-poor household', expects: 'mode', locale: 'en' },
      {
        say: 'Every 3 months',
        has: ['396.000 đ', '924.000 đ'],
        estimate: { period: { months: 3, state: 396_000, pay: 924_000 } },
        locale: 'en',
      },
      { say: 'Ask an officer to call', expects: 'locality', locale: 'en' },
      { say: 'Tam Hai commune, Da Nang', expects: 'name', locale: 'en' },
      { say: 'Nguyen Van An, 0912345678', expects: 'time', locale: 'en' },
      { say: 'In the evening', expects: 'consent', has: ['Nguyen Van An, 0912 345 678'], locale: 'en' },
      { say: 'I agree', lead: true, locale: 'en' },
      { say: 'delete my number', has: ['deleted'], locale: 'en' },
    ],
  },
  {
    title: 'the language is changed in the middle and stays changed',
    turns: [
      { say: 'English', has: ['English'], locale: 'en' },
      { say: 'Work out household health insurance', expects: 'members', locale: 'en' },
      { say: 'tiếng Việt', expects: 'members', locale: 'vi' },
      { say: '2 người', expects: 'months', locale: 'vi' },
    ],
  },
  {
    title: 'messages that say nothing are answered',
    turns: [
      { say: '', has: ['chữ'] },
      { say: '   ', has: ['chữ'] },
      { say: '😀😀😀', buttons: ['Nhờ cán bộ gọi'] },
      { say: 'a'.repeat(1_001), has: ['dài'] },
      { say: 'tôi muốn hỏi '.repeat(800), has: ['dài'] },
      { say: 'Bảo hiểm xã hội tự nguyện nghĩa là sao, dùng để làm gì vậy?', has: ['Nhà nước'] },
    ],
  },
  {
    title: 'commands outside a form',
    turns: [
      { say: 'quay lại', has: ['bước đầu'], expects: null },
      { say: 'dừng', has: ['không có việc gì'], expects: null },
      { say: 'gặp người', has: ['1900 9068'], buttons: ['Nhờ cán bộ gọi'] },
      { say: 'trợ giúp', has: ['gặp người'], buttons: ['Tính tiền BHXH tự nguyện'] },
      { say: 'làm lại', has: ['trợ lý tự động', '1900 9068'], buttons: ['Nhờ cán bộ gọi'], expects: null },
    ],
  },
  {
    title: 'a question in the middle of a form is answered and the form goes on',
    turns: [
      { say: 'Tính tiền BHXH tự nguyện', expects: 'occupation' },
      { say: 'Bỏ qua', expects: 'income' },
      {
        say: 'Đóng BHXH tự nguyện thì sinh con được hưởng bao nhiêu?',
        has: ['2.000.000 đ'],
        expects: 'income',
      },
      { say: '2 triệu', expects: 'group' },
      { say: 'dừng', expects: null },
      { say: 'Tính tiền BHYT hộ gia đình', expects: 'members' },
      { say: 'Muốn mua BHYT hộ gia đình thì liên hệ chỗ nào?', has: ['bưu điện'], expects: 'members' },
      { say: '1 người', expects: 'months' },
      { say: '12 tháng', has: ['1.366.200 đ'] },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
      { say: 'Muốn mua BHYT hộ gia đình thì liên hệ chỗ nào?', has: ['bưu điện'], expects: 'locality' },
      { say: 'xã Tam Hải, Đà Nẵng', expects: 'name' },
      {
        say: 'Đóng BHXH tự nguyện thì sinh con được hưởng bao nhiêu?',
        has: ['2.000.000 đ'],
        expects: 'name',
      },
      { say: 'Hương', expects: 'phone' },
    ],
  },
  {
    title: 'small talk is answered and offers what can be done',
    turns: [
      { say: 'xin chào', buttons: ['Tính tiền BHXH tự nguyện'] },
      { say: 'bạn là ai', has: [/tự động|không phải người/] },
      { say: 'cảm ơn', expects: null },
    ],
  },
];
