import { expect, test } from '@jest/globals';
import { whenReachable } from '../../src/records/index.js';

test('a mistake of ours is told at once', async () => {
  let tried = 0;
  const wrong = whenReachable(async () => {
    tried += 1;
    throw new TypeError('undefined is not a function');
  });
  await expect(wrong).rejects.toThrow(TypeError);
  expect(tried).toBe(1);
});
