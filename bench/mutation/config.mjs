import { globSync, readFileSync } from 'node:fs';

/** What is broken in one go. */
const areas = {
  voluntary: {
    mutate: ['src/policy/voluntary/**/*.ts'],
  },
  pension: {
    mutate: ['src/policy/pension/**/*.ts', 'src/policy/retirement.ts', 'src/policy/roundedMean.ts'],
  },
  plan: { mutate: ['src/policy/plan/**/*.ts'] },
  benefits: { mutate: ['src/policy/benefits/**/*.ts'] },
  health: {
    mutate: [
      'src/policy/health/**/*.ts',
      'src/policy/{household,supported,cardValidity,localSupport,localReferences}.ts',
    ],
  },
  table: {
    mutate: [
      'src/policy/{dates,figures,lookUp,missingParameters,parseParameterTable,readParameters,references,reviewWarnings,roundedProduct,tableSchemas}.ts',
    ],
  },
};
const area = areas[process.env.MUTATION_AREA];
if (area === undefined) throw new Error(`Name an area: ${Object.keys(areas).join(', ')}.`);

const share = Number(process.env.MUTATION_SHARE ?? 1);

/** The area's lines, or every so many of them: the same ones every time, spread over all files. */
function linesOf(patterns) {
  if (share >= 1) return patterns;
  let at = 0;
  return patterns
    .flatMap((pattern) => globSync(pattern))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((text, line) => {
          if (!/[=<>+*/?!(-]/u.test(text) || /^\s*(?:import|export \{|\*|\/)/u.test(text)) return [];
          at += share;
          if (at < 1) return [];
          at -= 1;
          return [`${file}:${line + 1}-${line + 1}`];
        }),
    );
}

/** Settings of Stryker for `npm run mutation`. */
export default {
  testRunner: 'in-process',
  plugins: [import.meta.resolve('./InProcessRunner.mjs')],
  coverageAnalysis: 'perTest',
  mutate: linesOf(area.mutate),
  // Codes of steps and warnings are words for the reader: a test of the words in both languages holds them.
  mutator: { excludedMutations: ['StringLiteral'] },
  ignorePatterns: ['dist', 'data', 'web', 'bench', 'test/browser', 'test/faults'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, allowEmojis: false },
  jsonReporter: { fileName: `bench/mutation-${process.env.MUTATION_AREA}.json` },
  timeoutMS: 60_000,
  // What is only worked out while the code is loaded can't be switched; the tables and schemas it is of have tests of their own.
  ignoreStatic: true,
  // Every test file that is loaded anew stays in memory.
  maxTestRunnerReuse: 400,
};
