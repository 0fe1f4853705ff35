import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cleanText, foldText, normaliseText, parseLexicon, repairWord } from '../../src/language/index.js';

const lexicon = parseLexicon(JSON.parse(readFileSync('content/lexicon.json', 'utf8')));

describe('foldText', () => {
  test.each([
    ['Bảo Hiểm Xã Hội', 'bao hiem xa hoi'],
    ['ĐÓNG đủ', 'dong du'],
    ['bảo hiểm'.normalize('NFD'), 'bao hiem'],
    ['２０２６', '2026'],
    ['a\u200bb\u200dc', 'abc'],
    [`hi${String.fromCodePoint(0xe0041, 0xe0042)}`, 'hi'],
    ['  hai   chữ\n', 'hai chu'],
    ['\u202eabc', 'abc'],
  ])('%j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('cleanText keeps case and marks', () => {
    expect(cleanText(' Bảo\u200b  Hiểm ')).toBe('Bảo Hiểm');
  });
});

describe('repairWord', () => {
  test.each([
    ['baor', 'bao'],
    ['hieemr', 'hiem'],
    ['ddoongs', 'dong'],
    ['tuwj', 'tu'],
    ['nguyeenj', 'nguyen'],
    ['maats', 'mat'],
    ['soor', 'so'],
    ['khonggg', 'khong'],
    ['thag', 'thang'],
    ['mih', 'minh'],
    ['hie6m3', 'hiem'],
    ['bao', 'bao'],
    ['qwrt', 'qwrt'],
    ['vssid', 'vssid'],
  ])('%s → %s', (typed, word) => {
    expect(repairWord(typed)).toBe(word);
  });
});

describe('normaliseText', () => {
  test.each([
    ['bhxh tn bn 1 th', 'bảo hiểm xã hội tự nguyện bao nhiêu 1 tháng'],
    ['đóng dc ko ạ', 'đóng được không ạ'],
    ['đi mô mần răng', 'đi đâu làm sao'],
    ['nhổ răng', 'nhổ răng'],
    ['chi trả', 'chi trả'],
    ['quên mk vssid', 'quên mật khẩu vssid'],
    ['2tr5 1 tháng', '2 tr 5 1 tháng'],
    ['con học c2', 'con học cấp 2'],
    ['c cho em hỏi', 'chị cho em hỏi'],
    ['m10 có làm ko', 'mùng 10 có làm không'],
    ['ba chăm nghìn', 'ba trăm nghìn'],
    ['chăm sóc mẹ', 'chăm sóc mẹ'],
    ['2 trịu, 40 tũi', '2 triệu 40 tuổi'],
  ])('%s', (typed, text) => {
    expect(normaliseText(typed, lexicon).text).toBe(text);
  });

  test('slips and abbreviations give the same words as full spelling', () => {
    const full = normaliseText('đăng ký bảo hiểm xã hội tự nguyện ở đâu', lexicon).folded;
    for (const typed of [
      'dang ky bao hiem xa hoi tu nguyen o dau',
      'đk bhxh tn ở đâu',
      'ddawng kys baor hieemr xax hooij tuwj nguyeenj owr ddaau',
      'ĐĂNG KÝ BHXH TỰ NGUYỆN Ở ĐÂU',
    ]) {
      expect(normaliseText(typed, lexicon).folded).toBe(full);
    }
  });

  test('tokens and marked words stand side by side', () => {
    const { tokens, marked } = normaliseText('thẻ y tế hết hạn', lexicon);
    expect(marked).toHaveLength(tokens.length);
  });
});
