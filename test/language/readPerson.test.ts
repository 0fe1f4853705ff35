import { describe, expect, test } from '@jest/globals';
import {
  readAge,
  readBirth,
  readCallTime,
  readGroups,
  readLocality,
  readName,
  readProduct,
  readSex,
} from '../../src/language/index.js';

describe('readAge', () => {
  test.each([
    ['45 tuổi', 45],
    ['45 tuoi', 45],
    ['em 45 tuoi', 45],
    ['45t', 45],
    ['bốn lăm tuổi', 45],
    ['hai bảy tuổi', 27],
    ['ba chín tuổi', 39],
    ['bốn mươi hai tuổi', 42],
    ['bốn lăm', 45],
    ['45', 45],
    ['năm nay 50', 50],
    ['tôi năm nay 50 tuổi', 50],
    ['gần 50 tuổi', 50],
    ['45 tũi', 45],
    ['tuổi 39', 39],
    ['hai mươi tuổi', 20],
    ['45 TUỔI', 45],
    ['45 tuooir', 45],
  ])('%s', (text, value) => {
    expect(readAge(text)).toMatchObject({ status: 'value', value });
  });

  test.each([
    ['1979', 'looks_like_year'],
    ['trên 50 tuổi', 'bound'],
    ['U50', 'bound'],
    ['150 tuổi', 'out_of_range'],
    ['tôi 50 tuổi vợ 45 tuổi', 'several'],
  ])('%s asks back', (text, reason) => {
    expect(readAge(text)).toMatchObject({ status: 'unclear', reason });
  });

  test('keeps a range, finds none elsewhere', () => {
    expect(readAge('25-26 tuổi')).toMatchObject({ status: 'range', from: 25, to: 26 });
    expect(readAge('bao nhiêu tuổi thì nghỉ hưu').status).toBe('none');
    expect(readAge('2 triệu').status).toBe('none');
  });
});

describe('readBirth', () => {
  test.each([
    ['sinh năm 1975', 1975, null],
    ['sinh năm 75', 1975, null],
    ['sinh năm bảy lăm', 1975, null],
    ['sinh 5/80', 1980, 5],
    ['sn 85', 1985, null],
    ['sn: 85', 1985, null],
    ['1979', 1979, null],
    ['79', 1979, null],
    ['2k2', 2002, null],
    ['12/5/1980', 1980, 5],
    ['12-05-1980', 1980, 5],
    ['12.5.1980', 1980, 5],
    ['05/1976', 1976, 5],
    ['1976-05', 1976, 5],
    ['tháng 5 năm 1976', 1976, 5],
    ['thang 5/1976', 1976, 5],
    ['nam, thang 5', null, 5],
    ['tháng năm', null, 5],
    ['tháng chạp', null, 12],
    ['tháng 5', null, 5],
    ['ngày 2 tháng 3 năm 1990', 1990, 3],
    ['bảy hai', 1972, null],
    ['tám mươi lăm', 1985, null],
    ['nu sinh 1974', 1974, null],
    ['sinh 12/5/80', 1980, 5],
    ['tháng 5 sn 76', 1976, 5],
  ])('%s', (text, year, month) => {
    expect(readBirth(text)).toMatchObject({ status: 'value', value: { year, month } });
  });

  test.each(['13/1980', '12/13/1980', 'tháng 15', '40/5/1980'])('%s is out of range', (text) => {
    expect(readBirth(text)).toMatchObject({ status: 'unclear', reason: 'out_of_range' });
  });

  test.each(['5 năm', 'nhà 4 người', 'bao nhiêu tuổi', 'sinh năm', 'sinh 5/12', ''])('%s is none', (text) => {
    expect(readBirth(text).status).toBe('none');
  });
});

