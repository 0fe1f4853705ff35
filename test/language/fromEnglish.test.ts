import { describe, expect, test } from '@jest/globals';
import {
  fromEnglish,
  readGroups,
  readHousehold,
  readMode,
  readMoney,
  readMonths,
} from '../../src/language/index.js';

describe('English amounts, times, groups and households', () => {
  test.each([
    ['2 million', 2_000_000],
    ['1.5 million', 1_500_000],
    ['900 thousand', 900_000],
    ['3000000', 3_000_000],
  ])('%s is an amount', (text, value) => {
    expect(readMoney(fromEnglish(text))).toMatchObject({ status: 'value', value });
  });

  test.each([
    ['poor', ['poor']],
    ['Near-poor household', ['near_poor']],
    ['ethnic minority', ['ethnic_minority']],
    ['None of these', []],
    ['not poor', []],
  ])('%s is a group', (text, value) => {
    expect(readGroups(fromEnglish(text))).toMatchObject({ status: 'value', value });
  });

  test.each([
    ['every month', { mode: 'monthly' }],
    ['every 3 months', { mode: 'quarterly' }],
    ['12 months', { mode: 'yearly' }],
    ['yearly', { mode: 'yearly' }],
    ['5 years at once', { mode: 'advance', years: 5 }],
  ])('%s is a way to pay', (text, value) => {
    expect(readMode(fromEnglish(text))).toMatchObject({ status: 'value', value });
  });

  test.each([
    ['4 people', 4],
    ['my family of 4', 4],
    ['2 adults 2 children', 4],
    ['2 adults and 1 child', 3],
  ])('%s is a household', (text, people) => {
    expect(readHousehold(fromEnglish(text))).toMatchObject({ status: 'value', value: { people } });
  });

  test('months are a length of time', () => {
    expect(readMonths(fromEnglish('6 months'))).toMatchObject({ status: 'value', value: 6 });
  });

  test('Vietnamese stays as it is', () => {
    const text = 'nhà em 4 người, hộ nghèo, đóng 6 tháng';
    expect(fromEnglish(text)).toBe(text);
  });
});
