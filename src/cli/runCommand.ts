import { ConfigError, readConfig } from '../config.js';
import { estimators } from '../estimates/index.js';
import { backUp, migrate, move, restore } from './backUp.js';
import { channel } from './channel.js';
import { importLocalities } from './importLocalities.js';
import { importPlaces } from './importPlaces.js';
import { printCalibration } from './printCalibration.js';
import { printContentLint } from './printContentLint.js';
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
  npm run -s backup [-- FILE]
  npm run -s restore -- FILE
  npm run -s move -- --to-database postgres://… | --to-folder FOLDER
  npm run -s migrate
  npm run -s channel -- check zalo|messenger|telegram|viber|azure [--locale en]
  npm run -s channel -- webhook telegram|viber
  npm run -s import:localities -- FILE.csv [--retire]
  npm run -s import:places -- FILE.csv
  npm run -s lint:content [-- --strict] [--date 2027-01-01] [--locale en]
  Kinds of estimates: ${estimators.map(({ kind }) => kind).join(', ')}; their fields are those of /api/v1/openapi.json.
`;

/** Runs one command of the command line. @returns the exit code: 0 done, 2 not understood, 1 failed. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === 'leads') return await printLeads(readConfig(process.env), rest);
    if (command === 'backup') return await backUp(readConfig(process.env), rest);
    if (command === 'restore') return await restore(readConfig(process.env), rest);
    if (command === 'move') return await move(readConfig(process.env), rest);
    if (command === 'migrate') return await migrate(readConfig(process.env));
    if (command === 'channel')
      return await channel(process.env, rest, (line) => process.stdout.write(`${line}\n`));
    if (command === 'estimate') return await printEstimate(rest);
    if (command === 'calibrate') return printCalibration(rest);
    if (command === 'lint-content') return printContentLint(rest);
    if (command === 'evaluate') return printEvaluation(rest);
    if (command === 'import-localities') return await importLocalities(readConfig(process.env), rest);
    if (command === 'import-places') return await importPlaces(readConfig(process.env), rest);
  } catch (error) {
    process.stderr.write(
      `${error instanceof ConfigError || error instanceof Error ? error.message : String(error)}\n`,
    );
    return 1;
  }
  process.stderr.write(usage);
  return 2;
}