describe('readSex', () => {
  test.each([
    ['nữ', 'female'],
    ['nu', 'female'],
    ['NỮ', 'female'],
    ['nuwx', 'female'],
    ['nam', 'male'],
    ['Nam', 'male'],
    ['nam, thang 5', 'male'],
    ['tôi là nữ', 'female'],
    ['đàn ông', 'male'],
    ['phụ nữ', 'female'],
    ['con trai', 'male'],
    ['nu sinh 1974', 'female'],
    ['nam 50 tuoi', 'male'],
  ])('%s', (text, value) => {
    expect(readSex(text)).toMatchObject({ status: 'value', value });
  });

  test.each(['5 năm', 'dong 5 nam', 'Việt Nam', 'viet nam', 'năm 1975', 'hang nam', 'mot nam', ''])(
    '%s is none',
    (text) => {
      expect(readSex(text).status).toBe('none');
    },
  );

  test('both is unclear', () => {
    expect(readSex('nam hay nữ')).toMatchObject({ status: 'unclear', reason: 'several' });
  });
});

describe('readGroups', () => {
  test.each([
    ['hộ nghèo', ['poor']],
    ['ho ngheo', ['poor']],
    ['HỘ NGHÈO', ['poor']],
    ['nhà nghèo', ['poor']],
    ['hộ cận nghèo', ['near_poor']],
    ['can ngheo', ['near_poor']],
    ['caanj ngheof', ['near_poor']],
    ['em là người dân tộc thiểu số', ['ethnic_minority']],
    ['dân tộc', ['ethnic_minority']],
    ['người Tày', ['ethnic_minority']],
    ['dân tộc Khmer', ['ethnic_minority']],
    ['xã đảo', ['island']],
    ['hộ nghèo, dân tộc', ['poor', 'ethnic_minority']],
    ['không phải hộ nghèo', []],
    ['khong phai ho ngheo', []],
    ['không nghèo cũng không cận nghèo', []],
    ['bình thường', []],
    ['hộ bình thường', []],
    ['không thuộc diện nào', []],
    ['không', []],
    ['ko', []],
    ['mới thoát nghèo', []],
    ['dân tộc kinh', []],
    ['không phải hộ nghèo mà là hộ cận nghèo', ['near_poor']],
    ['hộ cận nghèo'.normalize('NFD'), ['near_poor']],
    ['em 45 tuoi ho can ngheo muon dong muc 2 trieu', ['near_poor']],
  ])('%s', (text, value) => {
    const reading = readGroups(text);
    expect(reading.status === 'value' ? [...reading.value].sort() : reading).toEqual([...value].sort());
  });

  test('"hộ nghèo hay cận nghèo" is open, other talk is none', () => {
    expect(readGroups('hộ nghèo hay cận nghèo')).toMatchObject({ status: 'unclear', reason: 'several' });
    expect(readGroups('mức chuẩn nghèo').status).toBe('none');
    expect(readGroups('2 triệu').status).toBe('none');
  });
});

describe('readProduct', () => {
  test.each([
    ['BHXH tự nguyện', 'vsi'],
    ['bhxh', 'vsi'],
    ['xa hoi tu nguyen', 'vsi'],
    ['lương hưu', 'vsi'],
    ['bhyt', 'hhi'],
    ['bảo hiểm y tế', 'hhi'],
    ['y te ho gia dinh', 'hhi'],
    ['health insurance', 'hhi'],
    ['bảo hiểm hộ gia đình', 'hhi'],
  ])('%s', (text, value) => {
    expect(readProduct(text)).toMatchObject({ status: 'value', value });
  });

  test('both and none', () => {
    expect(readProduct('cả hai')).toMatchObject({ status: 'unclear', reason: 'both' });
    expect(readProduct('bhxh tự nguyện và bhyt')).toMatchObject({ status: 'unclear', reason: 'both' });
    expect(readProduct('xin chào').status).toBe('none');
  });
});

