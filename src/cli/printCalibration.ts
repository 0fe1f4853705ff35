import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readShippedContent } from '../content/index.js';
import { calibrate } from '../faq/index.js';
import { projectRoot } from '../paths.js';

/** What is accepted: at most this share answered wrongly, and of foreign messages answered at all. */
const bars = { wrong: 0.05, foreign: 0.03 };

/**
 * Fits the thresholds for answering on wordings kept out of learning, and prints what other thresholds would do. `--write` puts
 * them into `content/calibration.json`.
 */
export function printCalibration(args: readonly string[]): number {
  const { values } = parseArgs({ args: [...args], options: { write: { type: 'boolean', default: false } } });
  const content = readShippedContent(join(projectRoot, 'content'));
  const sources = { ...content, entries: content.entries.map(({ entry }) => entry) };
  const { calibration, curve } = calibrate(sources, bars);
  const share = (value: number): string => `${(value * 100).toFixed(1)}%`.padStart(10);
  const lines = curve.map(
    ({ threshold, answered, wrong, foreignAnswered }) =>
      `${threshold.toFixed(2)}${share(answered)}${share(wrong)}${share(foreignAnswered)}`,
  );
  process.stdout.write(`      answered     wrong   foreign\n${lines.join('\n')}\n`);
  process.stdout.write(`${JSON.stringify(calibration, null, 2)}\n`);
  if (values.write) {
    writeFileSync(
      join(projectRoot, 'content', 'calibration.json'),
      `${JSON.stringify(calibration, null, 2)}\n`,
    );
  }
  return 0;
}
