import type { Conversation, Turn } from './Conversation.js';

const install: Turn = {
  say: 'Hướng dẫn cài VssID trên điện thoại',
  has: ['kho ứng dụng', 'CV 3717/BHXH-CNTT'],
  buttons: ['Hướng dẫn từng bước'],
};
const steps = ['Bước tiếp', 'Bước trước', 'Gặp cán bộ', 'Dừng'] as const;
const question: Turn = {
  say: 'Đóng BHXH tự nguyện thì sinh con được hưởng bao nhiêu?',
  has: ['2.000.000 đ', 'Bước 3/8'],
  picture: 'vneid-dang-nhap.svg',
  buttons: steps,
  expects: 'guide',
};

/** Guides with one step per message: by buttons and by words, with a question in between, stopped, finished, handed over. */
export const guides: readonly Conversation[] = [
  {
    title: 'a guide from a question, step by step with pictures; it waits while a question is answered',
    turns: [
      install,
      {
        say: 'Hướng dẫn từng bước',
        has: ['Cài và đăng ký VssID', '8 bước', 'năm 2020', '1900 9068', 'CV 3717/BHXH-CNTT', 'Bước 1/8'],
        lacks: ['Bước 2/8'],
        picture: 'kho-ung-dung.svg',
        buttons: ['Bước tiếp', 'Gặp cán bộ', 'Dừng'],
        expects: 'guide',
      },
      { say: 'Bước tiếp', has: ['Bước 2/8', 'VssID'], picture: 'tim-vssid.svg', buttons: steps },
      { say: 'tải xong rồi em', has: ['Bước 3/8', 'VNeID'], picture: 'vneid-dang-nhap.svg' },
      question,
      { say: 'đợi chút', has: ['từ từ'], lacks: ['Bước 4/8'], buttons: steps, expects: 'guide' },
      { say: 'Bước trước', has: ['Bước 2/8'], picture: 'tim-vssid.svg' },
      { say: 'quay lai', has: ['Bước 1/8'], picture: 'kho-ung-dung.svg' },
      { say: 'quay lại', has: ['bước đầu tiên', 'Bước 1/8'], picture: 'kho-ung-dung.svg' },
      { say: 'bước 7', has: ['Bước 7/8', 'tin nhắn'], picture: 'tin-nhan.svg' },
      { say: 'Dừng', has: ['dừng', 'Cài và đăng ký VssID'], buttons: ['Hướng dẫn từng bước'], expects: null },
      { say: 'hướng dẫn', has: ['Bước 1/8'], picture: 'kho-ung-dung.svg', expects: 'guide' },
    ],
  },
  {
    title: 'a guide to its end offers the next one and an officer',
    turns: [
      { say: 'Tôi quên mật khẩu VssID thì làm thế nào?', buttons: ['Hướng dẫn từng bước'] },
      { say: 'chỉ tôi từng bước', has: ['chưa kiểm chứng', 'Bước 1/6'], picture: 'vneid-dang-nhap.svg' },
      { say: 'xong bước này', has: ['Bước 2/6', 'Quên mật khẩu'] },
      { say: 'rồi', has: ['Bước 3/6'] },
      { say: 'tiếp', has: ['Bước 4/6'] },
      { say: 'ok', has: ['Bước 5/6'] },
      { say: 'doi mat khau xong', has: ['Bước 6/6', 'BHXH cơ sở'], buttons: ['Xong rồi', 'Bước trước'] },
      {
        say: 'Xong rồi',
        has: ['đủ các bước', 'Lấy lại mật khẩu VssID'],
        buttons: ['Hướng dẫn: Xem thẻ và tháng đã đóng', 'Nhờ cán bộ gọi'],
        expects: null,
      },
      { say: 'Hướng dẫn: Xem thẻ và tháng đã đóng', has: ['6 bước', 'Bước 1/6'], picture: 'dang-nhap.svg' },
    ],
  },
  {
    title: 'an officer is at hand in the middle of a guide',
    turns: [
      { say: 'Hồ sơ mua bhyt hộ gia đình lần đầu gồm những gì', buttons: ['Hướng dẫn từng bước'] },
      { say: 'Hướng dẫn từng bước', has: ['TK1-TS', 'Bước 1/7'], picture: 'ai-mua-theo-ho.svg' },
      { say: 'tiếp tục', has: ['Bước 2/7'], picture: 'ra-quay.svg' },
      {
        say: 'Gặp cán bộ',
        has: ['1900 9068', 'gọi lại'],
        lacks: ['Bước 2/7'],
        buttons: ['Nhờ cán bộ gọi', 'Bước tiếp', 'Dừng'],
        expects: 'guide',
      },
      { say: 'Bước tiếp', has: ['Bước 3/7', 'Mẫu số 2'], picture: 'mau-so-2.svg' },
      { say: 'em không biết điền', has: ['1900 9068', 'Gặp cán bộ'], buttons: steps, expects: 'guide' },
      { say: 'Nhờ cán bộ gọi', expects: 'locality' },
      { say: 'xã Tam Hải, Đà Nẵng', expects: 'name' },
      { say: 'dừng', expects: null },
      { say: 'Bước tiếp', lacks: ['Bước 4/7'] },
    ],
  },
  {
    title: 'a guide asked for with the matter in one message; a calculation ends it',
    turns: [
      {
        say: 'chỉ tôi từng bước gia hạn thẻ bhyt qua mạng',
        has: ['chưa kiểm chứng', 'Bước 1/7', 'https://dichvucong.gov.vn'],
        picture: 'mo-cong-quoc-gia.svg',
      },
      { say: 'bước 5', has: ['3, 6 hoặc 12 tháng'], picture: 'chon-so-thang.svg' },
      { say: 'vì sao', has: ['Luật BHYT', 'Điều 15'], expects: 'guide' },
      { say: 'trợ giúp', has: ['xong', 'quay lại', 'dừng', '1900 9068'], expects: 'guide' },
      { say: 'Tính tiền BHYT hộ gia đình', expects: 'members' },
      { say: '1 người', expects: 'months' },
      { say: '12 tháng', has: ['1.366.200 đ'], expects: null },
      { say: 'xong', lacks: ['Bước 6/7'] },
    ],
  },
  {
    title: 'what the law changes changes in the guide on its day; starting anew leaves it',
    day: '2027-01-01',
    turns: [
      { say: 'Đăng ký, đóng BHXH tự nguyện qua mạng có được không', buttons: ['Hướng dẫn từng bước'] },
      { say: 'Hướng dẫn từng bước', has: ['hộ nghèo', 'Bước 1/7'], picture: 'mo-cong-bhxh.svg' },
      { say: 'bước 7', has: ['5 ngày làm việc'], picture: 'bien-lai.svg' },
      { say: 'làm lại', has: ['trợ lý tự động'], expects: null },
      { say: 'Bước trước', lacks: ['Bước 6/7'] },
    ],
  },
  {
    title: 'the VNeID guide says that updating does not pay; the language is changed in the middle',
    turns: [
      { say: 'Tích hợp thẻ bảo hiểm y tế vào VNeID như thế nào?', buttons: ['Hướng dẫn từng bước'] },
      { say: 'hướng dẫn em với', has: ['Bước 1/7'], lacks: ['chưa kiểm chứng'] },
      { say: 'bước 6', has: ['không phải đóng tiền', 'gia hạn'], picture: 'cap-nhat-khong-dong.svg' },
      { say: 'English', has: ['Step 6/7', 'does not pay'], picture: 'cap-nhat-khong-dong.svg', locale: 'en' },
      { say: 'next', has: ['Step 7/7'], buttons: ['Done', 'Previous step'], locale: 'en' },
      { say: 'tiếng Việt', has: ['Bước 7/7'], locale: 'vi' },
      { say: 'xong', buttons: ['Hướng dẫn: Gia hạn thẻ BHYT hộ qua mạng'], locale: 'vi' },
    ],
  },
  {
    title: 'a guide in English: next, back, a question in between, a person, stop',
    client: 'en-US',
    turns: [
      { say: 'How do I download VssID?', buttons: ['Step by step'], locale: 'en' },
      {
        say: 'Step by step',
        has: ['Install and register VssID', '8 steps', 'guide of 2020', 'Step 1/8', 'App Store'],
        picture: 'kho-ung-dung.svg',
        buttons: ['Next step', 'Talk to a person', 'Stop'],
        expects: 'guide',
        locale: 'en',
      },
      { say: 'done', has: ['Step 2/8'], picture: 'tim-vssid.svg', locale: 'en' },
      { say: 'Next step', has: ['Step 3/8'], locale: 'en' },
      {
        say: 'how much is voluntary social insurance a month?',
        has: ['264.000 đ', 'Step 3/8'],
        picture: 'vneid-dang-nhap.svg',
        locale: 'en',
      },
      { say: 'Previous step', has: ['Step 2/8'], locale: 'en' },
      {
        say: 'Talk to a person',
        has: ['1900 9068'],
        buttons: ['Ask an officer to call', 'Next step'],
        locale: 'en',
      },
      { say: 'Stop', has: ['stop “Install and register VssID”'], expects: null, locale: 'en' },
      { say: 'guide', has: ['Step 1/8'], locale: 'en' },
    ],
  },
  {
    title: 'without a matter “hướng dẫn” is the help, and an old button asks which guide',
    turns: [
      { say: 'hướng dẫn', has: ['Lúc nào cũng có thể nhắn'], expects: null },
      {
        say: 'Hướng dẫn từng bước',
        has: ['hướng dẫn việc nào'],
        buttons: ['Hướng dẫn: Cài và đăng ký VssID', 'Hướng dẫn: Xem thẻ BHYT trên VNeID', 'Nhờ cán bộ gọi'],
        expects: null,
      },
      { say: 'huong dan: xem the bhyt tren vneid', has: ['Bước 1/7'], picture: 'vneid-muc-2.svg' },
    ],
  },
];