describe('readName', () => {
  test.each([
    ['huong 0912 345 678, goi buoi toi', 'Huong'],
    ['Hương', 'Hương'],
    ['tên em là Hương', 'Hương'],
    ['em tên Hương ạ', 'Hương'],
    ['tôi là Nguyễn Thị Hương', 'Nguyễn Thị Hương'],
    ['nguyễn văn an', 'Nguyễn Văn An'],
    ['NGUYỄN VĂN AN 0912345678', 'Nguyễn Văn An'],
    ['chị Hương', 'Hương'],
    ['anh Ba', 'Ba'],
    ['tên: Trần Văn Tư', 'Trần Văn Tư'],
    ['Hương, 0912345678', 'Hương'],
    ['0912345678 Hương', 'Hương'],
    ['họ tên là Lê Thị Sáu', 'Lê Thị Sáu'],
    ['dạ em tên là Y Bli ạ', 'Y Bli'],
    ['hương sđt 0912345678', 'Hương'],
    ["H'Hen Niê", "H'hen Niê"],
  ])('%s', (text, value) => {
    expect(readName(text)).toMatchObject({ status: 'value', value });
  });

  test.each(['0912345678', 'bao nhiêu tiền', 'không muốn nói', 'đóng bảo hiểm ở đâu', ''])(
    '%s is none',
    (text) => {
      expect(readName(text).status).toBe('none');
    },
  );
});

describe('readCallTime', () => {
  test.each([
    ['sáng', 'morning'],
    ['buổi sáng', 'morning'],
    ['buoi sang', 'morning'],
    ['chiều', 'afternoon'],
    ['goi buoi chieu', 'afternoon'],
    ['buổi tối', 'evening'],
    ['toi', 'evening'],
    ['goi buoi toi', 'evening'],
    ['huong 0912 345 678, goi buoi toi', 'evening'],
    ['lúc nào cũng được', 'any'],
    ['luc nao cung dc', 'any'],
    ['sau 17h', 'afternoon'],
    ['sau 5 giờ chiều', 'afternoon'],
    ['8h sáng', 'morning'],
    ['19h', 'evening'],
    ['trưa', 'afternoon'],
    ['7 giờ tối', 'evening'],
  ])('%s', (text, value) => {
    expect(readCallTime(text)).toMatchObject({ status: 'value', value });
  });

  test('days are kept as words; "tôi" is no evening', () => {
    expect(readCallTime('thứ bảy')).toEqual({ status: 'text', text: 'thứ bảy' });
    expect(readCallTime('toi ten Huong so 0912345678').status).toBe('none');
  });
});

describe('readLocality', () => {
  test.each([
    ['xã Tam Hải, Đà Nẵng', { commune: 'xã Tam Hải', province: 'Đà Nẵng' }],
    ['xa tam hai', { commune: 'xa tam hai' }],
    ['xa tam hai da nang', { commune: 'xa tam hai', province: 'da nang' }],
    ['phuong 5', { commune: 'phuong 5' }],
    ['phường Ba Đình, thành phố Hà Nội', { commune: 'phường Ba Đình', province: 'thành phố Hà Nội' }],
    ['xã Tam Hải tỉnh Quảng Nam', { commune: 'xã Tam Hải', province: 'tỉnh Quảng Nam' }],
    ['em ở xã Tam Hải ạ', { commune: 'xã Tam Hải' }],
    ['thôn 3, xã Hòa Tiến, huyện Hòa Vang, Đà Nẵng', { commune: 'xã Hòa Tiến', province: 'Đà Nẵng' }],
    [
      'gọi cho tôi, Lan 0905123456 xã Hòa Tiến, Đà Nẵng, sáng',
      { commune: 'xã Hòa Tiến', province: 'Đà Nẵng' },
    ],
    ['lan 0905 123 456 xa hoa tien da nang', { commune: 'xa hoa tien', province: 'da nang' }],
    ['Hà Nội', { province: 'Hà Nội' }],
    ['Tam Hải', { commune: 'Tam Hải' }],
    ['đặc khu Phú Quốc, An Giang', { commune: 'đặc khu Phú Quốc', province: 'An Giang' }],
  ])('%s', (text, value) => {
    expect(readLocality(text)).toMatchObject({ status: 'value', value });
  });

  test.each(['bao nhiêu tiền', 'đóng ở đâu?', ''])('%s is none', (text) => {
    expect(readLocality(text).status).toBe('none');
  });
});
