import type { TestStore } from './stores.js';

/**
 * The engines that this run tests: `npm test` sets them after looking what is there. What imports this file is run on each of them; a
 * test that names its engine itself is run once.
 */
export const storeNames: readonly TestStore['name'][] = (process.env.TEST_STORES ?? 'sqlite')
  .split(',')
  .flatMap((name) => (name === 'sqlite' || name === 'postgres' ? [name] : []));
