import { describe, expect, test } from '@jest/globals';
import { readHousehold } from '../../src/language/index.js';

const NOBODY = { worker: 0, pupil: 0, child: 0 };

describe('readHousehold counts people', () => {
  test.each([
    ['nhà 4 người', 4],
    ['nha 4 nguoi', 4],
    ['NHÀ 4 NGƯỜI', 4],
    ['nhà có bốn người', 4],
    ['nhà em 4 ng', 4],
    ['gia đình 5 nhân khẩu', 5],
    ['hộ có 6 khẩu', 6],
    ['4 thành viên', 4],
    ['năm', 5],
    ['nhà em 5 miệng ăn', 5],
    ['4 người lớn 2 trẻ em', 6],
    ['2 nguoi lon va 3 dua nho', 5],
    ['4 người lớn', 4],
    ['nhà 4', 4],
    ['4', 4],
    ['4 người ạ', 4],
    ['hai vợ chồng', 2],
    ['2 vo chong', 2],
    ['2vc', 2],
    ['2vk ck', 2],
    ['vợ chồng tôi', 2],
    ['2 vợ chồng 2 con', 4],
    ['hai vợ chồng với hai đứa con', 4],
    ['2vc 1 con', 3],
    ['hai vợ chồng, mẹ già và 1 con', 4],
    ['vợ chồng tôi và ba con', 5],
    ['nhà em có hai vợ chồng với mẹ già 70 tuổi', 3],
    ['hai mẹ con', 2],
    ['3 mẹ con', 3],
    ['bốn bố con', 4],
    ['hai bà cháu', 2],
    ['tôi với vợ', 2],
    ['em và mẹ', 2],
    ['tôi với 2 con', 3],
    ['một mình tôi', 1],
    ['nhà 4 người'.normalize('NFD'), 4],
    ['nhaf 4 nguowif', 4],
    ['mua bhyt cho nhà 3 người hết bao nhiêu', 3],
  ])('%s', (text, people) => {
    expect(readHousehold(text)).toMatchObject({ status: 'value', value: { people } });
  });
});

describe('readHousehold hears who is covered already', () => {
  test.each([
    ['chong em di cong ty, dua lon hoc lop 8, dua nho 4 tuoi', { worker: 1, pupil: 1, child: 1 }],
    ['chồng đi làm công ty', { worker: 1, pupil: 0, child: 0 }],
    ['có 2 đứa học sinh', { worker: 0, pupil: 2, child: 0 }],
    ['Có học sinh, sinh viên', { worker: 0, pupil: 2, child: 0 }],
    ['có trẻ dưới 6 tuổi', { worker: 0, pupil: 0, child: 1 }],
    ['Có người đi làm công ty', { worker: 1, pupil: 0, child: 0 }],
    ['một đứa học đại học', { worker: 0, pupil: 1, child: 0 }],
    ['con 3 tuổi', { worker: 0, pupil: 0, child: 1 }],
    ['hai vợ chồng đều làm công ty', { worker: 2, pupil: 0, child: 0 }],
    ['không ai', NOBODY],
    ['Không ai', NOBODY],
    ['ko co ai', NOBODY],
    ['dạ không có ai cả', NOBODY],
  ])('%s', (text, covered) => {
    expect(readHousehold(text)).toMatchObject({ status: 'value', value: { covered } });
  });
});

describe('readHousehold asks back', () => {
  test('whether "ba mẹ con" is three people', () => {
    expect(readHousehold('ba mẹ con')).toMatchObject({
      status: 'unclear',
      reason: 'ambiguous',
      suggestion: { people: 3 },
    });
  });

  test.each(['0', '99 người', 'nhà 250 người'])('how many %s is', (text) => {
    expect(readHousehold(text)).toMatchObject({ status: 'unclear', reason: 'out_of_range' });
  });
});

describe('readHousehold finds none', () => {
  test.each([
    'người thứ 3 đóng bao nhiêu',
    'nam',
    'bhyt bao nhiêu tiền',
    'tôi 45 tuổi',
    'sinh năm 1980',
    'xin chào',
    '',
  ])('%s', (text) => {
    expect(readHousehold(text).status).toBe('none');
  });
});
