import base, { leftOut } from './jest.config.js';

/** Real processes that are killed, one file after the other. @type {import('jest').Config} */
export default {
  ...base,
  roots: ['<rootDir>/test/faults'],
  testPathIgnorePatterns: ['/node_modules/', ...leftOut],
  testTimeout: 600_000,
  maxWorkers: 1,
};
