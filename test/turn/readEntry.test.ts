import { describe, expect, test } from '@jest/globals';
import { readEntry } from '../../src/turn/index.js';

describe('the code by which somebody came', () => {
  test.each([
    ['TN01', 'TN01', null],
    [' tn01 ', 'TN01', null],
    ['TN01--CHO-MOI', 'TN01', 'CHO-MOI'],
    ['xuan-2027--hoi_nghi.1', 'XUAN-2027', 'HOI_NGHI.1'],
    ['facebook', 'FACEBOOK', null],
  ])('%s', (ref, campaign, event) => {
    expect(readEntry(ref)).toEqual({ campaign, event });
  });

  test.each([
    '',
    '--',
    'TN01--',
    '--CHO',
    'A--B--C',
    'có dấu',
    '0912 345 678',
    '<script>',
    'a@b.vn',
    'A'.repeat(41),
    undefined,
    5,
  ])('what is none is kept nowhere: %s', (ref) => {
    expect(readEntry(ref)).toBeUndefined();
  });
});
