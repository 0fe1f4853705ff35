import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { userInfo } from 'node:os';
import type { Config } from '../config.js';
import type { LineFault } from '../localities/index.js';
import { openRecords, recordAudit, type Records } from '../records/index.js';

type Counts = Readonly<Record<string, number>>;
type Refusal = Readonly<{ status: 'refused'; faults: readonly LineFault[] }>;

/** More faults than these help nobody. */
const mostFaults = 50;

/**
 * Reads one file, has it imported whole or not at all, and tells what changed, or which line is wrong and why.
 * @returns the exit code: 0 imported, 1 refused, 2 not understood.
 */
export async function importFile(
  config: Config,
  args: readonly string[],
  action: string,
  importText: (text: string, records: Records, now: Date) => Promise<Counts | Refusal>,
): Promise<number> {
  const [file, ...more] = args.filter((arg) => arg !== '--');
  if (file === undefined || more.length > 0) {
    process.stderr.write('One CSV file expected.\n');
    return 2;
  }
  const text = await readFile(file, 'utf8');
  const records = await openRecords(config);
  try {
    const now = new Date();
    const result = await importText(text, records, now);
    if (isRefusal(result)) {
      process.stderr.write(describeFaults(file, result.faults));
      return 1;
    }
    await recordAudit(records, now, {
      actorId: null,
      action,
      subject: basename(file),
      detail: { user: userInfo().username, ...result },
    });
    const counts = Object.entries(result).map(([name, count]) => `${name} ${count}`);
    process.stdout.write(`${counts.join(', ')}\n`);
    return 0;
  } finally {
    await records.close();
  }
}

function isRefusal(result: Counts | Refusal): result is Refusal {
  return result.status === 'refused';
}

function describeFaults(file: string, faults: readonly LineFault[]): string {
  const lines = faults
    .slice(0, mostFaults)
    .map(({ line, field, problem }) => `${file}:${line}: ${field === '' ? '' : `${field}: `}${problem}\n`);
  const left = faults.length - lines.length;
  return `${lines.join('')}${left > 0 ? `… and ${left} more\n` : ''}Nothing was imported.\n`;
}
