import { ConfigError, readConfig } from '../config.js';
import { estimators } from '../estimates/index.js';
import { printCalibration } from './printCalibration.js';
import { printEstimate } from './printEstimate.js';
import { printEvaluation } from './printEvaluation.js';
import { printLeads } from './printLeads.js';

const usage = `Usage:
  npm run -s leads -- --json
  npm run -s estimate -- voluntary --income 3000000 --mode advance --years 5 [--groups poor,near_poor] [--province ha-noi] [--date 2026-11-21] [--locale en] [--json]
  npm run -s estimate -- household --months 12,12,6 [--json]
  npm run -s estimate -- supported --group pupil --months 12 [--json]
  npm run -s estimate -- pension --sex female --birth 1970-03 --averageIncome 3000000 --monthsPaid 0 --monthsPlanned 180 [--json]
  npm run -s estimate -- plan --input situation.json [--json]
  npm run -s evaluate -- FILE.jsonl|FOLDER … [--wrong] [--missed] [--json]
  npm run -s calibrate [-- --write]
  Kinds of estimates: ${estimators.map(({ kind }) => kind).join(', ')}; their fields are those of /api/v1/openapi.json.
`;

/** Runs one command of the command line. @returns the exit code: 0 done, 2 not understood, 1 failed. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === 'leads') return await printLeads(readConfig(process.env), rest);
    if (command === 'estimate') return await printEstimate(rest);
    if (command === 'calibrate') return printCalibration(rest);
    if (command === 'evaluate') return printEvaluation(rest);
  } catch (error) {
    process.stderr.write(
      `${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  }
  process.stderr.write(usage);
  return 2;
}
