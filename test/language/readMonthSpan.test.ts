import { describe, expect, test } from '@jest/globals';
import { readBirth, readMonths, readMonthSpan } from '../../src/language/index.js';

describe('readMonthSpan counts the months from one to another', () => {
  test.each([
    ['3/2019 - 05/2020', '2019-03', '2020-05', 15],
    ['từ tháng 2 năm 2018 đến hết tháng 1 năm 2020', '2018-02', '2020-01', 24],
    ['tu thang 7/2022 toi thang 9/22', '2022-07', '2022-09', 3],
    ['tháng 8-11 năm 2023', '2023-08', '2023-11', 4],
    ['T2->T5/2023', '2023-02', '2023-05', 4],
    ['15/3-20/6/2023', '2023-03', '2023-06', 4],
    ['01/04/2019 - 30/09/2021', '2019-04', '2021-09', 30],
    ['tháng 12-2016 đến 1-2017', '2016-12', '2017-01', 2],
    ['em đóng từ 6/99 đến 5/2001 rồi nghỉ', '1999-06', '2001-05', 24],
  ])('%s', (text, from, to, months) => {
    expect(readMonthSpan(text)).toMatchObject({ status: 'value', value: { from, to, months } });
    expect(readMonths(text)).toMatchObject({ status: 'value', value: months });
  });

  test('counts only the months that are named one by one', () => {
    expect(readMonthSpan('tháng 1,2,5 năm 2023')).toMatchObject({
      value: { from: '2023-01', to: '2023-05', months: 3 },
    });
    expect(readMonthSpan('tháng 3 và 4 năm 2021')).toMatchObject({ value: { months: 2 } });
  });

  test.each(['8/2023 - 6/2022', '14/2020 - 2/2021', 'tháng 9-4 năm 2021'])('asks back: %s', (text) => {
    expect(readMonthSpan(text)).toMatchObject({ status: 'unclear', reason: 'out_of_range' });
  });

  test.each(['sinh 5/1976', '12/5/1980', '3-5 triệu', 'tháng 9', '0905-123-456', '6 tháng', 't5+6', ''])(
    'finds none: %s',
    (text) => {
      expect(readMonthSpan(text).status).toBe('none');
    },
  );

  test('two months beside each other are nobody’s month of birth', () => {
    expect(readBirth('t7+8').status).toBe('none');
    expect(readBirth('tháng 7')).toMatchObject({ value: { month: 7 } });
  });
});
