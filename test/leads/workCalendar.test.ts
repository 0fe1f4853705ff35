import { describe, expect, test } from '@jest/globals';
import { callBy } from '../../src/leads/index.js';
import { shippedCalendar } from '../support/localities.js';

const calendar = {
  callWithin: 2,
  completeUntil: '2027-05-31',
  holidays: [
    { from: '2027-04-30', to: '2027-05-01', name: '30/4', certain: true },
    { from: '2027-01-01', to: '2027-01-01', name: 'Tết Dương lịch', certain: true },
  ],
  workedWeekends: ['2027-05-08'],
};

describe('the day by which an officer calls', () => {
  const cases: readonly (readonly [string, string | undefined, string])[] = [
    ['2026-11-23', '2026-11-25', 'a Monday'],
    ['2026-11-26', '2026-11-30', 'a Thursday, over the weekend'],
    ['2026-11-21', '2026-11-24', 'a Saturday'],
    ['2026-12-31', '2027-01-05', 'before a holiday and a weekend'],
    ['2027-04-29', '2027-05-04', 'before a holiday on a Friday'],
    ['2027-05-06', '2027-05-08', 'before a Saturday that is worked'],
    ['2027-05-28', undefined, 'beyond the days that are known'],
  ];
  test.each(cases)('after %s is %s (%s)', (today, expected) => {
    expect(callBy(calendar, today)).toBe(expected);
  });

  test('nothing is promised on a day that may be a holiday, and none once the shipped calendar ends', () => {
    expect(callBy(shippedCalendar, '2026-11-21')).toBe('2026-11-25');
    expect(callBy(shippedCalendar, shippedCalendar.completeUntil)).toBeUndefined();
  });
});
