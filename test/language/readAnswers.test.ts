import { describe, expect, test } from '@jest/globals';
import { readChoice, readCommand, readYesNo } from '../../src/language/index.js';

describe('readYesNo hears yes', () => {
  test.each([
    'có',
    'co',
    'CÓ',
    'có ạ',
    'dạ có',
    'ừ',
    'u',
    'uh',
    'ừm',
    'vâng',
    'vang',
    'vâng ạ',
    'dạ',
    'da',
    'dạ vâng',
    'đúng',
    'dung',
    'đúng rồi',
    'dung roi',
    'phải',
    'ok',
    'oke',
    'okie',
    'okay',
    'ok em',
    'đồng ý',
    'dong y',
    'tôi đồng ý',
    'em đồng ý ạ',
    'dongy',
    'chính xác',
    'được',
    'dc',
    'yes',
    'y',
    'dungs',
    'ddoongf ys',
    'có'.normalize('NFD'),
    'đồng ýýý',
    '👍',
    'Có.',
    'uk',
  ])('%s', (text) => {
    expect(readYesNo(text)).toMatchObject({ status: 'value', value: true });
  });
});

describe('readYesNo hears no', () => {
  test.each([
    'không',
    'khong',
    'KHÔNG',
    'ko',
    'k',
    'kg',
    'hông',
    'hong',
    'hok',
    'hổng',
    'hem',
    'không ạ',
    'dạ không',
    'thôi',
    'thoi',
    'không đồng ý',
    'khong dong y',
    'ko đồng ý',
    'tôi không đồng ý',
    'không phải',
    'ko phai',
    'sai',
    'sai rồi',
    'chưa',
    'chưa đúng',
    'không đúng',
    'no',
    'không cần',
    'đừng',
    'khoong',
    'không'.normalize('NFD'),
    'khônggg',
    '👎',
    'không.',
    'hông chịu',
  ])('%s', (text) => {
    expect(readYesNo(text)).toMatchObject({ status: 'value', value: false });
  });
});

describe('readYesNo leaves the rest', () => {
  test.each([
    'bao nhiêu tiền',
    'có được hỗ trợ không',
    'không biết đóng ở đâu',
    'có phải đóng không?',
    'tôi 45 tuổi',
    '',
  ])('%s', (text) => {
    expect(readYesNo(text).status).toBe('none');
  });
});

describe('readCommand', () => {
  test.each([
    ['dừng', 'cancel'],
    ['dung', 'cancel'],
    ['DỪNG', 'cancel'],
    ['hủy', 'cancel'],
    ['huy bo', 'cancel'],
    ['thoát', 'cancel'],
    ['stop', 'cancel'],
    ['quay lại', 'back'],
    ['quay lai', 'back'],
    ['Quay lại', 'back'],
    ['quay laij', 'back'],
    ['trở lại', 'back'],
    ['cho tôi quay lại', 'back'],
    ['làm lại từ đầu', 'restart'],
    ['lam lai tu dau', 'restart'],
    ['bắt đầu lại', 'restart'],
    ['menu', 'restart'],
    ['gặp người', 'person'],
    ['gap nguoi', 'person'],
    ['gặp cán bộ', 'person'],
    ['cho em gặp cán bộ', 'person'],
    ['nói chuyện với người thật đi', 'person'],
    ['trợ giúp', 'help'],
    ['help', 'help'],
    ['hướng dẫn', 'help'],
    ['english', 'english'],
    ['tiếng anh', 'english'],
    ['tiếng việt', 'vietnamese'],
    ['xóa số của tôi', 'delete_data'],
    ['xoa so cua toi', 'delete_data'],
    ['rút lại đồng ý', 'delete_data'],
    ['xem thêm', 'more'],
    ['xem them', 'more'],
    ['chi tiết', 'more'],
    ['vì sao?', 'why'],
    ['vi sao', 'why'],
    ['tại sao', 'why'],
    ['bỏ qua', 'skip'],
    ['bo qua', 'skip'],
    ['không biết', 'skip'],
    ['quay lại'.normalize('NFD'), 'back'],
    ['/help', 'help'],
  ] as const)('%s is %s', (text, command) => {
    expect(readCommand(text)).toEqual({ status: 'value', value: command });
  });

  test.each([
    'muốn dừng đóng thì làm sao',
    'dừng đóng có mất tiền không',
    'đúng',
    'hủy sổ bảo hiểm cũ',
    'quay lại đóng tiếp được không',
    'vì sao lương hưu thấp',
    'gặp cán bộ thu ở đâu',
    'xóa nợ bảo hiểm',
    'giúp tôi tính tiền đóng',
    '',
  ])('%s is none', (text) => {
    expect(readCommand(text)).toEqual({ status: 'none' });
  });
});

describe('readChoice', () => {
  const choices = [
    { value: 'poor', label: 'Hộ nghèo', synonyms: ['nghèo'] },
    { value: 'near_poor', label: 'Hộ cận nghèo', synonyms: ['cận nghèo'] },
    { value: 'ethnic_minority', label: 'Người dân tộc thiểu số', synonyms: ['dân tộc'] },
    { value: 'none', label: 'Không thuộc các nhóm trên', synonyms: ['bình thường', 'không'] },
  ] as const;

  test.each([
    ['1', 'poor'],
    ['2.', 'near_poor'],
    ['số 3', 'ethnic_minority'],
    ['cái thứ hai', 'near_poor'],
    ['cai 4', 'none'],
    ['(1)', 'poor'],
    ['hai', 'near_poor'],
    ['đầu tiên', 'poor'],
    ['cuối cùng', 'none'],
    ['Hộ nghèo', 'poor'],
    ['ho ngheo', 'poor'],
    ['HO NGHEO', 'poor'],
    ['hộ cận nghèo', 'near_poor'],
    ['can ngheo', 'near_poor'],
    ['caanj ngheof', 'near_poor'],
    ['nghèo', 'poor'],
    ['dân tộc', 'ethnic_minority'],
    ['người dân', 'ethnic_minority'],
    ['nhà em hộ cận nghèo ạ', 'near_poor'],
    ['em là dân tộc', 'ethnic_minority'],
    ['bình thường thôi', 'none'],
    ['không', 'none'],
    ['hộ nghèo'.normalize('NFD'), 'poor'],
    ['chọn 2', 'near_poor'],
    ['near_poor', 'near_poor'],
  ])('%s is %s', (text, value) => {
    expect(readChoice(text, choices)).toMatchObject({ status: 'value', value });
  });

  test('an open beginning offers what it may mean', () => {
    expect(readChoice('hộ', choices)).toMatchObject({ status: 'unclear', candidates: ['poor', 'near_poor'] });
  });

  test('a number beyond the list is out of range, anything else none', () => {
    expect(readChoice('7', choices)).toMatchObject({ status: 'unclear', reason: 'out_of_range' });
    expect(readChoice('để tôi hỏi vợ đã', choices).status).toBe('none');
  });
});
