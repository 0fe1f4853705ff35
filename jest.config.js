/** What only PostgreSQL or nginx has is looked at where it is there; `npm test` says so where it is not. */
export const leftOut = [
  ...(process.env.TEST_STORES?.split(',').includes('postgres') ? [] : ['\\.postgres\\.test\\.ts$']),
  ...(process.env.NGINX ? [] : ['\\.nginx\\.']),
];

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '<rootDir>/test/faults/', ...leftOut],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testTimeout: 180_000,
  // Modules of every test file stay in memory as long as their process lives: a worker is replaced when it has grown.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
